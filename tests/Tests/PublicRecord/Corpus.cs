using System.Text;
using System.Text.Json;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.PublicRecord;

/// <summary>One bundle for several verifiers.</summary>
/// <param name="What">How it was damaged.</param>
internal sealed record CorpusCase(string What, string Vkey, IReadOnlyList<string> Seen, PublishedFiles Files)
{
    public Verdict Verify() => RecordVerifier.Verify(Files, Vkey, Seen);

    public static string Word(Verdict verdict) => verdict.Outcome switch { Outcome.Valid => "valid", Outcome.Invalid => "invalid", _ => "cannot_decide" };

    public string ToJson(Verdict verdict) => JsonSerializer.Serialize(new
    {
        what = What,
        vkey = Vkey,
        seen = Seen,
        files = Files.All.ToDictionary(f => f.Key, f => Convert.ToBase64String(f.Value)),
        expected = new
        {
            outcome = Word(verdict),
            rule = verdict.Finding?.Rule,
            entry = verdict.Finding?.Entry,
            detail = verdict.Finding?.Detail,
            withheld = verdict.Withheld,
            night = verdict.Night,
            files_not_included = verdict.FilesNotIncluded,
            forks = verdict.Forks.Count,
        },
    });
}

/// <summary>Bundles out of a seed: as written; damaged by somebody without the key; and rewritten and signed by somebody with it.</summary>
internal sealed class Corpus(int seed)
{
    private const int Evenings = 24;
    private readonly Random random = new(seed);
    private readonly List<RecordWriter> records = [.. Enumerable.Range(0, Evenings).Select(i => Evening.Write(seed + i))];

    /// <summary>So many bundles out of twice as many: as many of each rule as of any other, as far as there are, and of valid ones six times that.</summary>
    public IReadOnlyList<(CorpusCase Case, Verdict Verdict)> Choose(int count)
    {
        var all = Enumerable.Range(0, count * 2).Select(i => Case(records[random.Next(records.Count)], i)).ToList();
        return [.. all.AsParallel().AsOrdered().Select(c => (Case: c, Verdict: c.Verify())).ToList()
            .GroupBy(c => c.Verdict.Finding?.Rule).SelectMany(g => g.Select((c, i) => (c, i: g.Key is null ? i / 6 : i))).OrderBy(c => c.i).Take(count).Select(c => c.c)];
    }

    private CorpusCase Case(RecordWriter record, int number) => (number % 10) switch
    {
        0 => new("as written", record.FirstKey.ToString(), [], record.Publish()),
        1 or 2 => WithSeen(record),
        3 or 4 => Damaged(record),
        5 => Forged(record),
        6 => Contrived(record),
        _ => FinelyForged(record),
    };

    private CorpusCase WithSeen(RecordWriter record)
    {
        var note = record.Checkpoints[random.Next(record.Checkpoints.Count)];
        var checkpoint = SignedCheckpoint.Parse(note)!.Checkpoint;
        var root = StrictText.ToBase64Url(checkpoint.Root);
        var seen = random.Next(10) switch
        {
            0 => note,
            1 => $"{note}\n{record.Checkpoints[0]}".Replace("\n", "\r\n", StringComparison.Ordinal),
            2 => ReadAloudSeal.Of(checkpoint).ToLowerInvariant(),
            3 => ReadAloudSeal.Of(checkpoint with { Size = 77 }),
            4 => $"https://{RecordWriter.Origin}#{checkpoint.Size}.{root}",
            5 => $"{checkpoint.Size + 100}.{root}",
            6 => note.Replace("assembly", "ensemble", StringComparison.Ordinal),
            7 => new Forgery(record).Change(0, e => e["by"] = "forger").Publish().Checkpoints[^1],
            8 => "I saw nothing",
            _ => checkpoint.ToString(),
        };
        var key = random.Next(4) switch { 0 => record.Key, 1 => VerifierKey.Of(RecordWriter.Origin, KeyFile.New()), _ => record.FirstKey };
        return new("seen", random.Next(12) == 0 ? key.ToString()[..^3] : $" {key}\n", [seen], record.Publish());
    }

    private CorpusCase Damaged(RecordWriter record)
    {
        var files = record.Publish();
        string[] names = [PublishedFiles.Entries, PublishedFiles.Entries, PublishedFiles.Checkpoint, PublishedFiles.Checkpoints, PublishedFiles.Disclosures];
        var name = random.Next(8) == 0 && record.Files.Count > 0 ? PublishedFiles.AttachmentFolder + record.Files.Keys.First() : names[random.Next(names.Length)];
        var bytes = files.Find(name)!.ToList();
        var at = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes.RemoveRange(at, bytes.Count - at); break;
            case 2: bytes.Insert(at, (byte)random.Next(256)); break;
            case 3: bytes = Lines(bytes, lines => lines.RemoveAt(random.Next(lines.Count))); break;
            case 4: bytes = Lines(bytes, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)])); break;
            default: return new($"without {name}", record.FirstKey.ToString(), [], Forgery.With(files, name, bytes: null));
        }
        return new($"damaged {name}", record.FirstKey.ToString(), [], Forgery.With(files, name, [.. bytes]));
    }

    private static List<byte> Lines(List<byte> bytes, Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString([.. bytes]).Split('\n').ToList();
        change(lines);
        return [.. Encoding.UTF8.GetBytes(string.Join('\n', lines))];
    }

    private CorpusCase Forged(RecordWriter record)
    {
        var forgery = new Forgery(record);
        var what = new List<string>();
        for (var times = random.Next(1, 3); times > 0; times--)
            what.Add(ForgeOnce(forgery));
        return new("forged: " + string.Join(", ", what), record.FirstKey.ToString(), [], forgery.Publish().Files);
    }

    // What chance would hardly bring about.
    private CorpusCase Contrived(RecordWriter record)
    {
        var (forgery, seq) = (new Forgery(record), random.Next(1, record.Entries.Count - 1));
        if (forgery.Read(seq) is null)
            return Contrived(record);
        var notes = record.Checkpoints.ToList();
        switch (random.Next(15))
        {
            case 0: forgery.Change(seq, e => e["v"] = 2L); break;
            case 1: forgery.Change(seq, e => e["seq"] = seq + 1L); break;
            case 2: forgery.Change(seq, e => e["log"] = "other.example/record/x"); break;
            case 3: forgery.Change(seq, e => e["sd"] = new List<object?> { Digest }).Change(0, e => e["sd"] = new List<object?> { Digest }); break;
            case 4: notes[seq] = forgery.Change(seq, e => e["by"] = "forger").Publish().Checkpoints[seq]; break;
            case 5: notes[seq] = notes[seq].Replace($"\n{seq + 1}\n", $"\n{seq + 2}\n", StringComparison.Ordinal); break;
            case 6: forgery.Change(seq, e => e["type"] = "unheard.of"); break;
            case 7: forgery.Change(seq, e => (e["type"], e["body"]) = ("log.opened", new JsonMap { ["title"] = "again" })); break;
            case 8: notes.RemoveAt(notes.Count - 1); break;
            case 9: Each("ask.published", b => b["version"] = 2L); break;
            case 10: Each("due.changed", b => b["old"] = "2020-01-01"); break;
            case 11: Each("status.assessed", b => b["on"] = "2020-01-01"); break;
            case 12: Each("redaction.made", b => b["level"] = 3L); break;
            case 13:
                var list = record.Disclosures.Select(d => d.Text).Append("WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwicXVvdGUiLCJZZXMg4oCTIGJ1dCBvbmx5IGZvciBuZXcgYnVpbGRzLiJd").ToList<object?>();
                return new("a disclosure of nothing", record.FirstKey.ToString(), [], Forgery.With(record.Publish(), PublishedFiles.Disclosures, CanonicalJson.Write(list)));
            default: Each("answer.recorded", b => b.Remove("replaces")); break;
        }
        var files = record.Checkpoints.SequenceEqual(notes) ? forgery.Publish().Files : Forgery.With(record.Publish(), PublishedFiles.Checkpoints, string.Join('\n', notes));
        return new($"contrived {seq}", record.FirstKey.ToString(), [], files);

        void Each(string type, Action<JsonMap> change)
        {
            for (var i = 0; i < forgery.Entries.Count; i++)
                if (forgery.Read(i)?.Text("type") == type)
                    forgery.ChangeBody(i, change);
        }
    }

    private const string Digest = "cymnhc7yNEWj7J2YFmQIiiwDBq7AxwlZtOKEX5akAPk";

    // One member of one entry with rules of its own, by one step: by chance these are met too seldom.
    private CorpusCase FinelyForged(RecordWriter record)
    {
        string[] types = ["status.assessed", "contact.logged", "answer.corrected", "due.changed", "redaction.made", "key.rotated", "anchor.recorded", "answer.recorded"];
        var forgery = new Forgery(record);
        var targets = Enumerable.Range(0, forgery.Entries.Count).ToLookup(seq => forgery.Read(seq)?.Text("type"));
        var type = Pick(types.Where(targets.Contains).DefaultIfEmpty("log.opened").ToList());
        var seq = Pick(targets[type].ToList());
        var name = Pick(forgery.Body(seq)!.Keys.ToList());
        if (name is "replaces" or "old_signature")
            forgery.ChangeBody(seq, body => _ = name == "replaces" ? body.Remove(name) : (body[name] = body["new_signature"]) is null);
        else
            forgery.ChangeBody(seq, body => body[name] = OneStep(name, body[name]));
        return new($"forged: {name} of {type} {seq}", record.FirstKey.ToString(), [], forgery.Publish().Files);
    }

    private object? OneStep(string name, object? value) => value switch
    {
        long number => number + (random.Next(2) == 0 ? 1 : -1),
        bool flag => !flag,
        string text when StrictText.FromDate(text) is { } date => StrictText.ToDate(date.AddDays(random.Next(2) == 0 ? 1 : -1)),
        string when name == "status" => Pick(["kept", "kept_late", "not_kept", "not_due", "stalled", "under_way"]),
        string when name == "answer" => Pick(["yes", "no", "absent", "deferred", "yes_with_conditions"]),
        List<object?> { Count: > 0 } items => random.Next(2) == 0 ? items[1..] : [items[0], .. items.Skip(1).Select(_ => items[0])],
        JsonMap map => new JsonMap { [map.Keys.First()] = random.Next(2) == 0 ? "x" : map.Values.First() },
        null => "2027-06-12",
        _ => value + "x",
    };

    private string ForgeOnce(Forgery forgery)
    {
        var seq = random.Next(forgery.Entries.Count);
        if (forgery.Body(seq) is not { } body)
            return "nothing";
        switch (random.Next(12))
        {
            case 0: forgery.Drop(seq); return $"{seq} dropped";
            case 1 when seq + 1 < forgery.Entries.Count: forgery.Swap(seq); return $"{seq} swapped";
            case 2: forgery.Insert(seq, forgery.Entries[seq]); return $"{seq} doubled";
            case 3: forgery.Withhold(seq); return $"{seq} withheld";
            case 4: forgery.Change(seq, e => e["at"] = "2026-10-01T18:00:30Z"); return $"{seq} dated";
            case 5:
                var header = Pick(["at", "att", "body", "by", "log", "n", "sd", "seq", "type", "v", "extra"]);
                forgery.Change(seq, e => e[header] = Anything());
                return $"{header} of {seq} changed";
            case 6: forgery.Put(seq, [.. forgery.Entries[seq].Bytes!, (byte)' ']); return $"{seq} with a blank";
            case 7 when body.Count > 0:
                var gone = Pick(body.Keys.ToList());
                forgery.ChangeBody(seq, b => b.Remove(gone));
                return $"{gone} of {seq} removed";
            case 8:
                forgery.Change(seq, e => e["type"] = Pick(["answer.recorded", "answer.corrected", "session.closed", "status.assessed", "ask.withdrawn", "due.changed", "unheard.of"]));
                return $"{seq} of another type";
            default: return ChangeMember(forgery, seq);
        }
    }

    private string ChangeMember(Forgery forgery, int seq)
    {
        if (forgery.Body(seq) is not { } body)
            return "nothing";
        var name = Pick(body.Keys.DefaultIfEmpty("extra").ToList());
        var value = body.Text(name) is { } day && StrictText.FromDate(day) is { } date && random.Next(3) > 0
            ? StrictText.ToDate(date.AddDays(random.Next(2) == 0 ? 1 : -1))
            : Anything(body.GetValueOrDefault(name));
        forgery.ChangeBody(seq, b => b[name] = value);
        return $"{name} of {seq} changed";
    }

    private object? Anything(object? before = null) => random.Next(before is null ? 9 : 13) switch
    {
        0 => null,
        1 => true,
        2 => (long)random.Next(-2, 40),
        3 => "",
        4 => Pick(["yes", "no", "yes_with_conditions", "deferred", "not_kept", "kept", "p1", "a1", "x", " ", "2027-06-12", "2027-02-30", "2026-10-01T24:00:00Z"]),
        5 => new List<object?>(),
        6 => new List<object?> { "chair", "chair" },
        7 => new JsonMap(),
        8 => new JsonMap { ["quote"] = "x", ["of"] = "p2" },
        9 when before is long number => number + 1,
        10 when before is long number => number - 1,
        11 when before is List<object?> { Count: > 0 } list => list[1..],
        _ => before is string text ? text + "x" : before,
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
