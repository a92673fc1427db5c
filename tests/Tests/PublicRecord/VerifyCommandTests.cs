using System.Net;
using System.Text.Json;
using Assemblies.PublicRecord.Publication;
using Assemblies.Verify;

namespace Assemblies.Tests.PublicRecord;

/// <summary>The command line: a zip, a folder or an address in; 0, 1 or 2 out.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private static readonly RecordWriter Record = Evening.Write(7);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("record");

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        return (await VerifyCommand.RunAsync(arguments, output), output.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string WriteZip(PublishedFiles files)
    {
        using var zip = new MemoryStream();
        files.WriteZip(zip);
        return Write("bundle.zip", zip.ToArray());
    }

    [Fact]
    public async Task A_zip_and_a_folder_are_valid_and_say_what_they_do_not_prove()
    {
        var files = Record.Publish();
        var zip = WriteZip(files);
        foreach (var (name, bytes) in files.All)
            Write(Path.Combine("published", name), bytes);
        foreach (var source in (string[])[zip, Path.Combine(folder.FullName, "published")])
        {
            var (exit, output) = await RunAsync(source, "--vkey", Record.FirstKey.ToString(), "--seen", Write("seen.txt", files.Find(PublishedFiles.Checkpoint)!));
            Assert.Equal(0, exit);
            Assert.StartsWith("VALID", output, StringComparison.Ordinal);
            Assert.Contains("does not prove that the words were spoken", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_forged_record_ends_with_1_and_json_names_the_rule_and_both_notes()
    {
        // An anchor in the record would betray the forger before anybody's photograph does.
        var seen = Enumerable.Range(0, 100).Select(Evening.Write).First(r => new Forgery(r).Find("anchor.recorded") < 0);
        var forged = new Forgery(seen).Change(1, entry => entry["by"] = "forger").Publish().Files;
        var (exit, output) = await RunAsync(WriteZip(forged), "--vkey", Write("vkey", forged.Find(PublishedFiles.Key)!), "--seen", Write("photo.txt", System.Text.Encoding.UTF8.GetBytes(seen.Checkpoints[3])), "--json");
        Assert.Equal(1, exit);
        var verdict = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("invalid", "fork"), (verdict.GetProperty("verdict").GetString(), verdict.GetProperty("rule").GetString()));
        var fork = verdict.GetProperty("forks")[0];
        Assert.Equal(seen.Checkpoints[3], fork.GetProperty("seen").GetString());
        Assert.True(fork.GetProperty("proven").GetBoolean());
        Assert.NotEqual(seen.Checkpoints[3], fork.GetProperty("ours").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_or_asked_ends_with_2()
    {
        var key = Record.FirstKey.ToString();
        Assert.Equal(2, (await RunAsync(Path.Combine(folder.FullName, "missing.zip"), "--vkey", key)).Exit);
        Assert.Equal(2, (await RunAsync(Write("no.zip", [1, 2, 3]), "--vkey", key)).Exit);
        Assert.Equal(2, (await RunAsync(folder.FullName, "--vkey", key)).Exit);
        Assert.Equal(2, (await RunAsync(WriteZip(Record.Publish()), "--vkey", "nonsense")).Exit);
        Assert.Equal(2, (await RunAsync(WriteZip(Record.Publish()))).Exit);
    }

    [Fact]
    public async Task The_published_files_are_fetched_from_an_address()
    {
        using var listener = new HttpListener();
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var files = Record.Publish();
        var serving = Serve(listener, files);
        Assert.Equal(0, (await RunAsync($"http://127.0.0.1:{port}/record/1", "--vkey", Record.FirstKey.ToString())).Exit);
        Assert.Equal(0, (await RunAsync($"http://127.0.0.1:{port}/record/1/bundle.zip", "--vkey", Record.FirstKey.ToString())).Exit);
        Assert.Equal(2, (await RunAsync($"http://127.0.0.1:{port}/elsewhere", "--vkey", Record.FirstKey.ToString())).Exit);
        listener.Stop();
        await serving;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task Serve(HttpListener listener, PublishedFiles files)
    {
        using var zip = new MemoryStream();
        files.WriteZip(zip);
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var name = context.Request.Url!.AbsolutePath.Replace("/record/1/", "", StringComparison.Ordinal);
            var bytes = name == "bundle.zip" ? zip.ToArray() : files.Find(name);
            context.Response.StatusCode = bytes is null ? 404 : 200;
            context.Response.Close(bytes ?? [], willBlock: false);
        }
    }
}
