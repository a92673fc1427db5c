using Assemblies.Commitments.ReportBack;

namespace Assemblies.Agenda.RunningOrder.Pages;

/// <summary>What an item is about, in short words for a table.</summary>
internal static class LinkWords
{
    /// <summary>For example <c>Ask 1 · Grace O. · A. Mayor, B. Leader</c>; empty without links.</summary>
    public static string Of(AgendaItemRow item, Linkable linked) => string.Join(" · ", new[]
    {
        item.AskIds.Count == 0 ? "" : $"{(item.AskIds.Count == 1 ? "Ask" : "Asks")} {string.Join(", ", item.AskIds.Select(id => linked.Ask(id)?.Number))}",
        string.Join(", ", item.SpeakerIds.Select(id => linked.NameOf(linked.Speaker(id)!))),
        string.Join(", ", item.PowerHolderIds.Select(id => linked.NameOf(linked.PowerHolder(id)!))),
        string.Join("; ", item.Commitments.Select(key => linked.Commitment(key)).OfType<OldCommitment>().Select(c => c.Line)),
    }.Where(words => words.Length > 0));

    /// <summary>What an item lacks that its kind lives from; null where nothing is missing or nothing could be linked.</summary>
    public static string? Missing(AgendaItemRow item, Linkable linked) => item.Kind switch
    {
        AgendaItemKind.Testimony when item.SpeakerIds.Count == 0 => "Nobody speaks yet",
        AgendaItemKind.ReportBack when item.Commitments.Count == 0 && linked.Commitments.Count > 0 => "No old commitment yet",
        AgendaItemKind.Ask or AgendaItemKind.Answer when item.AskIds.Count == 0 => "No ask yet",
        AgendaItemKind.Ask or AgendaItemKind.Answer when item.PowerHolderIds.Count == 0 && linked.PowerHolders.Count > 0 => "No power-holder yet",
        _ => null,
    };
}
