using System.Text;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Tree;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.PublicRecord;

/// <summary>Whoever changes a published record without the key is found out, at the entry; whoever has the key, by those who saw the record before.</summary>
public sealed class TamperTests
{
    private static readonly RecordWriter Sample = Small();

    // As few entries as show everything: each bit of them is flipped below.
    private static RecordWriter Small() => Enumerable.Range(0, 200).Select(Evening.Write).First(r => r.Entries.Count is > 5 and < 10 && r.Disclosures.Count > 0 && r.Signers.Count == 1);

    [Theory]
    [InlineData(PublishedFiles.Entries), InlineData(PublishedFiles.Checkpoint), InlineData(PublishedFiles.Checkpoints), InlineData(PublishedFiles.Disclosures)]
    public void Every_flipped_bit_is_refused(string name)
    {
        var files = Sample.Publish();
        var (key, bytes) = (Sample.FirstKey.ToString(), files.Find(name)!);
        Assert.NotEmpty(bytes);
        Parallel.For(0, bytes.Length * 8, bit =>
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(RecordVerifier.Verify(Forgery.With(files, name, flipped), key, []).Outcome != Outcome.Valid, $"Bit {bit} of {name}");
        });
    }

    [Fact]
    public void A_changed_entry_is_named()
    {
        var lines = Lines();
        for (var i = 0; i < lines.Length; i++)
        {
            var changed = lines.ToArray();
            changed[i] = changed[i].Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal);
            Refused(changed, "root", i);
        }
    }

    [Fact]
    public void Dropped_inserted_swapped_and_duplicated_entries_are_refused_where_they_are()
    {
        var lines = Lines();
        for (var i = 0; i < lines.Length; i++)
        {
            Refused([.. lines[..i], .. lines[(i + 1)..]], "size", i == lines.Length - 1 ? null : i);
            Refused([.. lines[..i], lines[i], .. lines[i..]], "size", i == lines.Length - 1 ? null : i + 1);
            Refused([.. lines[..i], lines[i].Replace("scribe", "scribd", StringComparison.Ordinal), .. lines[i..]], "size", i);
            Refused(lines[..i], "size", null);
            if (i > 0)
                Refused([.. lines[..(i - 1)], lines[i], lines[i - 1], .. lines[(i + 1)..]], "root", i - 1);
        }
    }

    [Fact]
    public void A_cut_off_file_is_refused_at_every_byte()
    {
        var files = Sample.Publish();
        foreach (var name in (string[])[PublishedFiles.Checkpoint, PublishedFiles.Checkpoints, PublishedFiles.Entries, PublishedFiles.Disclosures])
            Parallel.For(0, files.Find(name)!.Length, length =>
                Assert.True(RecordVerifier.Verify(Forgery.With(files, name, files.Find(name)![..length]), Sample.FirstKey.ToString(), []).Outcome != Outcome.Valid, $"{name} cut at {length}"));
    }

    [Fact]
    public void A_fork_at_any_entry_is_shown_by_every_checkpoint_that_was_seen_after_it()
    {
        var honest = Sample.Checkpoints;
        for (var at = 0; at < Sample.Entries.Count; at++)
        {
            var forged = new Forgery(Sample).Change(at, entry => entry["by"] = "forger").Publish();
            Assert.Equal(Outcome.Valid, RecordVerifier.Verify(forged.Files, Sample.FirstKey.ToString(), []).Outcome);
            for (var seen = 0; seen < honest.Count; seen++)
            {
                var verdict = RecordVerifier.Verify(forged.Files, Sample.FirstKey.ToString(), [honest[seen]]);
                if (seen < at)
                {
                    Assert.Equal(Outcome.Valid, verdict.Outcome);
                    continue;
                }
                Assert.Equal((Outcome.Invalid, "fork"), (verdict.Outcome, verdict.Finding!.Rule));
                Assert.Equal(new Fork(honest[seen], forged.Checkpoints[seen], Proven: true), Assert.Single(verdict.Forks));
            }
        }
    }

    [Fact]
    public void What_people_saw_may_be_a_note_a_photographed_code_a_seal_or_a_receipt()
    {
        var seen = SignedCheckpoint.Parse(Sample.Checkpoints[4])!.Checkpoint;
        var code = $"see https://{RecordWriter.Origin}#{seen.Size}.{Convert.ToBase64String(seen.Root).TrimEnd('=').Replace('+', '-').Replace('/', '_')} today";
        var receipt = Receipt.Of(Sample.Entries, 2, SignedCheckpoint.Parse(Sample.Checkpoints[4])!).ToString();
        var seal = ReadAloudSeal.Of(seen);
        foreach (var text in (string[])[Sample.Checkpoints[4].Replace("\n", "\r\n", StringComparison.Ordinal), seen.ToString(), code, code.Replace("https://" + RecordWriter.Origin + "#", "", StringComparison.Ordinal), seal, receipt])
        {
            Assert.Equal(Outcome.Valid, Sample.Verify(text).Outcome);
            var forged = new Forgery(Sample).Change(1, entry => entry["by"] = "forger").Publish().Files;
            var verdict = RecordVerifier.Verify(forged, Sample.FirstKey.ToString(), [text]);
            Assert.Equal(text == seal ? "seen_unmatched" : "fork", verdict.Finding!.Rule);
            Assert.Equal(text.Contains('—'), verdict.Forks.Any(f => f.Proven));
        }
    }

    [Theory]
    [InlineData("nothing of the kind", "seen_unreadable"), InlineData("", "seen_unreadable"), InlineData("ABCDE FGHIJ KLMNO PQRST UVWXYZ", "seen_unmatched")]
    [InlineData("999.K8yb5UYXJDx2uY6bASAqReR1fkroG5aCKxdMsD0uT3k", "seen_newer")]
    [InlineData("other.example/record/x\n2\nK8yb5UYXJDx2uY6bASAqReR1fkroG5aCKxdMsD0uT3k=\n", "seen_other")]
    public void What_cannot_be_compared_is_not_called_valid(string seen, string rule)
    {
        var verdict = Sample.Verify(seen);
        Assert.Equal((Outcome.CannotDecide, rule), (verdict.Outcome, verdict.Finding!.Rule));
    }

    [Fact]
    public void A_record_without_the_key_or_its_files_is_not_decided()
    {
        var files = Sample.Publish();
        Assert.Equal("vkey", RecordVerifier.Verify(files, "nonsense", []).Finding!.Rule);
        foreach (var name in (string[])[PublishedFiles.Checkpoint, PublishedFiles.Entries])
            Assert.Equal((Outcome.CannotDecide, name), (RecordVerifier.Verify(Forgery.With(files, name, bytes: null), Sample.FirstKey.ToString(), []).Outcome, RecordVerifier.Verify(Forgery.With(files, name, bytes: null), Sample.FirstKey.ToString(), []).Finding!.Detail));
        var other = VerifierKey.Of(RecordWriter.Origin, KeyFile.New());
        Assert.Equal((Outcome.Invalid, "signature"), (RecordVerifier.Verify(files, other.ToString(), []).Outcome, RecordVerifier.Verify(files, other.ToString(), []).Finding!.Rule));
    }

    [Fact]
    public void Every_prefix_is_consistent_and_every_leaf_included_up_to_200()
    {
        var leaves = Enumerable.Range(0, 200).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToList();
        var roots = Enumerable.Range(0, 201).Select(n => MerkleTree.Root(leaves.Take(n))).ToList();
        Parallel.For(1, 201, n =>
        {
            var tree = leaves.Take(n).ToList();
            for (var m = 1; m <= n; m++)
            {
                var proof = MerkleTree.ConsistencyProof(tree, m);
                Assert.True(MerkleProofs.Consistent(m, roots[m], n, roots[n], proof), $"{m} of {n}");
                Assert.False(MerkleProofs.Consistent(m, roots[m - 1], n, roots[n], proof));
                Assert.False(MerkleProofs.Consistent(m, roots[m], n, roots[n - 1], proof));
                Assert.False(MerkleProofs.Consistent(m, roots[m], n, roots[n], [.. proof, roots[1]]));
                var path = MerkleTree.InclusionProof(tree, m - 1);
                Assert.True(MerkleProofs.Includes(leaves[m - 1], m - 1, n, path, roots[n]));
                Assert.False(MerkleProofs.Includes(leaves[m % 200], m - 1, n, path, roots[n]));
                Assert.False(MerkleProofs.Includes(leaves[m - 1], m, n, path, roots[n]));
                Assert.False(MerkleProofs.Includes(leaves[m - 1], m - 1, n, [.. path, roots[1]], roots[n]));
            }
        });
    }

    private static string[] Lines() => Encoding.UTF8.GetString(Sample.Publish().Find(PublishedFiles.Entries)!).Split('\n')[..^1];

    private static void Refused(string[] lines, string rule, int? entry)
    {
        var files = Forgery.With(Sample.Publish(), PublishedFiles.Entries, string.Concat(lines.Select(l => l + "\n")));
        var verdict = RecordVerifier.Verify(files, Sample.FirstKey.ToString(), []);
        Assert.Equal((Outcome.Invalid, rule, (long?)entry), (verdict.Outcome, verdict.Finding!.Rule, verdict.Finding.Entry));
    }
}
