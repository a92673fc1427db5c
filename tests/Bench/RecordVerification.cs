using System.Diagnostics;
using System.Text;
using Assemblies.Browser.Harness;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Bench;

/// <summary>How long it takes to check a long record: in the library and its command line, and in the page that people open in a browser.</summary>
internal static class RecordVerification
{
    private const string Origin = "bench.example.org/record/01jb2q7x9k4t8yv6zc3m5n0wrd";
    private const int Patience = 180_000;
    private static readonly DateTimeOffset Evening = new(2026, 10, 1, 18, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int repetitions, int entries)
    {
        var (files, key) = Make(entries);
        var folder = Directory.CreateTempSubdirectory("assembly-bench-").FullName;
        try
        {
            var bundle = Path.Combine(folder, "bundle.zip");
            await using (var zip = File.Create(bundle))
                files.WriteZip(zip);
            Console.WriteLine($"Checking a record of {entries:N0} entries and as many signed checkpoints, {new FileInfo(bundle).Length / 1024:N0} KB as bundle.zip, {repetitions} repetitions:");
            Say("C#: what the server checks when it starts", [.. Enumerable.Range(0, repetitions).Select(_ => AtStart(files, key))]);
            Say("C#: bundle.zip read and verified", [.. Enumerable.Range(0, repetitions).Select(_ => InLibrary(bundle, key))]);
            Say("Chromium: verify.html, from the press of the button to the verdict", await InBrowserAsync(bundle, key, repetitions));
            Console.WriteLine();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(string what, IReadOnlyList<double> milliseconds) =>
        Console.WriteLine($"  {what,-70}{Rotation.Median(milliseconds),9:N0} ms (best {milliseconds.Min():N0}, worst {milliseconds.Max():N0})");

    private static double InLibrary(string bundle, string key)
    {
        var started = Stopwatch.GetTimestamp();
        using var zip = File.OpenRead(bundle);
        var verdict = RecordVerifier.Verify(PublishedFiles.ReadZip(zip), key, []);
        return verdict.Outcome == Outcome.Valid ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException(verdict.Finding?.Message);
    }

    private static double AtStart(PublishedFiles files, string key)
    {
        var entries = files.Find(PublishedFiles.Entries)!.AsSpan().ToArray();
        var notes = SignedCheckpoint.ParseAll(Encoding.UTF8.GetString(files.Find(PublishedFiles.Checkpoints)!))!;
        var (check, at, seq) = (new StoredRecordCheck(VerifierKey.Parse(key)!), 0, 0);
        var started = Stopwatch.GetTimestamp();
        while (at < entries.Length)
        {
            var end = Array.IndexOf(entries, (byte)'\n', at);
            check.Take(StoredEntry.Of(entries[at..end]), notes[seq++].ToString());
            at = end + 1;
        }
        return check.End() is null ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException(check.Finding?.Message);
    }

    private static async Task<List<double>> InBrowserAsync(string bundle, string key, int repetitions)
    {
        var took = new List<double>();
        var page = Path.Combine(Path.GetDirectoryName(bundle)!, "verify.html");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "kiosk", "verify.html"), page);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        for (var i = 0; i < repetitions; i++)
        {
            var person = await browser.NewPageAsync();
            person.SetDefaultTimeout(Patience);
            await person.GotoAsync(new Uri(page).AbsoluteUri);
            await person.SetInputFilesAsync("#files", bundle);
            await person.WaitForFunctionAsync("() => document.getElementById('files-state').textContent.includes('ready')");
            await person.FillAsync("#key", key);
            took.Add(await person.EvaluateAsync<double>("""
                () => new Promise(done => {
                  const started = performance.now();
                  new MutationObserver(() => done(performance.now() - started)).observe(document.getElementById("verdict"), { attributes: true });
                  document.getElementById("check").click();
                })
                """));
            if (await person.GetAttributeAsync("#verdict", "class") is var verdict && verdict != "valid")
                throw new InvalidOperationException($"The page says {verdict}: {await person.InnerTextAsync("#verdict")}");
            await person.CloseAsync();
        }
        return took;
    }

    private static (PublishedFiles Files, string Key) Make(int size)
    {
        var log = RecordLog.Open(NoteSigner.Of(Origin, KeyFile.New()), [], null);
        var (entries, notes) = (new List<StoredEntry>(), new List<string>());
        var key = "";
        void Add(EntryBody body)
        {
            if (log.Prepare(new EntryDraft(body, "scribe", Evening.AddSeconds(entries.Count)), out var prepared) is { } finding)
                throw new InvalidOperationException(finding.Message);
            log.Commit(prepared!);
            entries.Add(prepared!.Stored);
            notes.Add(prepared.Checkpoint.ToString());
            key = prepared.Signer.Key.ToString();
        }

        Add(new LogOpened("Bench Assembly"));
        Add(new AskPublished(new AskWords("a1", 1, "Will you build two hundred homes by May?", [new Addressee("mayor", "Mayor", "Sam Example")])));
        Add(new SessionOpened());
        Add(new AnswerRecorded(new AnswerCell("a1", 1, "mayor", "Mayor", "Sam Example"), AnswerCode.Yes, new AnswerTimes("scribe", Evening, "chair", Evening, Evening), null) { Quote = "Yes, I will.", Language = "en" });
        Add(new SessionClosed(5));
        while (entries.Count < size)
            Add(new EvidenceAdded(3, $"Minutes of the housing committee, item {entries.Count}") { Address = "https://example.org/minutes", Source = "The council" });
        return (new RecordBundle(entries, notes, VerifierKey.Parse(key)!, []).Render(), key);
    }
}
