using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Publication;

/// <summary>
/// Whether what is stored is what was signed, one entry at a time and in little memory: every leaf hash is that of its bytes, every checkpoint the root of the
/// entries before it (RFC 6962, section 2.1), the last one signed. It does not read what the entries say: that is the verifier's part.
/// </summary>
/// <param name="key">The key in force.</param>
public sealed class StoredRecordCheck(VerifierKey key)
{
    private readonly MerkleFrontier tree = new();
    private SignedCheckpoint? last;

    /// <summary>The first entry that is not what was signed; null while none was found.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>Takes the next entry with the note of its checkpoint.</summary>
    public void Take(StoredEntry entry, string checkpoint)
    {
        var seq = tree.Size;
        tree.Append(entry.Hash);
        last = SignedCheckpoint.Parse(checkpoint);
        Finding ??= entry.Bytes is { } bytes && !MerkleTree.Leaf(bytes).AsSpan().SequenceEqual(entry.Hash) ? new("root", seq)
            : last is null ? new("note_format", seq)
            : last.Checkpoint.Size != tree.Size || !last.Checkpoint.Root.AsSpan().SequenceEqual(tree.Root()) ? new("checkpoint_root", seq)
            : null;
    }

    /// <summary>What was found, the signature of the last checkpoint included.</summary>
    public Finding? End() => Finding ?? (last is null || (last.Checkpoint.Origin == key.Name && last.Note.TrustUnder(key) == NoteTrust.Holds) ? null : new("signature"));
}
