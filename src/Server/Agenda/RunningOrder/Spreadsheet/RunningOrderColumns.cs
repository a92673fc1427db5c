using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Agenda.RunningOrder.Spreadsheet;

/// <summary>What a column of a running order holds; the columns of an export are these, in this order.</summary>
internal enum RunningOrderColumn
{
    Kind,
    Title,
    Owner,
    Length,
    MustNotCut,
    Asks,
    Speakers,
    PowerHolders,
    Commitments,
    RequiredWords,
    ChairNotes,
    TimekeeperNotes,
    StageManagerNotes,
    ScribeNotes,
}

/// <summary>The columns' headers: what an export writes, and the other words that an import understands.</summary>
internal static class RunningOrderColumns
{
    /// <summary>What an export writes, first, and what means the same.</summary>
    private static readonly (RunningOrderColumn Column, string[] Words)[] Words =
    [
        (RunningOrderColumn.Kind, ["Kind", "type", "kind of item"]),
        (RunningOrderColumn.Title, ["Title", "item", "what", "name", "agenda item"]),
        (RunningOrderColumn.Owner, ["Owner", "who", "led by", "lead", "leader"]),
        (RunningOrderColumn.Length, ["Length", "duration", "minutes", "min", "planned length", "time"]),
        (RunningOrderColumn.MustNotCut, ["Must not cut", "must not be cut", "protected", "keep"]),
        (RunningOrderColumn.Asks, ["Asks", "ask"]),
        (RunningOrderColumn.Speakers, ["Speakers", "speaker", "testimony"]),
        (RunningOrderColumn.PowerHolders, ["Power-holders", "power-holder"]),
        (RunningOrderColumn.Commitments, ["Commitments", "commitment", "report-back"]),
        (RunningOrderColumn.RequiredWords, ["Required words", "must say", "words"]),
        (RunningOrderColumn.ChairNotes, ["Chair", "chair notes", "notes chair", "notes"]),
        (RunningOrderColumn.TimekeeperNotes, ["Timekeeper", "timekeeper notes", "notes timekeeper"]),
        (RunningOrderColumn.StageManagerNotes, ["Stage manager", "stage manager notes", "notes stage manager"]),
        (RunningOrderColumn.ScribeNotes, ["Scribe", "scribe notes", "notes scribe"]),
    ];

    private static readonly Dictionary<string, RunningOrderColumn> Meanings = Words
        .SelectMany(c => c.Words.Select(word => (Key: ImportHeaders<RunningOrderColumn>.Key(word), c.Column))).ToDictionary(p => p.Key, p => p.Column);

    public static IReadOnlyList<string> Headers { get; } = [.. Words.Select(c => c.Words[0])];

    public static (ImportHeaders<RunningOrderColumn> Columns, IReadOnlyList<ImportProblem> Problems) Read(string[] headers)
    {
        var (columns, problems) = ImportHeaders<RunningOrderColumn>.Read(headers, key => Meanings.TryGetValue(key, out var column) ? column : null);
        foreach (var needed in new[] { RunningOrderColumn.Title, RunningOrderColumn.Length })
            if (!columns.Has(needed))
                problems.Add(new(1, "", $"No column holds the {(needed == RunningOrderColumn.Title ? "title" : "length")}. The headers are: {columns.Seen}. Call one of them \"{needed}\"."));
        return (columns, problems);
    }
}
