using Assemblies.Testimony;

namespace Assemblies.Tests.Testimony;

/// <summary>Who speaks when; without a host.</summary>
public sealed class SpeakerScheduleTests
{
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();
    private static readonly Guid Ann = Guid.NewGuid(), Ben = Guid.NewGuid(), Cleo = Guid.NewGuid(), Dan = Guid.NewGuid();
    private static readonly SpeakerSchedule Plan = new(new Dictionary<Guid, IReadOnlyList<Guid>> { [First] = [Ann, Ben], [Second] = [Cleo] });

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
