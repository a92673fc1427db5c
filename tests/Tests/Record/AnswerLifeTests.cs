using Assemblies.Record;
using NodaTime;
using static Assemblies.Record.AnswerStepKind;

namespace Assemblies.Tests.Record;

/// <summary>The life of an answer as a pure rule (record.md, section 1): every step at every stage.</summary>
public sealed class AnswerLifeTests
{
    private static readonly AnswerWords Said = new(AnswerCode.Yes, "Yes");

    // How to get to each stage.
    private static readonly Dictionary<AnswerStage, AnswerStepKind[]> Ways = new()
    {
        [AnswerStage.Waiting] = [],
        [AnswerStage.Put] = [Put],
        [AnswerStage.Recorded] = [Put, Recorded],
        [AnswerStage.Confirmed] = [Put, Recorded, Confirmed],
        [AnswerStage.Revealed] = [Put, Recorded, Confirmed, Revealed],
    };

    private static readonly HashSet<(AnswerStage, AnswerStepKind)> Allowed =
    [
        (AnswerStage.Waiting, Put),
        (AnswerStage.Put, Put), (AnswerStage.Put, Recorded),
        (AnswerStage.Recorded, Recorded), (AnswerStage.Recorded, Confirmed), (AnswerStage.Recorded, ReAsked),
        (AnswerStage.Confirmed, ReAsked), (AnswerStage.Confirmed, Revealed),
        (AnswerStage.Revealed, Put),
    ];

    public static TheoryData<AnswerStage, AnswerStepKind> Every
    {
        get
        {
            var data = new TheoryData<AnswerStage, AnswerStepKind>();
            foreach (var stage in Enum.GetValues<AnswerStage>())
                foreach (var kind in Enum.GetValues<AnswerStepKind>())
                    data.Add(stage, kind);
            return data;
        }
    }

    [Theory, MemberData(nameof(Every))]
    public void A_step_is_allowed_exactly_at_the_stages_that_the_record_names(AnswerStage stage, AnswerStepKind kind)
    {
        var life = Live(Ways[stage]);
        Assert.Equal(stage, life.Stage);
        Assert.Equal(Allowed.Contains((stage, kind)), life.Forbids(kind, Said) is null);
    }

    [Theory, InlineData(AnswerCode.Absent, true), InlineData(AnswerCode.NotAsked, true), InlineData(AnswerCode.No, false)]
    public void Only_the_absent_and_the_not_asked_are_recorded_without_a_put(AnswerCode code, bool allowed) =>
        Assert.Equal(allowed, AnswerLife.New.Forbids(Recorded, new AnswerWords(code)) is null);

    [Fact]
    public void Asking_again_counts_and_makes_the_answer_provisional_again()
    {
        var life = Live(Put, Recorded, ReAsked);
        Assert.Equal((2, AnswerStage.Put), (life.TimesPut, life.Stage));
        Assert.Null(life.Revealed);
    }

    [Fact]
    public void What_the_hall_has_seen_stands_until_another_answer_is_revealed()
    {
        var life = Live(Put, Recorded, Confirmed, Revealed, Put, Recorded, Confirmed);
        Assert.Equal(Said, life.Revealed);
        Assert.Equal(AnswerStage.Confirmed, life.Stage);
    }

    [Fact]
    public void Steps_fold_in_the_order_of_their_versions_however_they_are_read()
    {
        var steps = Steps(Put, Recorded, Confirmed, Revealed);
        Assert.Equal(AnswerLife.Of(steps), AnswerLife.Of(steps.Reverse()));
    }

    private static AnswerLife Live(params AnswerStepKind[] kinds) => AnswerLife.Of(Steps(kinds));

    private static AnswerStep[] Steps(params AnswerStepKind[] kinds) => [.. kinds.Select((kind, i) => new AnswerStep
    {
        AssemblyId = Guid.Empty,
        AskId = Guid.Empty,
        PowerHolderId = Guid.Empty,
        Version = i + 1,
        CommandId = Guid.NewGuid(),
        Kind = kind,
        At = Instant.FromUnixTimeSeconds(i),
        By = "test",
        AskVersion = 1,
        Answer = kind == Recorded ? Said : null,
    })];
}
