using Assemblies.Wire;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>The kinds of items as people read and write them.</summary>
public static class KindWords
{
    /// <summary>For example <c>Roll call</c>.</summary>
    public static string Of(AgendaItemKind kind) => kind switch
    {
        AgendaItemKind.RollCall => "Roll call",
        AgendaItemKind.ReportBack => "Report-back",
        _ => kind.ToString(),
    };

    /// <summary>The kind of a word, whatever its case; null for none of them.</summary>
    public static AgendaItemKind? Read(string word)
    {
        var key = string.Concat(Folding.Words(word));
        foreach (var kind in Enum.GetValues<AgendaItemKind>())
            if (kind.ToString().Equals(key, StringComparison.OrdinalIgnoreCase))
                return kind;
        return null;
    }
}
