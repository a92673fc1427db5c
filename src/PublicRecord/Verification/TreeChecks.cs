using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Verification;

/// <summary>The entries against the root that was signed, and against every root that was signed before.</summary>
internal static class TreeChecks
{
    public static Finding? Root(RecordInHand record)
    {
        if (record.Lines.Count != record.Checkpoint.Size)
            return new("size", FirstWrong(record));
        if (!record.Roots[^1].AsSpan().SequenceEqual(record.Checkpoint.Root))
            return new("root", FirstWrong(record));
        return record.Lines.Count == 0 ? new("first_entry") : null;
    }

    /// <summary>Which entry is the first that was not there when it was signed; the earlier checkpoints tell.</summary>
    private static long? FirstWrong(RecordInHand record) =>
        (All(record) ?? []).Where(c => c.Checkpoint.Size > 0 && c.Checkpoint.Size <= record.Lines.Count && !IsPrefix(record, c.Checkpoint))
            .FirstOrDefault(record.IsSigned)?.Checkpoint.Size - 1;

    public static Finding? Checkpoints(RecordInHand record)
    {
        if (record.Files.Find(PublishedFiles.Checkpoints) is null)
            return null;
        if (All(record) is not { } notes)
            return new("checkpoint_format");
        var before = 0L;
        foreach (var note in notes)
        {
            var entry = note.Checkpoint.Size - 1;
            if (note.Checkpoint.Size <= before || note.Checkpoint.Size > record.Lines.Count)
                return new("checkpoint_order", entry);
            if (!IsPrefix(record, note.Checkpoint))
                return new("checkpoint_root", entry);
            before = note.Checkpoint.Size;
        }
        if (before != record.Lines.Count)
            return new("checkpoint_order");
        return notes.FirstOrDefault(note => !record.IsSigned(note)) is { } unsigned ? new("checkpoint_signature", unsigned.Checkpoint.Size - 1) : null;
    }

    /// <summary>The checkpoints that are published; null when the file is missing or malformed.</summary>
    public static IReadOnlyList<SignedCheckpoint>? All(RecordInHand record) =>
        record.Files.Find(PublishedFiles.Checkpoints) is { } file && StrictText.FromUtf8(file) is { } text ? SignedCheckpoint.ParseAll(text) : null;

    public static bool IsPrefix(RecordInHand record, Checkpoint checkpoint) =>
        record.Roots[(int)checkpoint.Size].AsSpan().SequenceEqual(checkpoint.Root);
}
