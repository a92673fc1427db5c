using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Verification;

/// <summary>A record while it is being verified.</summary>
/// <param name="Files">What is published.</param>
/// <param name="Lines">The entries.</param>
/// <param name="Keys">The keys that it says it has.</param>
/// <param name="Signed">Its checkpoint.</param>
internal sealed record RecordInHand(PublishedFiles Files, IReadOnlyList<StoredEntry> Lines, KeyChain Keys, SignedCheckpoint Signed)
{
    public Checkpoint Checkpoint => Signed.Checkpoint;

    /// <summary>The root of each size from 0 to that of the entries.</summary>
    public IReadOnlyList<byte[]> Roots { get; } = RootsOf(Lines);

    /// <summary>Whether the key in force at its size signed a checkpoint of this record.</summary>
    public bool IsSigned(SignedCheckpoint note) =>
        Keys.At(note.Checkpoint.Size) is { } key && key.Name == note.Checkpoint.Origin && note.Note.TrustUnder(key) == NoteTrust.Holds;

    private static List<byte[]> RootsOf(IReadOnlyList<StoredEntry> lines)
    {
        var tree = new MerkleFrontier();
        var roots = new List<byte[]> { tree.Root() };
        foreach (var line in lines)
        {
            tree.Append(line.Hash);
            roots.Add(tree.Root());
        }
        return roots;
    }
}
