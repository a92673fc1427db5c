using System.Globalization;
using System.Text;
using System.Text.Json;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Verify;

/// <summary>Checks one receipt (C2SP tlog-proof) by itself: that the key signed a record which has this entry.</summary>
internal static class ReceiptText
{
    public const string Extension = ".tlog-proof";

    /// <summary>Says what the receipt proves.</summary>
    public static async Task<Outcome> CheckAsync(string file, string key, bool json, TextWriter output, CancellationToken cancellation)
    {
        var (outcome, receipt, message) = await ReadAsync(file, key, cancellation);
        await output.WriteAsync(json ? Json(outcome, receipt, message) : Plain(outcome, receipt, message));
        return outcome;
    }

    private static async Task<(Outcome, Receipt?, string)> ReadAsync(string file, string key, CancellationToken cancellation)
    {
        if (VerifierKey.Parse(key.Trim()) is not { } verifier)
            return (Outcome.CannotDecide, null, "That is not a key this verifier can use.");
        if (!File.Exists(file))
            return (Outcome.CannotDecide, null, "There is no such file.");
        if (Receipt.Parse(await File.ReadAllTextAsync(file, cancellation)) is not { } receipt)
            return (Outcome.Invalid, null, "The file is not a receipt.");
        return receipt.Holds(verifier)
            ? (Outcome.Valid, receipt, "The key signed a record that has this entry at this place.")
            : (Outcome.Invalid, receipt, "The key did not sign a record that has this entry at this place.");
    }

    private static string Plain(Outcome outcome, Receipt? receipt, string message)
    {
        var text = new StringBuilder(VerdictText.Word(outcome).Replace('_', ' ').ToUpperInvariant()).Append('\n').Append(message).Append('\n');
        if (receipt is { Checkpoint.Checkpoint: var checkpoint } && outcome == Outcome.Valid)
            text.Append(CultureInfo.InvariantCulture, $"\nRecord   {checkpoint.Origin}\nEntry    {receipt.Index} of {checkpoint.Size}\nSeal     {ReadAloudSeal.Of(checkpoint)}\n\n{Encoding.UTF8.GetString(receipt.Entry)}\n");
        return text.ToString();
    }

    private static string Json(Outcome outcome, Receipt? receipt, string message) => JsonSerializer.Serialize(
        new
        {
            verdict = VerdictText.Word(outcome),
            message,
            origin = receipt?.Checkpoint.Checkpoint.Origin,
            entry = receipt?.Index,
            size = receipt?.Checkpoint.Checkpoint.Size,
            text = receipt is null ? null : Encoding.UTF8.GetString(receipt.Entry),
        },
        VerdictText.Indented) + "\n";
}
