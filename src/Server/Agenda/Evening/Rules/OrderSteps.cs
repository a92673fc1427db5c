using Assemblies.Agenda.RunningOrder;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Steps that change what is to come, and lengths.</summary>
internal static class OrderSteps
{
    public static EveningLife After(EveningLife life, EveningStep step) => step.Kind switch
    {
        EveningStepKind.Skipped => Change(life, step, i => i with { Status = ItemStatus.Skipped }),
        EveningStepKind.Restored => Restore(life, step),
        EveningStepKind.LengthChanged => Change(life, step, i => i with { Seconds = step.Details.Seconds!.Value }),
        EveningStepKind.TimeAdded => Change(life, step, i => i with { Seconds = i.Seconds + step.Details.Seconds!.Value }),
        EveningStepKind.Moved => PutAfter(life with { Items = life.Items.Remove(life.Find(step.ItemId)!) }, life.Find(step.ItemId)!, step.Details.AfterItemId),
        EveningStepKind.Inserted => PutAfter(life, Insertion(step), step.Details.AfterItemId),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Whether the step takes something from an item that must not be cut.</summary>
    public static bool Cuts(EveningLife life, EveningStep step) => life.Find(step.ItemId) is { MustNotCut: true } item && step.Kind switch
    {
        EveningStepKind.Skipped => true,
        EveningStepKind.LengthChanged => step.Details.Seconds < item.Seconds,
        EveningStepKind.TimeAdded => step.Details.Seconds < 0,
        _ => false,
    };

    private static EveningItem Insertion(EveningStep step) => new(
        step.ItemId!.Value, step.Details.ItemKind ?? AgendaItemKind.Free, step.Details.Text!, 0, step.Details.Seconds!.Value, MustNotCut: false, IsInserted: true);

    private static EveningLife Change(EveningLife life, EveningStep step, Func<EveningItem, EveningItem> change) =>
        life with { Items = life.Items.Replace(life.Find(step.ItemId)!, change(life.Find(step.ItemId)!)) };

    // One that was passed over while it was skipped would stand before what is now, where nobody gets to it any more.
    private static EveningLife Restore(EveningLife life, EveningStep step)
    {
        var restored = life.Find(step.ItemId)! with { Status = ItemStatus.Planned };
        return life.Items.FindIndex(i => i.Id == restored.Id) > life.NowIndex
            ? Change(life, step, _ => restored)
            : PutAfter(life with { Items = life.Items.RemoveAll(i => i.Id == restored.Id) }, restored, null);
    }

    private static EveningLife PutAfter(EveningLife life, EveningItem item, Guid? after) => life with
    {
        Items = life.Items.Insert(1 + (after is null ? life.NowIndex : life.Items.FindIndex(i => i.Id == after)), item),
    };
}
