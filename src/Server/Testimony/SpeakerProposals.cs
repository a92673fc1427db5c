using NodaTime;

namespace Assemblies.Testimony;

/// <summary>What can be done about a speaker who is not there.</summary>
public enum SpeakerProposalKind
{
    /// <summary>The understudy tells the story.</summary>
    TakeUnderstudy,

    /// <summary>Somebody who is there and comes later changes places with them.</summary>
    Swap,

    /// <summary>Nobody can stand in: wait or skip, which the chair decides.</summary>
    NobodyCanStandIn,

    /// <summary>The speaker is there and the interpreter is not.</summary>
    InterpreterMissing,
}

/// <summary>A speaker's turn that is still to come, with when it is expected by the evening so far.</summary>
/// <param name="ItemId">The testimony item.</param>
/// <param name="SpeakerId">The speaker.</param>
/// <param name="StartsAt">When the item is expected to begin.</param>
public sealed record SpeakerTurn(Guid ItemId, Guid SpeakerId, Instant StartsAt);

/// <summary>A proposal; somebody has to accept it, with a <see cref="ScheduleCommand"/> of the same members.</summary>
/// <param name="Kind">What is proposed.</param>
/// <param name="ItemId">The item of the speaker it is about.</param>
/// <param name="SpeakerId">The speaker who is not there.</param>
/// <param name="OtherItemId">swap: the other item.</param>
/// <param name="OtherSpeakerId">swap, take_understudy: who takes the place; left out for an understudy who is not entered.</param>
public sealed record SpeakerProposal(SpeakerProposalKind Kind, Guid ItemId, Guid SpeakerId, Guid? OtherItemId = null, Guid? OtherSpeakerId = null);

/// <summary>Looks ahead ten minutes and proposes what to do about those who are not there. Pure: nothing is changed by it.</summary>
public static class SpeakerProposals
{
    /// <summary>How long before their item a speaker has to be there.</summary>
    public static readonly Duration Notice = Duration.FromMinutes(10);

    /// <summary>Proposals for the turns that are near, in their order.</summary>
    /// <param name="turns">The turns to come, in the order of the evening.</param>
    /// <param name="speakers">All speakers.</param>
    /// <param name="now">Now, by the server.</param>
    public static IReadOnlyList<SpeakerProposal> Of(
        IReadOnlyList<SpeakerTurn> turns, IReadOnlyDictionary<Guid, FloorSpeaker> speakers, Instant now)
    {
        var taken = new HashSet<Guid>();
        var proposals = new List<SpeakerProposal>();
        for (var i = 0; i < turns.Count && turns[i].StartsAt - now <= Notice; i++)
            if (speakers.TryGetValue(turns[i].SpeakerId, out var speaker) && For(turns[i], speaker, [.. turns.Skip(i + 1)], speakers, taken) is { } proposal)
                proposals.Add(proposal);
        return proposals;
    }

    private static SpeakerProposal? For(
        SpeakerTurn turn, FloorSpeaker speaker, IReadOnlyList<SpeakerTurn> later, IReadOnlyDictionary<Guid, FloorSpeaker> speakers, HashSet<Guid> taken)
    {
        if (speaker.IsHere)
            return speaker is { Interpreter: not null, InterpreterArrivedAt: null }
                ? new(SpeakerProposalKind.InterpreterMissing, turn.ItemId, turn.SpeakerId)
                : null;
        if (speaker.UnderstudyId is { } understudy)
        {
            if (IsHere(understudy) && taken.Add(understudy))
                return new(SpeakerProposalKind.TakeUnderstudy, turn.ItemId, turn.SpeakerId, OtherSpeakerId: understudy);
        }
        // Whether somebody who is not entered is there, only the stage manager knows: it is asked, not assumed away.
        else if (speaker.Understudy is not null)
            return new(SpeakerProposalKind.TakeUnderstudy, turn.ItemId, turn.SpeakerId);
        return later.FirstOrDefault(l => l.SpeakerId != turn.SpeakerId && IsHere(l.SpeakerId) && taken.Add(l.SpeakerId)) is { } swap
            ? new(SpeakerProposalKind.Swap, turn.ItemId, turn.SpeakerId, swap.ItemId, swap.SpeakerId)
            : new(SpeakerProposalKind.NobodyCanStandIn, turn.ItemId, turn.SpeakerId);

        bool IsHere(Guid id) => speakers.TryGetValue(id, out var other) && other.IsHere;
    }
}
