namespace Assemblies.Record.Log;

/// <summary>What later entries have to know of earlier ones: where answers are, and which words of an ask were published when.</summary>
public sealed class RecordIndex
{
    private readonly Dictionary<(Guid AskId, Guid PowerHolderId), long> answers = [];
    private readonly Dictionary<Guid, List<int>> published = [];
    private readonly Dictionary<Guid, long> steps = [];
    private readonly Dictionary<string, int> types = [];
    private readonly HashSet<(string Type, Guid SubjectId)> subjects = [];

    /// <summary>The number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>The live answer of a cell; null where none is recorded.</summary>
    public long? AnswerAt(Guid askId, Guid powerHolderId) => answers.TryGetValue((askId, powerHolderId), out var seq) ? seq : null;

    /// <summary>The first entry of a commitment's step; null where it has none.</summary>
    public long? StepAt(Guid stepId) => steps.TryGetValue(stepId, out var seq) ? seq : null;

    /// <summary>Whether there is an entry of that type.</summary>
    public bool Has(string type) => types.ContainsKey(type);

    /// <summary>How many entries there are of that type.</summary>
    public int Count(string type) => types.GetValueOrDefault(type);

    /// <summary>Whether there is an entry of that type about that private person.</summary>
    public bool Has(string type, Guid subjectId) => subjects.Contains((type, subjectId));

    /// <summary>How often the ask was published: its present version in the record.</summary>
    public int Publications(Guid askId) => published.TryGetValue(askId, out var versions) ? versions.Count : 0;

    /// <summary>The record's version of the words that the server calls so: the last ones published up to them.</summary>
    public int VersionOf(Guid askId, int serverVersion) => published.TryGetValue(askId, out var versions) ? Math.Max(1, versions.Count(v => v <= serverVersion)) : 1;

    internal void Add(RecordEntry entry)
    {
        Size = entry.Seq + 1;
        types[entry.Type] = Count(entry.Type) + 1;
        if (entry.SubjectId is { } subjectId)
            subjects.Add((entry.Type, subjectId));
        if (entry is { Type: "answer.recorded", AskId: { } askId, PowerHolderId: { } powerHolderId })
            answers[(askId, powerHolderId)] = entry.Seq;
        if (entry.StepId is { } step)
            steps.TryAdd(step, entry.Seq);
        if (entry is { AskVersion: { } version, AskId: { } ask })
            (published.TryGetValue(ask, out var versions) ? versions : published[ask] = []).Add(version);
    }
}
