using System.Text;
using Assemblies.Displays.Look;

namespace Assemblies.Tests.Displays.Look;

/// <summary>A logo is what its own bytes say, and nothing else gets onto the screens.</summary>
public sealed class LogoFileTests
{
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public void A_png_a_jpeg_and_the_three_kinds_of_webp_are_read_with_their_size()
    {
        Assert.Equal(new LogoFile("image/png", 1, 1), LogoFile.Read(Png).Logo);
        Assert.Equal(new LogoFile("image/jpeg", 640, 480), LogoFile.Read(
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 0x01, 0xE0, 0x02, 0x80, 3, 1, 0x22, 0]).Logo);
        Assert.Equal(new LogoFile("image/webp", 300, 200), LogoFile.Read(WebP("VP8X", [0, 0, 0, 0, 0x2B, 0x01, 0, 0xC7, 0, 0])).Logo);
        Assert.Equal(new LogoFile("image/webp", 300, 200), LogoFile.Read(WebP("VP8L", [0x2F, 0x2B, 0xC1, 0x31, 0, 0, 0, 0, 0, 0])).Logo);
        Assert.Equal(new LogoFile("image/webp", 300, 200), LogoFile.Read(WebP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x2C, 0x01, 0xC8, 0])).Logo);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF89a..............................")]
    [InlineData("")]
    public void Whatever_else_is_sent_is_refused_with_what_to_send_instead(string text) =>
        Assert.Contains("PNG, JPEG or WebP", LogoFile.Read(Encoding.UTF8.GetBytes(text)).Problem!.Fix);

    [Fact]
    public void A_picture_that_is_cut_off_anywhere_is_never_an_error_of_the_server()
    {
        byte[][] pictures = [Png, WebP("VP8X", new byte[14]), [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 1, 1, 1, 1, 3, 1], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0]];
        foreach (var picture in pictures)
            for (var length = 0; length <= picture.Length; length++)
                Assert.True(LogoFile.Read(picture.AsSpan(0, length)) is { Logo: not null } or { Problem: not null });
    }

    [Fact]
    public void A_picture_that_is_too_large_to_draw_or_to_send_is_refused_by_its_size()
    {
        var huge = Png.ToArray();
        (huge[18], huge[19]) = (0x75, 0x30);
        Assert.Contains("30,000 × 1", LogoFile.Read(huge).Problem!.Fix);
        Assert.Contains("513 KB", LogoFile.Read(new byte[LogoFile.MostBytes + 1024]).Problem!.Fix);
    }

    private static byte[] WebP(string chunk, byte[] rest) => [.. "RIFF...."u8, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), 0, 0, 0, 0, .. rest, 0, 0, 0, 0];
}
