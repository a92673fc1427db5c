using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>Asks are committed to before they are put, and cannot leave once they were answered.</summary>
internal static class AskRules
{
    public static Finding? Check(RecordState state, RuleEntry entry)
    {
        var ask = entry.Body.Text("ask")!;
        var known = state.Asks.GetValueOrDefault(ask);
        if (entry.Type == "ask.published")
            return known is null && entry.Body.Number("version") == 1 ? null : new("ask", entry.Seq, ask);
        if (known is null or { Withdrawn: true })
            return new("ask", entry.Seq, ask);
        var to = entry.Body.Items("to").Select(t => ((JsonMap)t!).Text("of")).ToHashSet();
        if (entry.Type == "ask.amended" && entry.Body.Number("version") != known.Version + 1)
            return new("ask", entry.Seq, ask);
        return state.Live.Keys.Any(cell => cell.Ask == ask && !to.Contains(cell.Of)) ? new("ask_answered", entry.Seq, ask) : null;
    }
}
