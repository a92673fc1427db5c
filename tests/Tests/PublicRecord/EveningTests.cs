using System.Text;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Tree;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.PublicRecord;

/// <summary>Whole evenings: what the writer wrote, the verifier takes; a redaction leaves the root; a clock that goes back stops nothing.</summary>
public sealed class EveningTests
{
    [Fact]
    public void What_the_writer_wrote_the_verifier_takes()
    {
        var types = new HashSet<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var record = Evening.Write(seed);
            var verdict = record.Verify([.. record.Checkpoints]);
            Assert.True(verdict.Outcome == Outcome.Valid, $"Seed {seed}: {verdict.Finding?.Message}");
            Assert.Equal(record.Entries.Count(e => e.Bytes is null), verdict.WithheldEntries);
            Assert.Equal(verdict.Withheld == 0 ? "valid" : $"valid, {verdict.Withheld} withheld", verdict.Headline);
            // The key of the last page verifies the record as well as the one on the first programme.
            Assert.Equal(Outcome.Valid, RecordVerifier.Verify(record.Publish(), record.Key.ToString(), []).Outcome);
            record.Reopen();
            types.UnionWith(record.Entries.Where(e => e.Bytes is not null).Select(e => Encoding.UTF8.GetString(e.Bytes!).Split("\"type\":\"")[^1].Split('"')[0]));
        }
        Assert.Equal(21, types.Count);
    }

    [Fact]
    public void A_bundle_is_the_same_after_the_zip_and_the_same_each_time()
    {
        var files = Evening.Write(3).Publish();
        using var zip = new MemoryStream();
        using var again = new MemoryStream();
        files.WriteZip(zip);
        files.WriteZip(again);
        Assert.Equal(zip.ToArray(), again.ToArray());
        zip.Position = 0;
        var read = PublishedFiles.ReadZip(zip);
        Assert.Equal(files.All.Keys.Order(), read.All.Keys.Order());
        Assert.All(files.All, f => Assert.Equal(f.Value, read.Find(f.Key)));
    }

    [Fact]
    public void A_redaction_leaves_every_earlier_root_and_every_receipt()
    {
        var record = Evening.Write(1);
        var before = record.Checkpoints.ToList();
        var receipt = Receipt.Of(record.Entries, 1, SignedCheckpoint.Parse(before[^1])!);
        var turnout = new Forgery(record).Find("turnout.counted");
        var seq = record.Add(new RedactionMade(turnout, RedactionGround.Safety, ("chair", "organiser")) { Restates = ("turnout.counted", []) });
        Assert.Equal("withheld", record.Verify().Finding?.Rule);
        record.Withhold(turnout);
        var verdict = record.Verify([.. before]);
        Assert.Equal(Outcome.Valid, verdict.Outcome);
        Assert.StartsWith("valid, ", verdict.Headline, StringComparison.Ordinal);
        Assert.Equal(seq + 1, verdict.Checkpoint!.Size);
        Assert.True(receipt.Holds(record.Key));
        record.Reopen();
    }

    [Fact]
    public void When_the_clock_goes_back_the_time_before_is_kept_and_the_writer_says_so()
    {
        var record = Evening.Write(2);
        record.Now -= TimeSpan.FromDays(1000);
        var draft = new EntryDraft(new TurnoutCounted(5, "again", record.Now), "scribe", record.Now);
        Assert.Null(record.Log.Prepare(draft, out var prepared));
        Assert.True(prepared!.ClockHeld);
        record.Add(draft);
        Assert.Equal(Outcome.Valid, record.Verify().Outcome);
        record.Now += TimeSpan.FromDays(2000);
        Assert.Null(record.Log.Prepare(draft with { At = record.Now }, out prepared));
        Assert.False(prepared!.ClockHeld);
    }

    [Fact]
    public void A_writer_does_not_sign_over_entries_that_are_not_those_it_signed()
    {
        var record = Evening.Write(4);
        var last = record.Checkpoints[^1];
        Assert.Equal("size", Refusal([.. record.Entries.SkipLast(1)], last));
        Assert.Equal("size", Refusal([.. record.Entries], record.Checkpoints[^2]));
        Assert.Equal("size", Refusal([.. record.Entries], null));
        var entries = record.Entries.ToList();
        entries[^1] = StoredEntry.Of(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entries[^1].Bytes!).Replace("\"by\":\"scribe\"", "\"by\":\"scribd\"", StringComparison.Ordinal)));
        Assert.Equal("root", Refusal(entries, last));
        // The hash as it was, the bytes changed: the hash column alone would not tell.
        entries[^1] = entries[^1] with { Hash = record.Entries[^1].Hash };
        Assert.Equal("root", Refusal(entries, last));
        Assert.Equal("note_format", Refusal([.. record.Entries], "nonsense"));
        var stranger = NoteSigner.Of(RecordWriter.Origin, KeyFile.New());
        Assert.Throws<InconsistentRecordException>(() => RecordLog.Open(stranger, record.Entries, last));

        string Refusal(List<StoredEntry> stored, string? checkpoint) =>
            Assert.Throws<InconsistentRecordException>(() => RecordLog.Open(record.Signers[^1].Signer, stored, checkpoint)).Finding.Rule;
    }

    [Fact]
    public void What_was_prepared_for_another_place_is_not_committed()
    {
        var record = Evening.Write(5);
        var draft = new EntryDraft(new TurnoutCounted(5, "again", record.Now), "scribe", record.Now);
        Assert.Null(record.Log.Prepare(draft, out var prepared));
        record.Add(draft);
        Assert.Throws<InvalidOperationException>(() => record.Log.Commit(prepared!));
    }

    [Fact]
    public void Two_thousand_entries_have_their_root_in_a_few_milliseconds()
    {
        var leaves = Enumerable.Range(0, 2000).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToList();
        MerkleTree.Root(leaves);
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var start = TimeProvider.System.GetTimestamp();
            MerkleTree.Root(leaves);
            return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        });
        // Measured 2 ms; the bound is what a busy machine still keeps, and ten times below a root that is built anew for each subtree.
        Assert.InRange(best, 0, 40);
    }
}
