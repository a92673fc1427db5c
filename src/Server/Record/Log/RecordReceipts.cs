using System.Text;
using Assemblies.Data;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;

namespace Assemblies.Record.Log;

/// <summary>The receipts that people keep (C2SP tlog-proof, version 1; docs/record-format.md, "Receipts").</summary>
internal static class RecordReceipts
{
    private const string ClosedName = "closing.tlog-proof";

    /// <summary>
    /// An institution's receipt: the entry that closed the session, under the checkpoint of exactly that size. It is the same file for everybody and never
    /// changes, so two institutions compare theirs byte by byte. Null while the session is open.
    /// </summary>
    public static Receipt? Closing(RecordFiles.Published published)
    {
        for (var seq = 0; seq < published.Rows.Count; seq++)
            if (published.Rows[seq].Type == "session.closed")
                return Receipt.Of(published.Entries, seq, SignedCheckpoint.Parse(published.Rows[seq].Checkpoint)!);
        return null;
    }

    /// <summary>What an institution is shown of its receipt.</summary>
    /// <param name="Path">Where the record is.</param>
    /// <param name="Seal">The seal of the closing checkpoint.</param>
    public sealed record Held(string Path, string Seal);

    /// <summary>The receipt to hold on to; null while the session is open, or nothing is recorded.</summary>
    public static async Task<Held?> HeldOfAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.ClosingNoteAsync(assemblyId, cancellation) is { } note && SignedCheckpoint.Parse(note) is { Checkpoint: var checkpoint }
        ? new(checkpoint.Origin[checkpoint.Origin.IndexOf('/', StringComparison.Ordinal)..], ReadAloudSeal.Of(checkpoint))
        : null;

    /// <summary>Everything that an institution keeps in one folder: its receipt, one for each answer that is not withheld, the key, and how to check them.</summary>
    public static PublishedFiles Of(RecordFiles.Published published)
    {
        var files = new Dictionary<string, byte[]>
        {
            [PublishedFiles.Key] = published.Files.Find(PublishedFiles.Key)!,
            [PublishedFiles.Checkpoint] = published.Files.Find(PublishedFiles.Checkpoint)!,
            ["READ ME.txt"] = Encoding.UTF8.GetBytes(ReadMe(published.Checkpoint.Checkpoint)),
        };
        if (Closing(published) is { } closing)
            files[ClosedName] = Encoding.UTF8.GetBytes(closing.ToString());
        for (var seq = 0; seq < published.Rows.Count; seq++)
            if (published.Rows[seq] is { Type: "answer.recorded", Bytes: not null })
                files[$"answer-{seq}.tlog-proof"] = Encoding.UTF8.GetBytes(Receipt.Of(published.Entries, seq, published.Checkpoint).ToString());
        return new(files);
    }

    private static string ReadMe(Checkpoint checkpoint) => $"""
        Receipts of the public record https://{checkpoint.Origin}

        closing.tlog-proof   proves how long the record was when the session was closed, and with it every entry of the evening.
                             Everybody has the same file: compare yours with another institution's.
        answer-N.tlog-proof  proves one answer, with its words. N is its number in the record.
        vkey                 the key that signs the record. Compare it with the one that is printed on the programme.

        Keep this folder. To check the record against it, get https://{checkpoint.Origin}/bundle.zip, open verify.html from it in a browser, and paste the text
        of a receipt at "What you saw": if anything was changed since, the page says so. Or, on a command line:

            verify bundle.zip --vkey vkey --seen closing.tlog-proof

        A receipt can be checked by itself as well:  verify closing.tlog-proof --vkey vkey

        """;
}
