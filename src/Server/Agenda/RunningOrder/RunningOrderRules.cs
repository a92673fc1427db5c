using Assemblies.Wire;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>What an item must be, and how places change.</summary>
public static class RunningOrderRules
{
    /// <summary>More than anybody plans for one evening; a limit against a file that is something else.</summary>
    public const int MostItems = 300;

    internal static Problem TooMany => new("", $"A running order has at most {MostItems} items.");

    private const int LongestTitle = 120;
    private const int LongestOwner = 100;
    private const int LongestNote = 2_000;
    private const int MostWords = 30;
    private const int LongestWords = 300;

    /// <summary>Everything wrong with what an item is to be, apart from whom and what it links.</summary>
    public static IReadOnlyList<Problem> Problems(AgendaItemCommand item)
    {
        var problems = new List<Problem>();
        if (item.Kind is null)
            problems.Add(new("kind", "Say what happens: welcome, reflection, roll call, report-back, testimony, ask, answer, performance, break or free."));
        if ((item.Title ?? "").Trim().Length is 0 or > LongestTitle)
            problems.Add(new("title", $"Give it a title of 1 to {LongestTitle} characters."));
        if (item.PlannedSeconds is null or < 1 or > PlannedLength.Longest)
            problems.Add(new("plannedSeconds", PlannedLength.Fix));
        if (item.Owner?.Trim().Length > LongestOwner)
            problems.Add(new("owner", $"Say in at most {LongestOwner} characters who leads it."));
        if (item.RequiredWords is { } words && (words.Count > MostWords || words.Any(w => w is null || w.Trim().Length > LongestWords)))
            problems.Add(new("requiredWords", $"At most {MostWords} lines of required words, each of at most {LongestWords} characters."));
        foreach (var (role, note) in Each(item.Notes ?? AgendaNotes.None))
            if (note?.Trim().Length > LongestNote)
                problems.Add(new($"notes.{role}", $"At most {LongestNote:N0} characters; this has {note.Trim().Length:N0}."));
        return problems;
    }

    /// <summary>Each role's notes, by the role's word on the wire.</summary>
    public static IEnumerable<(string Role, string? Note)> Each(AgendaNotes notes) =>
        [("chair", notes.Chair), ("timekeeper", notes.Timekeeper), ("stageManager", notes.StageManager), ("scribe", notes.Scribe)];

    /// <summary>Notes without blank ones and without blanks around them.</summary>
    public static AgendaNotes Tidy(AgendaNotes notes) => new(
        TypedText.Tidy(notes.Chair), TypedText.Tidy(notes.Timekeeper), TypedText.Tidy(notes.StageManager), TypedText.Tidy(notes.Scribe));

    /// <summary>One entry for each line that says something.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes what is at one index to another; everything between makes room, and nothing else changes its place among the rest.</summary>
    public static void Move<T>(List<T> items, int from, int to)
    {
        var moved = items[from];
        items.RemoveAt(from);
        items.Insert(to, moved);
    }
}
