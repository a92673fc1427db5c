using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>An entry as the rules see it.</summary>
/// <param name="Seq">Its index.</param>
/// <param name="Type">Null when it is withheld and no redaction says what it was.</param>
/// <param name="Body">Of a withheld entry, what its redaction restates.</param>
/// <param name="Digests">Empty when it is withheld.</param>
/// <param name="Withheld">Whether only the hash is there.</param>
internal sealed record RuleEntry(long Seq, string? Type, JsonMap Body, IReadOnlyList<string> Digests, bool Withheld)
{
    public static RuleEntry Of(Entry entry) => new(entry.Seq, entry.Type, entry.Body, entry.Digests, Withheld: false);

    /// <summary>A withheld entry, from what a later redaction.made of level 2 says again of it.</summary>
    public static RuleEntry OfWithheld(long seq, JsonMap? restates) =>
        new(seq, restates?.Text("type"), restates?["body"] as JsonMap ?? [], [], Withheld: true);
}

/// <summary>What the latest version of an ask says.</summary>
internal sealed record AskState(long Version, IReadOnlyList<string> To, bool Withdrawn);

/// <summary>What the rules remember of the entries so far: the fold of a record.</summary>
internal sealed class RecordState(string origin, string key, Func<long, byte[]> rootAt)
{
    private readonly List<RuleEntry> entries = [];
    private readonly Dictionary<long, JsonMap> answers = [];

    public string Origin => origin;

    /// <summary>The verifier key in force.</summary>
    public string Key { get; private set; } = key;

    public Dictionary<string, AskState> Asks { get; } = [];

    /// <summary>The answer that counts, of each cell.</summary>
    public Dictionary<(string Ask, string Of), long> Live { get; } = [];

    /// <summary>Entries redacted at level 2.</summary>
    public HashSet<long> Redacted { get; } = [];

    public long? OpenedAt { get; private set; }
    public long? ClosedAt { get; private set; }
    public long Size => entries.Count;

    /// <summary>The root of the first entries.</summary>
    public byte[] RootAt(long size) => rootAt(size);

    public RuleEntry At(long seq) => entries[(int)seq];

    /// <summary>The body of an answer with its corrections and its present due date.</summary>
    public JsonMap Answer(long seq) => answers.GetValueOrDefault(seq) ?? [];

    public void Apply(RuleEntry entry)
    {
        entries.Add(entry);
        var body = entry.Body;
        switch (entry.Type)
        {
            case "ask.published" or "ask.amended":
                Asks[body.Text("ask")!] = new(body.Number("version")!.Value, [.. body.Items("to").Select(t => ((JsonMap)t!).Text("of")!)], Withdrawn: false);
                break;
            case "ask.withdrawn":
                Asks[body.Text("ask")!] = Asks[body.Text("ask")!] with { Withdrawn = true };
                break;
            case "session.opened": OpenedAt = entry.Seq; break;
            case "session.closed": ClosedAt = entry.Seq; break;
            case "answer.recorded":
                Live[CellOf(body)] = entry.Seq;
                answers[entry.Seq] = body;
                break;
            case "answer.corrected" when body.GetValueOrDefault("new") is JsonMap changes: Correct(body.Number("target")!.Value, changes); break;
            case "due.changed": SetDue(body.Number("target")!.Value, body.GetValueOrDefault("new")); break;
            case "redaction.made" when body.Number("level") == 2: Redacted.Add(body.Number("target")!.Value); break;
            case "key.rotated": Key = body.Text("new_vkey")!; break;
        }
    }

    public static (string Ask, string Of) CellOf(JsonMap answer) => (answer.Text("ask")!, answer.Text("of")!);

    /// <summary>An answer's body after changes; null removes a member, except the dates for which null means "no date given".</summary>
    public static JsonMap Corrected(JsonMap answer, JsonMap changes)
    {
        var corrected = answer.Copy();
        foreach (var (name, value) in changes)
            if (value is null && name is not ("due" or "by_when"))
                corrected.Remove(name);
            else
                corrected[name] = value;
        return corrected;
    }

    private void Correct(long target, JsonMap changes)
    {
        if (!answers.TryGetValue(target, out var before))
            return;
        var after = answers[target] = Corrected(before, changes);
        if (before.Text("of") == after.Text("of") || Live.GetValueOrDefault(CellOf(before), -1) != target)
            return;
        Live.Remove(CellOf(before));
        Live[CellOf(after)] = target;
    }

    private void SetDue(long target, object? due)
    {
        if (answers.TryGetValue(target, out var before))
            answers[target] = before.Copy().WithAlways("due", due);
    }
}
