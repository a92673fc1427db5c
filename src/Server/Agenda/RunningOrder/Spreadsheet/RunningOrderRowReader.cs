using System.Globalization;
using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Agenda.RunningOrder.Spreadsheet;

/// <summary>Reads rows as items and keeps what is wrong with them.</summary>
internal sealed class RunningOrderRowReader(ImportHeaders<RunningOrderColumn> columns, Linkable linked)
{
    // The members of a command that a column holds; anything else is about the row.
    private static readonly Dictionary<string, RunningOrderColumn> Columns = new()
    {
        ["kind"] = RunningOrderColumn.Kind,
        ["title"] = RunningOrderColumn.Title,
        ["plannedSeconds"] = RunningOrderColumn.Length,
        ["owner"] = RunningOrderColumn.Owner,
        ["requiredWords"] = RunningOrderColumn.RequiredWords,
        ["notes.chair"] = RunningOrderColumn.ChairNotes,
        ["notes.timekeeper"] = RunningOrderColumn.TimekeeperNotes,
        ["notes.stageManager"] = RunningOrderColumn.StageManagerNotes,
        ["notes.scribe"] = RunningOrderColumn.ScribeNotes,
    };

    private readonly ImportFaults<RunningOrderColumn> faults = new(columns);

    public IReadOnlyList<ImportProblem> Problems => faults.Problems;

    public AgendaItemCommand Read(ImportRow row)
    {
        faults.CheckWidth(row);
        var kind = Line(row, RunningOrderColumn.Kind);
        var item = new AgendaItemCommand(
            kind.Length == 0 ? AgendaItemKind.Free : KindWords.Read(kind),
            Line(row, RunningOrderColumn.Title),
            PlannedLength.Read(Line(row, RunningOrderColumn.Length)),
            Line(row, RunningOrderColumn.Owner),
            MustNotCut(row),
            RequiredWords: RunningOrderRules.Lines(Text(row, RunningOrderColumn.RequiredWords)),
            Notes: new AgendaNotes(
                Text(row, RunningOrderColumn.ChairNotes), Text(row, RunningOrderColumn.TimekeeperNotes),
                Text(row, RunningOrderColumn.StageManagerNotes), Text(row, RunningOrderColumn.ScribeNotes)),
            SpeakerIds: [.. Named(row, RunningOrderColumn.Speakers, linked.Speakers, s => s.NameToShow, linked.NameOf, s => s.Id, "speaker")],
            AskIds: [.. Asks(row)],
            PowerHolderIds: [.. Named(row, RunningOrderColumn.PowerHolders, linked.PowerHolders, p => p.Name, linked.NameOf, p => p.Id, "power-holder")],
            Commitments: [.. Named(row, RunningOrderColumn.Commitments, linked.Commitments, c => c.Name, c => c.Name, c => c.Key, "commitment of an earlier assembly")]);
        foreach (var problem in RunningOrderRules.Problems(item))
            faults.Refuse(row, Columns.TryGetValue(problem.Field, out var column) ? column : null, problem.Fix);
        return item;
    }

    private string Text(ImportRow row, RunningOrderColumn column) => SpreadsheetFile.Unguard(columns.Cell(row, column));

    private string Line(ImportRow row, RunningOrderColumn column) => SpreadsheetFile.Unguard(columns.Line(row, column));

    private bool MustNotCut(ImportRow row)
    {
        var cell = Line(row, RunningOrderColumn.MustNotCut);
        switch (cell.ToLowerInvariant())
        {
            case "yes" or "y" or "x" or "true" or "1" or "must not cut":
                return true;
            case "" or "no" or "n" or "false" or "0":
                return false;
            default:
                faults.Refuse(row, RunningOrderColumn.MustNotCut, $"\"{Short(cell)}\" is neither \"yes\" nor \"no\".");
                return false;
        }
    }

    private IEnumerable<Guid> Asks(ImportRow row)
    {
        foreach (var word in Text(row, RunningOrderColumn.Asks).Split([',', ';', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && linked.Asks.FirstOrDefault(a => a.Number == number) is { } ask)
                yield return ask.Id;
            else
                faults.Refuse(row, RunningOrderColumn.Asks, $"There is no ask \"{Short(word)}\": write numbers of the score sheet, for example 1, 2.");
        }
    }

    // One name a line; a line that is nobody's name may be several with semicolons between them.
    private IEnumerable<TId> Named<T, TId>(
        ImportRow row, RunningOrderColumn column, IReadOnlyList<T> all, Func<T, string> name, Func<T, string> full, Func<T, TId> id, string what)
        where T : class
    {
        foreach (var entry in RunningOrderRules.Lines(Text(row, column)).SelectMany(line => Matching(line).Count > 0
            ? [line]
            : line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (Matching(entry) is [var only])
                yield return id(only);
            else
                faults.Refuse(row, column, Matching(entry).Count == 0
                    ? $"There is no {what} \"{Short(entry)}\" here: correct the name, or enter what is missing first."
                    : $"More than one {what} is called \"{Short(entry)}\": write {string.Join(" or ", Matching(entry).Select(m => $"\"{full(m)}\"").Distinct())}.");
        }

        List<T> Matching(string words) =>
            [.. all.Where(m => Same(full(m), words)) is var exact && exact.Any() ? exact : all.Where(m => Same(name(m), words))];
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Short(string cell) => ImportFaults<RunningOrderColumn>.Short(cell);
}
