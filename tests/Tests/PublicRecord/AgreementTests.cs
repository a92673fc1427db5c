using System.Diagnostics;
using Assemblies.PublicRecord.Verification;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.PublicRecord;

/// <summary>The library, the browser's verifier and an independent script say the same of 1,000 bundles, valid, damaged and forged.</summary>
public sealed class AgreementTests
{
    private const int Bundles = 1000;

    private static readonly string[] Wanted =
    [
        "valid", "missing_file", "vkey", "note_format", "signature", "entries_format", "size", "root", "canonical", "version", "header", "log", "seq", "time", "digest_twice", "checkpoint_format",
        "checkpoint_signature", "checkpoint_root", "type", "body", "target", "first_entry", "session", "ask", "answer_cell", "answer_twice", "correction", "approvers", "due", "status",
        "redaction", "key_rotation", "anchor", "complete", "fork", "seen_newer", "seen_other", "seen_unmatched", "seen_unreadable", "disclosures_format", "disclosure", "withheld", "attachment",
    ];

    [Fact]
    public async Task Three_verifiers_agree_on_a_thousand_bundles()
    {
        var folder = Directory.CreateTempSubdirectory("corpus");
        try
        {
            var file = Path.Combine(folder.FullName, "corpus.jsonl");
            var chosen = new Corpus(20261001).Choose(Bundles);
            var (cases, verdicts) = (chosen.Select(c => c.Case).ToList(), chosen.Select(c => c.Verdict).ToList());
            var lines = cases.Zip(verdicts, (c, v) => c.ToJson(v)).ToList();
            await File.WriteAllLinesAsync(file, lines);
            // The kiosk's own tests run without this program: they have the shortest bundle of each rule.
            if (Environment.GetEnvironmentVariable("ASSEMBLY_TEST_REWRITE") == "1")
                await File.WriteAllLinesAsync(
                    Path.Combine(Repository.Root, "kiosk", "test", "verify", "corpus.jsonl"),
                    lines.Zip(verdicts).GroupBy(l => l.Second.Finding?.Rule).Select(g => g.MinBy(l => l.First.Length).First));

            // A corpus of one colour would prove nothing.
            Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.True(verdicts.Count(v => v.Outcome == outcome) >= 30, $"{outcome}: {verdicts.Count(v => v.Outcome == outcome)}"));
Assert.Empty(Wanted.Except(verdicts.Select(v => v.Finding?.Rule ?? "valid")));

            var independent = (await RunAsync("node", [Path.Combine(Repository.Root, "tests", "independent-verify.mjs"), file], null)).Trim().Split('\n');
            var expected = verdicts.Select(v => v.Outcome == Outcome.Valid ? $"valid {v.Withheld}" : $"{(v.Outcome == Outcome.Invalid ? "invalid" : "undecided")} {v.Finding!.Rule}").ToList();
            var apart = cases.Select((c, i) => (c.What, i, Ours: expected[i], Theirs: independent[i])).Where(c => c.Ours != c.Theirs).ToList();
            Assert.True(apart.Count == 0, $"{apart.Count} apart, the first: {apart.FirstOrDefault()}");

            // The browser's verifier, under Node's WebCrypto; it compares with what is expected in the file itself.
            var browser = await RunAsync("node", ["node_modules/vitest/vitest.mjs", "run", "test/verify/corpus.test.ts"], file);
            Assert.Contains("1 passed", browser, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string? corpus)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "kiosk"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RECORD_CORPUS"] = corpus;
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}\n{await errors}");
        return output;
    }
}
