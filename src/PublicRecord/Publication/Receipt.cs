using System.Globalization;
using System.Text;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.PublicRecord.Publication;

/// <summary>One entry with its proof in one text file: C2SP tlog-proof, version 1. An institution keeps it and needs nothing else of ours.</summary>
/// <remarks>The extra line carries the entry's bytes. Its own leaf hash is what the path proves, so nothing unproven is in the file.</remarks>
/// <param name="Entry">The entry's exact bytes.</param>
/// <param name="Index">Its place.</param>
/// <param name="Path">The inclusion proof (RFC 9162, section 2.1.3.1).</param>
/// <param name="Checkpoint">The signed checkpoint that it leads to.</param>
public sealed record Receipt(byte[] Entry, long Index, IReadOnlyList<byte[]> Path, SignedCheckpoint Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>The receipt of an entry under a checkpoint.</summary>
    /// <param name="entries">At least as many as the checkpoint has, the entry itself not withheld.</param>
    /// <param name="index">Which entry, from 0.</param>
    /// <param name="checkpoint">Any checkpoint of the record that has the entry.</param>
    public static Receipt Of(IReadOnlyList<StoredEntry> entries, int index, SignedCheckpoint checkpoint)
    {
        var leaves = entries.Take((int)checkpoint.Checkpoint.Size).Select(e => e.Hash).ToList();
        var bytes = entries[index].Bytes ?? throw new ArgumentException($"Entry {index} is withheld: there is nothing to hand out.", nameof(index));
        return new(bytes, index, MerkleTree.InclusionProof(leaves, index), checkpoint);
    }

    /// <summary>Reads a receipt; null when it is malformed.</summary>
    public static Receipt? Parse(string text)
    {
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || SignedCheckpoint.Parse(text[(split + 2)..]) is not { } checkpoint)
            return null;
        if (text[..split].Split('\n') is not [Header, var extra, var index, .. var hashes] || !extra.StartsWith("extra ", StringComparison.Ordinal) || !index.StartsWith("index ", StringComparison.Ordinal))
            return null;
        var path = hashes.Select(StrictText.FromBase64).ToList();
        return StrictText.FromBase64(extra[6..]) is { } entry && StrictText.FromDecimal(index[6..]) is { } number && path.TrueForAll(h => h?.Length == 32)
            ? new(entry, number, path!, checkpoint)
            : null;
    }

    /// <summary>Whether the key signed a record that has this entry at this place (RFC 9162, section 2.1.3.2).</summary>
    public bool Holds(VerifierKey key) =>
        key.Name == Checkpoint.Checkpoint.Origin && Checkpoint.Note.TrustUnder(key) == NoteTrust.Holds
        && Entries.Entry.Read(Entry, key.Name, Index, out _) is null
        && MerkleProofs.Includes(MerkleTree.Leaf(Entry), Index, Checkpoint.Checkpoint.Size, Path, Checkpoint.Checkpoint.Root);

    /// <summary>The file, with the extension <c>.tlog-proof</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Header).Append("\nextra ").Append(Convert.ToBase64String(Entry))
            .Append(CultureInfo.InvariantCulture, $"\nindex {Index}\n");
        foreach (var hash in Path)
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }
}
