using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Testimony;

/// <summary>Who speaks when, and what is proposed when somebody is not there; without a host.</summary>
public sealed class SpeakerScheduleTests
{
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();
    private static readonly Guid Ann = Guid.NewGuid(), Ben = Guid.NewGuid(), Cleo = Guid.NewGuid(), Dan = Guid.NewGuid();
    private static readonly SpeakerSchedule Plan = new(new Dictionary<Guid, IReadOnlyList<Guid>> { [First] = [Ann, Ben], [Second] = [Cleo] });
    private static readonly Instant Now = TestServer.Evening;

    [Fact]
    public void A_speaker_is_given_a_place_and_the_others_make_room()
    {
        Is(ScheduleAction.Assign, First, Dan, [Ann, Ben, Dan], [Cleo]);
        Is(ScheduleAction.Assign, First, Dan, [Dan, Ann, Ben], [Cleo], position: 1);
        Is(ScheduleAction.Assign, First, Dan, [Ann, Ben, Dan], [Cleo], position: 99);
    }

    [Fact]
    public void A_speaker_moves_within_an_item_and_between_two()
    {
        Is(ScheduleAction.Move, First, Ann, [Ben, Ann], [Cleo], position: 2);
        Is(ScheduleAction.Move, First, Ann, [Ben], [Ann, Cleo], other: Second, position: 1);
    }

    [Fact]
    public void Two_change_places_within_an_item_and_between_two()
    {
        Is(ScheduleAction.Swap, First, Ann, [Ben, Ann], [Cleo], with: Ben);
        Is(ScheduleAction.Swap, First, Ann, [Cleo, Ben], [Ann], other: Second, with: Cleo);
    }

    [Fact]
    public void The_understudy_takes_the_place_or_leaves_it_empty_when_they_speak_in_it_already()
    {
        Is(ScheduleAction.TakeUnderstudy, First, Ann, [Dan, Ben], [Cleo], with: Dan);
        Is(ScheduleAction.TakeUnderstudy, First, Ann, [Ben], [Cleo], with: Ben);
    }

    [Fact]
    public void What_cannot_be_is_refused_at_its_member()
    {
        Refused("itemId", ScheduleAction.Assign, Guid.NewGuid(), Ann);
        Refused("otherItemId", ScheduleAction.Move, First, Ann, other: Guid.NewGuid());
        Refused("speakerId", ScheduleAction.Assign, First, Ann);
        Refused("speakerId", ScheduleAction.Remove, Second, Ann);
        Refused("otherSpeakerId", ScheduleAction.Swap, First, Ann, with: Cleo);
        Refused("otherSpeakerId", ScheduleAction.Swap, First, Ann);
        Refused("otherSpeakerId", ScheduleAction.TakeUnderstudy, First, Ann);
    }

    [Fact]
    public void Nothing_is_proposed_while_there_is_time_or_the_speaker_is_there()
    {
        Assert.Empty(Proposals(11, [(Ann, Someone())]));
        Assert.Empty(Proposals(2, [(Ann, Someone(Readiness.Arrived))]));
    }

    [Theory, InlineData(Readiness.Expected), InlineData(Readiness.Missing)]
    public void Ten_minutes_before_an_understudy_who_is_there_is_proposed(Readiness readiness) => Assert.Equal(
        [new SpeakerProposal(SpeakerProposalKind.TakeUnderstudy, First, Ann, OtherSpeakerId: Dan)],
        Proposals(10, [(Ann, Someone(readiness) with { UnderstudyId = Dan, Understudy = "Dan" }), (Dan, Someone(Readiness.Briefed))]));

    [Fact]
    public void An_understudy_who_is_not_entered_is_proposed_for_the_stage_manager_to_find() => Assert.Equal(
        [new SpeakerProposal(SpeakerProposalKind.TakeUnderstudy, First, Ann)],
        Proposals(10, [(Ann, Someone() with { Understudy = "Her sister" })]));

    [Fact]
    public void Without_an_understudy_who_is_there_the_next_one_who_is_changes_places() => Assert.Equal(
        [new SpeakerProposal(SpeakerProposalKind.Swap, First, Ann, Second, Cleo)],
        Proposals(10, [(Ann, Someone() with { UnderstudyId = Dan, Understudy = "Dan" }), (Dan, Someone()), (Cleo, Someone(Readiness.Arrived))]));

    [Fact]
    public void One_who_is_there_stands_in_for_one_and_for_the_other_nobody_can()
    {
        var turns = new[] { new SpeakerTurn(First, Ann, Now), new SpeakerTurn(First, Ben, Now), new SpeakerTurn(Second, Cleo, Now + Duration.FromHours(1)) };
        var speakers = new Dictionary<Guid, FloorSpeaker> { [Ann] = Someone(), [Ben] = Someone(), [Cleo] = Someone(Readiness.Arrived) };
        Assert.Equal(
            [SpeakerProposalKind.Swap, SpeakerProposalKind.NobodyCanStandIn],
            SpeakerProposals.Of(turns, speakers, Now).Select(p => p.Kind));
    }

    [Fact]
    public void A_speaker_whose_interpreter_is_not_there_is_said_so() => Assert.Equal(
        [SpeakerProposalKind.InterpreterMissing],
        Proposals(10, [(Ann, Someone(Readiness.Miked) with { Language = "so", Interpreter = "Ali" })]).Select(p => p.Kind));

    private static IReadOnlyList<SpeakerProposal> Proposals(int minutes, (Guid Id, FloorSpeaker Speaker)[] speakers) => SpeakerProposals.Of(
        [new(First, Ann, Now + Duration.FromMinutes(minutes)), new(Second, Cleo, Now + Duration.FromHours(1))],
        speakers.ToDictionary(s => s.Id, s => s.Speaker), Now);

    private static FloorSpeaker Someone(Readiness readiness = Readiness.Expected) => new(
        "Somebody", "St Mary's", false, [], readiness, 0, null, null, null, null, null, null, null, null, null, null, null, []);

    private static void Is(
        ScheduleAction action, Guid item, Guid speaker, Guid[] first, Guid[] second, Guid? other = null, Guid? with = null, int? position = null)
    {
        var (next, problem) = Plan.After(new ScheduleCommand(Guid.NewGuid(), 0, action, item, speaker, other, with, position));
        Assert.Null(problem);
        Assert.Equal(first, next!.Items[First]);
        Assert.Equal(second, next.Items[Second]);
    }

    private static void Refused(string field, ScheduleAction action, Guid item, Guid speaker, Guid? other = null, Guid? with = null)
    {
        var (next, problem) = Plan.After(new ScheduleCommand(Guid.NewGuid(), 0, action, item, speaker, other, with));
        Assert.Null(next);
        Assert.Equal(field, problem!.Field);
    }
}
