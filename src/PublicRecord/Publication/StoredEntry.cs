using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Publication;

/// <summary>An entry as the writer keeps it.</summary>
/// <param name="Hash">The leaf hash, 32 bytes; it stays for ever.</param>
/// <param name="Bytes">The exact bytes; null once they were withheld by a redaction of level 2.</param>
public sealed record StoredEntry(byte[] Hash, byte[]? Bytes)
{
    /// <summary>An entry that is there.</summary>
    public static StoredEntry Of(byte[] bytes) => new(MerkleTree.Leaf(bytes), bytes);
}
