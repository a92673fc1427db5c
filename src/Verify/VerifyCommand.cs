using System.CommandLine;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Verify;

/// <summary>
/// <c>verify &lt;bundle.zip|folder|url|receipt.tlog-proof&gt; --vkey KEY [--seen FILE]... [--json]</c>: ends with 0 when the record is valid, 1 when it is not, 2 when it cannot be
/// decided, a wrong command line included.
/// </summary>
public static class VerifyCommand
{
    /// <summary>Runs the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where the verdict goes.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var parsed = Create(output).Parse(args);
        var exit = await parsed.InvokeAsync();
        // The parser's own exit code for a wrong command line is 1, which would read as "invalid".
        return parsed.Errors.Count > 0 ? (int)Outcome.CannotDecide : exit;
    }

    private static RootCommand Create(TextWriter output)
    {
        var source = new Argument<string>("record") { Description = "bundle.zip, a folder with the published files, or the address of either; or a receipt, a file that ends in .tlog-proof" };
        var key = new Option<string>("--vkey") { Description = "the verifier key from the programme or the website, or a file that holds it", Required = true };
        var seen = new Option<string[]>("--seen")
        {
            Description = "a file with a checkpoint that you saw: a note, the text of a photographed code, a read-aloud seal; or that text itself",
        };
        var json = new Option<bool>("--json") { Description = "the verdict as JSON" };
        var command = new RootCommand("Checks the public record of an assembly.") { source, key, seen, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(source)!.EndsWith(ReceiptText.Extension, StringComparison.OrdinalIgnoreCase))
                return (int)await ReceiptText.CheckAsync(parsed.GetValue(source)!, TextOrFile(parsed.GetValue(key)!), parsed.GetValue(json), output, cancellation);
            var verdict = await VerifyAsync(parsed.GetValue(source)!, parsed.GetValue(key)!, parsed.GetValue(seen) ?? [], cancellation);
            await output.WriteAsync(parsed.GetValue(json) ? VerdictText.Json(verdict) : VerdictText.Plain(verdict));
            return (int)verdict.Outcome;
        });
        return command;
    }

    private static async Task<Verdict> VerifyAsync(string source, string key, string[] seen, CancellationToken cancellation)
    {
        try
        {
            var files = await RecordSource.ReadAsync(source, cancellation);
            return RecordVerifier.Verify(files, TextOrFile(key), [.. seen.Select(TextOrFile)]);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or HttpRequestException or UnauthorizedAccessException or TaskCanceledException)
        {
            return new(Outcome.CannotDecide, new Finding("unreadable", Detail: error.Message));
        }
    }

    private static string TextOrFile(string value) => File.Exists(value) ? File.ReadAllText(value) : value;
}
