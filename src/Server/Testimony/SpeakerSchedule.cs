using Assemblies.Wire;

namespace Assemblies.Testimony;

/// <summary>Changes the order of the speakers: in one item of the running order, or between two.</summary>
/// <param name="CommandId">Made by the sender; sending it again changes nothing.</param>
/// <param name="ExpectedVersion">The version of the order that the sender has seen; another number means somebody was faster.</param>
/// <param name="Action">What is done.</param>
/// <param name="ItemId">The item the speaker is in, or is to be in.</param>
/// <param name="SpeakerId">The speaker.</param>
/// <param name="OtherItemId">move, swap: the other item; left out for the same one.</param>
/// <param name="OtherSpeakerId">swap: with whom; take_understudy: who takes the place, left out for the one in the testimony file.</param>
/// <param name="Position">assign, move: the place, 1 is first; left out for the last.</param>
public sealed record ScheduleCommand(
    Guid CommandId, int ExpectedVersion, ScheduleAction Action, Guid ItemId, Guid SpeakerId, Guid? OtherItemId = null, Guid? OtherSpeakerId = null,
    int? Position = null);

/// <summary>Who speaks in which testimony item and in which order; a pure value.</summary>
/// <param name="Items">Speakers by item, in their order. Every testimony item is in it, also an empty one.</param>
public sealed record SpeakerSchedule(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Items)
{
    /// <summary>The order after a command, or why it cannot be.</summary>
    public (SpeakerSchedule? Next, Problem? Problem) After(ScheduleCommand command)
    {
        var otherItem = command.OtherItemId ?? command.ItemId;
        if (!Items.TryGetValue(command.ItemId, out var here))
            return Refuse("itemId", "Name a testimony item of the running order.");
        if (!Items.TryGetValue(otherItem, out var there))
            return Refuse("otherItemId", "Name a testimony item of the running order.");
        if (command.Action == ScheduleAction.Assign)
            return here.Contains(command.SpeakerId)
                ? Refuse("speakerId", "This speaker has a place in this item already.")
                : Done((command.ItemId, Insert(here, command.SpeakerId, command.Position)));
        if (!here.Contains(command.SpeakerId))
            return Refuse("speakerId", "This speaker has no place in this item: somebody may have moved them.");
        return command.Action switch
        {
            ScheduleAction.Remove => Done((command.ItemId, Without(here, command.SpeakerId))),
            ScheduleAction.Move => Move(command, here, otherItem, there),
            ScheduleAction.Swap => Swap(command, here, otherItem, there),
            ScheduleAction.TakeUnderstudy => TakeUnderstudy(command, here),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }

    private (SpeakerSchedule?, Problem?) Move(ScheduleCommand command, IReadOnlyList<Guid> here, Guid otherItem, IReadOnlyList<Guid> there)
    {
        if (otherItem == command.ItemId)
            return Done((otherItem, Insert(Without(here, command.SpeakerId), command.SpeakerId, command.Position)));
        return there.Contains(command.SpeakerId)
            ? Refuse("otherItemId", "This speaker has a place in that item already.")
            : Done((command.ItemId, Without(here, command.SpeakerId)), (otherItem, Insert(there, command.SpeakerId, command.Position)));
    }

    private (SpeakerSchedule?, Problem?) Swap(ScheduleCommand command, IReadOnlyList<Guid> here, Guid otherItem, IReadOnlyList<Guid> there)
    {
        if (command.OtherSpeakerId is not { } other || other == command.SpeakerId || !there.Contains(other))
            return Refuse("otherSpeakerId", "Name another speaker who has a place in that item.");
        if (otherItem == command.ItemId)
            return Done((otherItem, [.. here.Select(s => s == command.SpeakerId ? other : s == other ? command.SpeakerId : s)]));
        return here.Contains(other) || there.Contains(command.SpeakerId)
            ? Refuse("otherSpeakerId", "One of the two has a place in both items: they cannot change places.")
            : Done((command.ItemId, Replace(here, command.SpeakerId, other)), (otherItem, Replace(there, other, command.SpeakerId)));
    }

    private (SpeakerSchedule?, Problem?) TakeUnderstudy(ScheduleCommand command, IReadOnlyList<Guid> here)
    {
        if (command.OtherSpeakerId is not { } understudy || understudy == command.SpeakerId)
            return Refuse("otherSpeakerId", "The testimony file names no understudy: name who takes the place.");
        return Done((command.ItemId, here.Contains(understudy) ? Without(here, command.SpeakerId) : Replace(here, command.SpeakerId, understudy)));
    }

    private (SpeakerSchedule?, Problem?) Done(params (Guid Item, IReadOnlyList<Guid> Speakers)[] changed)
    {
        var items = new Dictionary<Guid, IReadOnlyList<Guid>>(Items);
        foreach (var (item, speakers) in changed)
            items[item] = speakers;
        return (new(items), null);
    }

    private static (SpeakerSchedule?, Problem?) Refuse(string field, string fix) => (null, new(field, fix));

    private static List<Guid> Without(IReadOnlyList<Guid> speakers, Guid speaker) => [.. speakers.Where(s => s != speaker)];

    private static List<Guid> Replace(IReadOnlyList<Guid> speakers, Guid speaker, Guid by) => [.. speakers.Select(s => s == speaker ? by : s)];

    // A place beyond the end is the end: a tablet that counts one more than there are means the last.
    private static List<Guid> Insert(IReadOnlyList<Guid> speakers, Guid speaker, int? position)
    {
        var at = Math.Clamp((position ?? int.MaxValue) - 1, 0, speakers.Count);
        return [.. speakers.Take(at), speaker, .. speakers.Skip(at)];
    }
}
