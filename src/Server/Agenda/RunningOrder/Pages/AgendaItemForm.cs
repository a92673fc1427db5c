using Assemblies.Commitments;
using Assemblies.Shell.Forms;
using Assemblies.Wire;

namespace Assemblies.Agenda.RunningOrder.Pages;

/// <summary>An item between a form's texts and the command that the feature checks.</summary>
internal static class AgendaItemForm
{
    /// <summary>The form as somebody opens it for an item.</summary>
    public static FormState Of(AgendaItemRow item) => FormState.Of(
        ("kind", WireFormat.Word(item.Kind)), ("title", item.Title), ("plannedSeconds", PlannedLength.ForCell(item.PlannedSeconds)),
        ("owner", item.Owner), ("mustNotCut", item.MustNotCut ? "true" : null), ("position", $"{item.Position}"),
        ("requiredWords", string.Join('\n', item.RequiredWords)), ("notes.chair", item.Notes.Chair), ("notes.timekeeper", item.Notes.Timekeeper),
        ("notes.stageManager", item.Notes.StageManager), ("notes.scribe", item.Notes.Scribe));

    /// <summary>An item of the few fields under the table.</summary>
    public static AgendaItemCommand Quick(FormState form) =>
        new(Kind(form), form["title"], PlannedLength.Read(form["plannedSeconds"]), form["owner"], Id: Guid.TryParse(form["id"], out var id) ? id : null);

    /// <summary>An item of the whole form.</summary>
    public static AgendaItemCommand Whole(FormState form, IReadOnlyList<Guid> speakers, IReadOnlyList<Guid> asks, IReadOnlyList<Guid> powerHolders,
        IReadOnlyList<CommitmentKey> commitments) => new(
        Kind(form), form["title"], PlannedLength.Read(form["plannedSeconds"]), form["owner"], form["mustNotCut"] == "true",
        // A place that is no number is refused as one that does not exist.
        form.Text("position") is not { } place ? null : int.TryParse(place, out var position) ? position : 0,
        RunningOrderRules.Lines(form["requiredWords"]),
        new AgendaNotes(form["notes.chair"], form["notes.timekeeper"], form["notes.stageManager"], form["notes.scribe"]),
        speakers, asks, powerHolders,
        Guid.TryParse(form["id"], out var id) ? id : null, int.TryParse(form["version"], out var version) ? version : null, commitments);

    private static AgendaItemKind? Kind(FormState form) =>
        Enum.GetValues<AgendaItemKind>().Cast<AgendaItemKind?>().FirstOrDefault(kind => WireFormat.Word(kind!.Value) == form["kind"]);
}
