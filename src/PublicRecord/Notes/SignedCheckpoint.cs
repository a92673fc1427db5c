namespace Assemblies.PublicRecord.Notes;

/// <summary>A checkpoint in its signed note.</summary>
/// <param name="Note">The note.</param>
/// <param name="Checkpoint">What it says.</param>
public sealed record SignedCheckpoint(SignedNote Note, Checkpoint Checkpoint)
{
    /// <summary>Reads a note that holds a checkpoint; null when it is not one.</summary>
    public static SignedCheckpoint? Parse(string text) =>
        SignedNote.Parse(text) is { } note && Checkpoint.Parse(note.Text) is { } checkpoint ? new(note, checkpoint) : null;

    /// <summary>Reads notes that follow one another with one empty line between; null when anything else is there.</summary>
    public static IReadOnlyList<SignedCheckpoint>? ParseAll(string text)
    {
        if (text.Length == 0)
            return [];
        // Three lines, an empty one, signatures, an empty one: so every second block belongs to the one before it.
        var blocks = text.Split("\n\n");
        if (blocks.Length % 2 != 0 || !text.EndsWith('\n'))
            return null;
        var notes = new List<SignedCheckpoint>();
        for (var i = 0; i < blocks.Length; i += 2)
        {
            var last = i + 2 == blocks.Length;
            if (Parse($"{blocks[i]}\n\n{blocks[i + 1]}{(last ? "" : "\n")}") is not { } note)
                return null;
            notes.Add(note);
        }
        return notes;
    }

    /// <summary>The note as it is stored and sent.</summary>
    public override string ToString() => Note.ToString();
}
