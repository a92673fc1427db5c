using System.Globalization;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>How long a record is and what is in it, in three lines: C2SP tlog-checkpoint, without extension lines.</summary>
/// <param name="Origin">Which record: <c>host/record/id</c>.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">The root over them, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>Reads the text of a checkpoint; null when it is anything but the three lines.</summary>
    public static Checkpoint? Parse(string text) =>
        text.Split('\n') is [{ Length: > 0 } origin, var size, var root, ""]
        && StrictText.FromDecimal(size) is { } number && StrictText.FromBase64(root) is { Length: 32 } hash
            ? new(origin, number, hash)
            : null;

    /// <summary>The text that is signed, its last newline included.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    public bool Equals(Checkpoint? other) =>
        other is not null && Origin == other.Origin && Size == other.Size && Root.AsSpan().SequenceEqual(other.Root);

    public override int GetHashCode() => HashCode.Combine(Origin, Size);
}
