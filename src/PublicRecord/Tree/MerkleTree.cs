using System.Numerics;
using System.Security.Cryptography;

namespace Assemblies.PublicRecord.Tree;

/// <summary>The tree over the hashes of the entries: RFC 6962, section 2.1, with SHA-256.</summary>
public static class MerkleTree
{
    /// <summary>The hash of an entry: SHA-256(00 || bytes), so that no entry can be taken for a node.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of two subtrees: SHA-256(01 || left || right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[65];
        both[0] = 0x01;
        left.CopyTo(both[1..]);
        right.CopyTo(both[33..]);
        return SHA256.HashData(both);
    }

    /// <summary>The root of leaf hashes; SHA-256("") of none.</summary>
    public static byte[] Root(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves)
            frontier.Append(leaf);
        return frontier.Root();
    }

    /// <summary>That an entry is in a tree: the path of RFC 9162, section 2.1.3.1.</summary>
    /// <param name="leaves">The leaf hashes of the tree.</param>
    /// <param name="index">The entry, counted from 0.</param>
    public static IReadOnlyList<byte[]> InclusionProof(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        Path(leaves, 0, leaves.Count, index, path);
        return path;
    }

    private static void Path(IReadOnlyList<byte[]> leaves, int from, int count, int index, List<byte[]> path)
    {
        if (count == 1)
            return;
        var left = LargestPowerBelow(count);
        if (index < left)
        {
            Path(leaves, from, left, index, path);
            path.Add(Range(leaves, from + left, count - left));
        }
        else
        {
            Path(leaves, from + left, count - left, index - left, path);
            path.Add(Range(leaves, from, left));
        }
    }

    /// <summary>That an earlier tree is a prefix of this one: RFC 9162, section 2.1.4.1.</summary>
    /// <param name="leaves">The leaf hashes of the later tree.</param>
    /// <param name="earlier">The size of the earlier tree, from 1 to the size of the later.</param>
    public static IReadOnlyList<byte[]> ConsistencyProof(IReadOnlyList<byte[]> leaves, int earlier)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, leaves.Count);
        var proof = new List<byte[]>();
        Subproof(leaves, 0, leaves.Count, earlier, whole: true, proof);
        return proof;
    }

    private static void Subproof(IReadOnlyList<byte[]> leaves, int from, int count, int earlier, bool whole, List<byte[]> proof)
    {
        if (earlier == count)
        {
            if (!whole)
                proof.Add(Range(leaves, from, count));
            return;
        }
        var left = LargestPowerBelow(count);
        if (earlier <= left)
        {
            Subproof(leaves, from, left, earlier, whole, proof);
            proof.Add(Range(leaves, from + left, count - left));
        }
        else
        {
            Subproof(leaves, from + left, count - left, earlier - left, whole: false, proof);
            proof.Add(Range(leaves, from, left));
        }
    }

    private static byte[] Range(IReadOnlyList<byte[]> leaves, int from, int count) => Root(leaves.Skip(from).Take(count));

    private static int LargestPowerBelow(int count) => 1 << BitOperations.Log2((uint)count - 1);
}
