namespace Assemblies.PublicRecord.Tree;

/// <summary>Checks proofs without the other entries.</summary>
public static class MerkleProofs
{
    /// <summary>Whether the leaf is at the index in the tree of this size and root (RFC 9162, section 2.1.3.2).</summary>
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (fn, sn, r) = (index, size - 1, leaf);
        foreach (var p in path)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                r = MerkleTree.Node(p, r);
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                r = MerkleTree.Node(r, p);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && r.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the earlier tree is a prefix of the later (RFC 9162, section 2.1.4.2).</summary>
    public static bool Consistent(long earlier, byte[] earlierRoot, long later, byte[] laterRoot, IReadOnlyList<byte[]> proof)
    {
        if (earlier < 1 || earlier > later)
            return false;
        if (earlier == later)
            return proof.Count == 0 && earlierRoot.AsSpan().SequenceEqual(laterRoot);
        // A complete subtree is its own first node and is left out of the proof.
        var path = (earlier & (earlier - 1)) == 0 ? [earlierRoot, .. proof] : proof;
        if (path.Count == 0)
            return false;
        var (fn, sn) = (earlier - 1, later - 1);
        while ((fn & 1) == 1)
            (fn, sn) = (fn >> 1, sn >> 1);
        var (fr, sr) = (path[0], path[0]);
        foreach (var c in path.Skip(1))
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                (fr, sr) = (MerkleTree.Node(c, fr), MerkleTree.Node(c, sr));
                while ((fn & 1) == 0 && fn != 0)
                    (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                sr = MerkleTree.Node(sr, c);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 && fr.AsSpan().SequenceEqual(earlierRoot) && sr.AsSpan().SequenceEqual(laterRoot);
    }
}
