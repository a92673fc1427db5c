using System.Text;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>A signature line: who, which key, and the signature's bytes.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The first four bytes of the decoded line.</param>
/// <param name="Signature">The rest; for our keys ECDSA in DER.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Signature)
{
    /// <summary>The line as it is written, with its newline.</summary>
    public override string ToString() => $"— {Name} {Convert.ToBase64String([.. KeyId, .. Signature])}\n";
}

/// <summary>What the signatures of a note say about one key.</summary>
public enum NoteTrust
{
    /// <summary>A line of this key holds.</summary>
    Holds,

    /// <summary>No line is of this key.</summary>
    Unknown,

    /// <summary>A line claims this key and does not hold: C2SP signed-note has the whole note refused.</summary>
    Broken,
}

/// <summary>Text with signatures: C2SP signed-note.</summary>
/// <param name="Text">The signed text, its last newline included.</param>
/// <param name="Signatures">At least one.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MostSignatures = 16;

    /// <summary>Reads a note; null when it is malformed.</summary>
    public static SignedNote? Parse(string note)
    {
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !note.EndsWith('\n') || note.Any(c => (c < ' ' && c != '\n') || c == '\u007f'))
            return null;
        var lines = note[(split + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures)
            return null;
        var signatures = lines.Select(ParseLine).ToList();
        return signatures.Contains(null) ? null : new(note[..(split + 1)], signatures!);
    }

    private static NoteSignature? ParseLine(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["—", { Length: > 0 } name, var encoded] || name.Contains('+', StringComparison.Ordinal))
            return null;
        return StrictText.FromBase64(encoded) is { Length: >= 5 } bytes ? new(name, bytes[..4], bytes[4..]) : null;
    }

    /// <summary>Whether the key signed this. Lines of other keys are passed over, as C2SP signed-note has it.</summary>
    public NoteTrust TrustUnder(VerifierKey key)
    {
        var trust = NoteTrust.Unknown;
        foreach (var line in Signatures.Where(s => s.Name == key.Name && s.KeyId.AsSpan().SequenceEqual(key.Id)))
        {
            if (!key.Verifies(Encoding.UTF8.GetBytes(Text), line.Signature))
                return NoteTrust.Broken;
            trust = NoteTrust.Holds;
        }
        return trust;
    }

    /// <summary>The note as it is stored and sent.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";
}
