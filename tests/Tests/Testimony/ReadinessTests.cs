using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Turnout.Tags;
using NodaTime;

namespace Assemblies.Tests.Testimony;

/// <summary>The rules of readiness, without a host.</summary>
public sealed class ReadinessTests
{
    private static readonly Guid Device = Guid.NewGuid();
    private long seq;

    [Theory]
    [InlineData(ReadinessStepKind.Arrived, Readiness.Arrived)]
    [InlineData(ReadinessStepKind.Briefed, Readiness.Briefed)]
    [InlineData(ReadinessStepKind.Miked, Readiness.Miked)]
    [InlineData(ReadinessStepKind.Missing, Readiness.Missing)]
    public void A_step_by_hand_is_what_it_says(ReadinessStepKind step, Readiness expected) => Assert.Equal(expected, Of([(step, 0)]).State);

    [Fact]
    public void A_scan_at_the_door_is_an_arrival_with_its_own_time_however_late_the_server_hears_of_it()
    {
        var readiness = Of([], In(5, heard: 40));
        Assert.Equal((Readiness.Arrived, At(5)), (readiness.State, readiness.ArrivedAt));
        Assert.Equal(0, readiness.Version);
    }

    [Fact]
    public void Leaving_takes_the_arrival_back_and_what_followed_from_it()
    {
        var readiness = Of([(ReadinessStepKind.Briefed, 10)], In(5), Out(20));
        Assert.Equal((Readiness.Expected, null, At(20)), (readiness.State, readiness.ArrivedAt, readiness.LeftAt));
    }

    [Fact]
    public void Whoever_comes_back_has_arrived_and_is_received_anew()
    {
        var readiness = Of([(ReadinessStepKind.Miked, 10)], In(5), Out(20), In(25));
        Assert.Equal((Readiness.Miked, At(5)), (Of([(ReadinessStepKind.Miked, 10)], In(5)).State, Of([(ReadinessStepKind.Miked, 10)], In(5)).ArrivedAt));
        Assert.Equal((Readiness.Arrived, At(25), null), (readiness.State, readiness.ArrivedAt, readiness.LeftAt));
    }

    [Fact]
    public void A_scan_that_is_taken_back_never_was()
    {
        var scan = In(5);
        var undo = new HeardScan(Fact(Guid.NewGuid(), ScanDirection.In, 6, ScanOutcome.Undone) with { Undoes = scan.Fact.ScanId }, At(6));
        Assert.Equal(Readiness.Expected, Of([], scan, undo).State);
    }

    [Fact]
    public void Missing_after_the_scan_stands_and_missing_before_the_server_heard_of_it_does_not()
    {
        Assert.Equal(Readiness.Missing, Of([(ReadinessStepKind.Missing, 30)], In(5)).State);
        Assert.Equal(Readiness.Arrived, Of([(ReadinessStepKind.Missing, 30)], In(5, heard: 40)).State);
    }

    [Fact]
    public void Undo_takes_back_one_step_after_the_other()
    {
        Assert.Equal(Readiness.Arrived, Of([(ReadinessStepKind.Arrived, 1), (ReadinessStepKind.Miked, 2), (ReadinessStepKind.Undone, 3)]).State);
        Assert.Equal(Readiness.Expected, Of([(ReadinessStepKind.Arrived, 1), (ReadinessStepKind.Miked, 2), (ReadinessStepKind.Undone, 3), (ReadinessStepKind.Undone, 4)]).State);
        Assert.NotNull(SpeakerReadiness.Forbids(ReadinessStepKind.Undone, Steps([])));
        Assert.NotNull(SpeakerReadiness.Forbids(ReadinessStepKind.Undone, Steps([(ReadinessStepKind.Arrived, 1), (ReadinessStepKind.Undone, 2)])));
    }

    [Fact]
    public void The_interpreter_does_not_make_the_speaker_arrive()
    {
        var readiness = Of([(ReadinessStepKind.InterpreterArrived, 3)]);
        Assert.Equal((Readiness.Expected, At(3)), (readiness.State, readiness.InterpreterAt));
    }

    [Fact]
    public void Consecutive_interpretation_stretches_the_time_on_the_stage()
    {
        Assert.Equal(324, SpeakerRules.SecondsOnStage(180, 180));
        Assert.Equal(2, SpeakerRules.SecondsOnStage(1, 180));
        Assert.Null(SpeakerRules.SecondsOnStage(null, 180));
    }

    [Theory]
    [InlineData("3:30", 210)]
    [InlineData("3", 180)]
    [InlineData("0:45", 45)]
    [InlineData("3:5", null)]
    [InlineData("3:60", null)]
    [InlineData("three", null)]
    [InlineData("-1:00", null)]
    public void Times_are_read_as_people_write_them(string typed, int? seconds)
    {
        Assert.Equal(seconds, SpeakingTime.Seconds(typed));
        if (seconds is { } known)
            Assert.Equal(known, SpeakingTime.Seconds(SpeakingTime.Text(known)));
    }

    private static Instant At(int minute) => TestServer.Evening + Duration.FromMinutes(minute);

    private static SpeakerReadiness Of((ReadinessStepKind Kind, int Minute)[] steps, params HeardScan[] scans) =>
        SpeakerReadiness.Of(Steps(steps), DoorPresence.Of(scans.Reverse()));

    private static List<ReadinessStep> Steps((ReadinessStepKind Kind, int Minute)[] steps) => [.. steps.Select((s, i) => new ReadinessStep
    {
        SpeakerId = Guid.Empty, Version = i + 1, AssemblyId = Guid.Empty, CommandId = Guid.NewGuid(), Kind = s.Kind, At = At(s.Minute), By = "device:test",
    })];

    private HeardScan In(int minute, int? heard = null) => new(Fact(Guid.NewGuid(), ScanDirection.In, minute, ScanOutcome.Admitted), At(heard ?? minute));

    private HeardScan Out(int minute) => new(Fact(Guid.NewGuid(), ScanDirection.Out, minute, ScanOutcome.ExitRecorded), At(minute));

    private SubjectFact Fact(Guid id, ScanDirection direction, int minute, ScanOutcome outcome) => new(
        id, Device, ++seq, null, ScanMethod.Qr, direction, outcome, false, At(minute), Guid.Empty, null, 1, 0, null) { SubjectId = Guid.Empty };
}
