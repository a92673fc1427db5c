using System.Text;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>
/// The keys that a record says it was signed with, and from which size on. What it says counts only once the rules found both signatures of each rotation.
/// </summary>
internal sealed class KeyChain
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("\"type\":\"key.rotated\"");
    private readonly List<(long From, string Key)> keys;

    private KeyChain(List<(long From, string Key)> keys) => this.keys = keys;

    /// <summary>The key at the beginning.</summary>
    public string First => keys[0].Key;

    /// <summary>Finds the rotations, before anything else of the entries is believed.</summary>
    /// <param name="lines">The entries' bytes; null where one is withheld.</param>
    /// <param name="key">The key of a record without rotations.</param>
    public static KeyChain Of(IEnumerable<byte[]?> lines, string key)
    {
        var rotations = lines.Select((bytes, seq) => (Seq: seq, Body: Rotation(bytes))).Where(r => r.Body is not null).ToList();
        var first = rotations is [var earliest, ..] ? earliest.Body!.Text("old_vkey")! : key;
        return new([(0, first), .. rotations.Select(r => (r.Seq + 1L, r.Body!.Text("new_vkey")!))]);
    }

    private static JsonMap? Rotation(byte[]? bytes) =>
        bytes is not null && bytes.AsSpan().IndexOf(Mark) >= 0 && StrictJson.TryRead(bytes, out var value)
        && value is JsonMap entry && entry.Text("type") == "key.rotated"
        && entry.GetValueOrDefault("body") is JsonMap body && body.Text("old_vkey") is not null && body.Text("new_vkey") is not null
            ? body
            : null;

    /// <summary>Whether the key is one of the record's.</summary>
    public bool Has(string key) => keys.Exists(k => k.Key == key);

    /// <summary>The key that signs the checkpoint of a size: that of a rotation signs the first checkpoint with the rotation in it.</summary>
    public VerifierKey? At(long size) => VerifierKey.Parse(keys.FindLast(k => k.From <= size).Key);
}
