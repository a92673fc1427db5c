using System.IO.Compression;
using System.Text;

namespace Assemblies.Browser.Harness;

/// <summary>What somebody keeps of a record on a stick: the bundle and the page that checks it.</summary>
public sealed class SavedRecord
{
    private readonly string folder;

    private SavedRecord(string folder) => this.folder = folder;

    public string Bundle => Path.Combine(folder, "bundle.zip");

    /// <summary>The page's address on a machine without any network.</summary>
    public string Page => new Uri(Path.Combine(folder, "verify.html")).ToString();

    public static async Task<SavedRecord> SaveAsync(Evening evening, string record)
    {
        var saved = new SavedRecord(Directory.CreateDirectory(Path.Combine(evening.Folder, $"{Guid.NewGuid():N}")).FullName);
        using var http = new HttpClient();
        foreach (var file in new[] { "bundle.zip", "verify.html" })
            await File.WriteAllBytesAsync(Path.Combine(saved.folder, file), await http.GetByteArrayAsync(evening.Url($"{record}/{file}")));
        return saved;
    }

    /// <summary>A copy of the bundle with one thing said differently.</summary>
    public async Task<string> TamperedAsync(string said, string instead)
    {
        var copy = Path.Combine(folder, "tampered.zip");
        File.Copy(Bundle, copy);
        await using var zip = await ZipFile.OpenAsync(copy, ZipArchiveMode.Update);
        var entry = zip.GetEntry("entries.jsonl")!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync()))
            text = await reader.ReadToEndAsync();
        Assert.Contains(said, text, StringComparison.Ordinal);
        entry.Delete();
        await using var changed = await zip.CreateEntry("entries.jsonl").OpenAsync();
        await changed.WriteAsync(Encoding.UTF8.GetBytes(text.Replace(said, instead, StringComparison.Ordinal)));
        return copy;
    }

    /// <summary>Opens the page from the disk, in a browser that has no network, and lets it check.</summary>
    /// <param name="page">The browser.</param>
    /// <param name="bundle">The file to check.</param>
    /// <param name="key">The key as it is printed.</param>
    /// <param name="seen">What somebody saw in the hall.</param>
    public async Task<ILocator> CheckAsync(IPage page, string bundle, string key, string? seen = null)
    {
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(Page);
        await page.Locator("#files").SetInputFilesAsync(bundle);
        await Expect(page.Locator("#files-state")).ToContainTextAsync("ready");
        await page.Locator("#key").FillAsync(key);
        await page.Locator("#seen").FillAsync(seen ?? "");
        await page.Locator("#check").ClickAsync();
        await Expect(page.Locator("#verdict")).ToBeVisibleAsync();
        return page.Locator("#verdict");
    }
}
