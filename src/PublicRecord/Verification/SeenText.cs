using System.Text.RegularExpressions;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Verification;

/// <summary>A checkpoint as somebody saw it.</summary>
/// <param name="Text">The words in which it was seen.</param>
/// <param name="Checkpoint">What it says, the origin empty when it did not say; null for a seal.</param>
/// <param name="Note">With its signatures, if there were any.</param>
/// <param name="Seal">26 letters, if that is all there was.</param>
internal sealed partial record SeenText(string Text, Checkpoint? Checkpoint, SignedCheckpoint? Note, string? Seal)
{
    /// <summary>Finds notes; if there are none, the text of photographed codes; if there is none, read-aloud seals, one a line.</summary>
    public static IReadOnlyList<SeenText> Parse(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var notes = Notes().Matches(lines).Select(OfNote).OfType<SeenText>().ToList();
        if (notes.Count > 0)
            return notes;
        var codes = Codes().Matches(lines).Select(OfCode).OfType<SeenText>().ToList();
        return codes.Count > 0
            ? codes
            : [.. lines.Split('\n').Select(ReadAloudSeal.Tidy).OfType<string>().Select(seal => new SeenText(seal, null, null, seal))];
    }

    private static SeenText? OfNote(Match found)
    {
        if (Checkpoint.Parse($"{found.Groups[1].Value}\n{found.Groups[2].Value}\n{found.Groups[3].Value}\n") is not { } checkpoint)
            return null;
        var note = found.Groups[4].Success ? $"{checkpoint}\n{found.Groups[4].Value.Trim('\n')}\n" : null;
        return new(note ?? checkpoint.ToString(), checkpoint, note is null ? null : SignedCheckpoint.Parse(note), null);
    }

    private static SeenText? OfCode(Match found) =>
        StrictText.FromBase64Url(found.Groups[3].Value) is { } root && StrictText.FromDecimal(found.Groups[2].Value) is { } size
            ? new(found.Value, new Checkpoint(found.Groups[1].Value, size, root), null, null)
            : null;

    [GeneratedRegex(@"(?:^|\n)([^\s+]+)\n([0-9]{1,15})\n([A-Za-z0-9+/]{43}=)(?:\n\n((?:— [^\n]+(?:\n|$))+)|(?=\n|$))")]
    private static partial Regex Notes();

    // What the projector's code holds: https://host/record/id#42.K8yb5UYX…
    [GeneratedRegex(@"(?:https?://([^\s#+]+)#)?(?<![A-Za-z0-9_.-])([0-9]{1,15})\.([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")]
    private static partial Regex Codes();
}
