using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Commitments.Spreadsheet;

/// <summary>What a column of a file of commitments holds; the columns of an export are these, in this order.</summary>
internal enum CommitmentColumn
{
    Assembly,
    Ask,
    PowerHolder,
    Office,
    Area,
    Wording,
    Answer,
    Quote,
    Condition,
    WhoseMove,
    KeptIf,
    NotKeptIf,
    AnsweredOn,
    Due,
    Timeliness,
    Status,
    CheckedOn,
    LastActivity,
    Owner,
    Team,
    Institution,
    OfficeContact,
    NextContact,
}

/// <summary>The columns' headers: what an export writes, and the other words that an import understands.</summary>
internal static class CommitmentColumns
{
    private static readonly (CommitmentColumn Column, string[] Words)[] Words =
    [
        (CommitmentColumn.Assembly, ["Assembly", "evening"]),
        (CommitmentColumn.Ask, ["Ask", "number", "ask number"]),
        (CommitmentColumn.PowerHolder, ["Power-holder", "person"]),
        (CommitmentColumn.Office, ["Office"]),
        (CommitmentColumn.Area, ["Campaign", "area"]),
        (CommitmentColumn.Wording, ["Wording", "text"]),
        (CommitmentColumn.Answer, ["Answer"]),
        (CommitmentColumn.Quote, ["Quote"]),
        (CommitmentColumn.Condition, ["Condition"]),
        (CommitmentColumn.WhoseMove, ["Whose move"]),
        (CommitmentColumn.KeptIf, ["Kept if"]),
        (CommitmentColumn.NotKeptIf, ["Not kept if"]),
        (CommitmentColumn.AnsweredOn, ["Answered on"]),
        (CommitmentColumn.Due, ["Due", "due date"]),
        (CommitmentColumn.Timeliness, ["Timeliness"]),
        (CommitmentColumn.Status, ["Status", "delivery"]),
        (CommitmentColumn.CheckedOn, ["Checked on"]),
        (CommitmentColumn.LastActivity, ["Last activity"]),
        (CommitmentColumn.Owner, ["Owner", "followed up by"]),
        (CommitmentColumn.Team, ["Team"]),
        (CommitmentColumn.Institution, ["Institution"]),
        (CommitmentColumn.OfficeContact, ["Contact at the office", "office contact"]),
        (CommitmentColumn.NextContact, ["Next contact"]),
    ];

    private static readonly Dictionary<string, CommitmentColumn> Meanings = Words
        .SelectMany(c => c.Words.Select(word => (Key: ImportHeaders<CommitmentColumn>.Key(word), c.Column))).ToDictionary(p => p.Key, p => p.Column);

    public static IReadOnlyList<string> Headers { get; } = [.. Words.Select(c => c.Words[0])];

    /// <summary>Whether an import changes what the column holds. The others say what was promised and became of it: that changes on its page, by its rules.</summary>
    public static bool IsWork(CommitmentColumn column) => column >= CommitmentColumn.Owner;

    /// <summary>Whether it changes by itself from day to day, so that an old file may differ in it.</summary>
    public static bool IsComputed(CommitmentColumn column) => column is CommitmentColumn.Timeliness or CommitmentColumn.LastActivity;

    public static (ImportHeaders<CommitmentColumn> Columns, IReadOnlyList<ImportProblem> Problems) Read(string[] headers)
    {
        var (columns, problems) = ImportHeaders<CommitmentColumn>.Read(headers, key => Meanings.TryGetValue(key, out var column) ? column : null);
        foreach (var (needed, name) in new[] { (CommitmentColumn.Assembly, "Assembly"), (CommitmentColumn.Ask, "Ask"), (CommitmentColumn.PowerHolder, "Power-holder") })
            if (!columns.Has(needed))
                problems.Add(new(1, "", $"No column says which commitment a row is: \"{name}\" is missing. The headers are: {columns.Seen}. Begin with an export."));
        return (columns, problems);
    }
}
