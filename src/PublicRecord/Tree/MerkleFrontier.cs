using System.Security.Cryptography;

namespace Assemblies.PublicRecord.Tree;

/// <summary>The roots of the complete subtrees of a growing tree: an append costs a few hashes however long the record is.</summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> subtrees = [];

    /// <summary>How many leaves were appended.</summary>
    public long Size { get; private set; }

    /// <summary>Appends the hash of an entry.</summary>
    public void Append(byte[] leaf)
    {
        var hash = leaf;
        // Every trailing one of the old size is a complete subtree that the new leaf completes to one of twice the size.
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = MerkleTree.Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }
        subtrees.Add(hash);
        Size++;
    }

    /// <summary>The root of the leaves so far (RFC 6962, section 2.1).</summary>
    public byte[] Root()
    {
        if (subtrees.Count == 0)
            return SHA256.HashData([]);
        var root = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
            root = MerkleTree.Node(subtrees[i], root);
        return root;
    }

    /// <summary>The root after one more leaf, without appending it.</summary>
    public byte[] RootWith(byte[] leaf)
    {
        var next = new MerkleFrontier { Size = Size };
        next.subtrees.AddRange(subtrees);
        next.Append(leaf);
        return next.Root();
    }
}
