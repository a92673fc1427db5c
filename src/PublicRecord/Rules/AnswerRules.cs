namespace Assemblies.PublicRecord.Rules;

/// <summary>One live answer for each ask and power-holder, and none missing when the session closes.</summary>
internal static class AnswerRules
{
    public static Finding? Recorded(RecordState state, RuleEntry entry)
    {
        var cell = RecordState.CellOf(entry.Body);
        if (!IsAsked(state, cell) || entry.Body.Number("version") > state.Asks[cell.Ask].Version)
            return new("answer_cell", entry.Seq, Name(cell));
        var live = state.Live.TryGetValue(cell, out var seq) ? seq : (long?)null;
        return entry.Body.Number("replaces") == live ? null : new("answer_twice", entry.Seq, Name(cell));
    }

    public static Finding? Closed(RecordState state, RuleEntry entry)
    {
        if (entry.Body.Number("size") != entry.Seq + 1)
            return new("body", entry.Seq, "size");
        var unanswered = state.Asks.Where(a => !a.Value.Withdrawn).OrderBy(a => a.Key, StringComparer.Ordinal)
            .SelectMany(a => a.Value.To.Select(of => (a.Key, of))).Where(cell => !state.Live.ContainsKey(cell)).Select(Name).FirstOrDefault();
        return unanswered is null ? null : new("complete", entry.Seq, unanswered);
    }

    public static bool IsAsked(RecordState state, (string Ask, string Of) cell) =>
        state.Asks.GetValueOrDefault(cell.Ask) is { Withdrawn: false } ask && ask.To.Contains(cell.Of);

    private static string Name((string Ask, string Of) cell) => $"{cell.Ask} of {cell.Of}";
}
