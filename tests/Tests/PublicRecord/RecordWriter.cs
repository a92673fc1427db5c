using System.Security.Cryptography;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.PublicRecord;

/// <summary>Writes a record as the server does: prepares, stores, commits.</summary>
internal sealed class RecordWriter
{
    public const string Origin = "assembly.example.org/record/01JB2Q7X9K4T8YV6ZC3M5N0WRD";

    private RecordWriter(ECDsa key)
    {
        Signers.Add((0, NoteSigner.Of(Origin, key)));
        Log = RecordLog.Open(Signers[0].Signer, [], null);
    }

    public RecordLog Log { get; private set; }
    public List<StoredEntry> Entries { get; } = [];
    public List<string> Checkpoints { get; } = [];

    /// <summary>Those that may be public.</summary>
    public List<Disclosure> Disclosures { get; } = [];
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Who signs, from which size on.</summary>
    public List<(long From, NoteSigner Signer)> Signers { get; } = [];
    public DateTimeOffset Now { get; set; } = new(2026, 10, 1, 18, 0, 0, TimeSpan.Zero);
    public VerifierKey FirstKey => Signers[0].Signer.Key;
    public VerifierKey Key => Signers[^1].Signer.Key;

    public static RecordWriter New() => new(KeyFile.New());

    /// <summary>Appends an entry and returns its index.</summary>
    public long Add(EntryBody body, params Disclosure[] disclosures) => Add(new EntryDraft(body, "scribe", Now) { Disclosures = disclosures });

    public long Add(EntryDraft draft)
    {
        Assert.Null(Log.Prepare(draft, out var prepared));
        return Store(prepared!);
    }

    /// <summary>The rule for which an entry is refused.</summary>
    public string? Refusal(EntryBody body) => Log.Prepare(new EntryDraft(body, "scribe", Now), out _)?.Rule;

    public long Rotate()
    {
        var next = NoteSigner.Of(Origin, KeyFile.New());
        Assert.Null(Log.Rotate(next, "clerk", Now, out var prepared));
        Signers.Add((prepared!.Entry.Seq + 1, next));
        return Store(prepared);
    }

    private long Store(PreparedEntry prepared)
    {
        Entries.Add(prepared.Stored);
        Checkpoints.Add(prepared.Checkpoint.ToString());
        Log.Commit(prepared);
        Now += TimeSpan.FromSeconds(7);
        return prepared.Entry.Seq;
    }

    /// <summary>Withholds an entry's bytes, which a redaction of level 2 has to say.</summary>
    public void Withhold(long seq) => Entries[(int)seq] = Entries[(int)seq] with { Bytes = null };

    /// <summary>As after a restart.</summary>
    public void Reopen() => Log = RecordLog.Open(Signers[^1].Signer, Entries, Checkpoints.LastOrDefault());

    public PublishedFiles Publish() => new RecordBundle(Entries, Checkpoints, Key, Disclosures).Render(attachments: Files);

    public Verdict Verify(params string[] seen) => RecordVerifier.Verify(Publish(), FirstKey.ToString(), seen);
}
