using System.Text;

namespace Assemblies.Browser.Harness;

/// <summary>Turns a picture of a page into what a camera sees: a Y4M film for Chromium's fake camera.</summary>
public static class CameraFilm
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Frames = 10;

    // The picture on a white card in the middle of the view, as grey values: what a steward's phone has in front of it.
    private const string Draw = """
        async ([picture, width, height]) => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + picture;
            await image.decode();
            const canvas = new OffscreenCanvas(width, height);
            const pen = canvas.getContext('2d');
            pen.fillStyle = '#d8d8d8';
            pen.fillRect(0, 0, width, height);
            const scale = Math.min(width * 0.7 / image.width, height * 0.7 / image.height);
            pen.drawImage(image, (width - image.width * scale) / 2, (height - image.height * scale) / 2, image.width * scale, image.height * scale);
            const { data } = pen.getImageData(0, 0, width, height);
            let grey = '';
            for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode((data[i] * 77 + data[i + 1] * 150 + data[i + 2] * 29) >> 8);
            return btoa(grey);
        }
        """;

    /// <summary>Writes the film of a PNG and gives its path.</summary>
    public static async Task<string> OfAsync(IPage darkroom, byte[] png, string folder)
    {
        await darkroom.GotoAsync("about:blank");
        var grey = Convert.FromBase64String(await darkroom.EvaluateAsync<string>(Draw, new object[] { Convert.ToBase64String(png), Width, Height }));
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.y4m");
        await using var film = File.Create(path);
        await film.WriteAsync(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        // Y4M is limited luma: without this the white of the card would be clipped and the code still read, but not as a camera gives it.
        var luma = Array.ConvertAll(grey, value => (byte)(16 + value * 219 / 255));
        var colour = new byte[Width * Height / 2];
        Array.Fill(colour, (byte)128);
        for (var i = 0; i < Frames; i++)
        {
            await film.WriteAsync("FRAME\n"u8.ToArray());
            await film.WriteAsync(luma);
            await film.WriteAsync(colour);
        }
        return path;
    }
}
