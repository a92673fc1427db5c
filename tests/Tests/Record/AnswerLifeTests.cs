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
        [AnswerStage.ReadBack] = [Put, Recorded, Confirmed, Revealed, ReadBack],
        [AnswerStage.Acknowledged] = [Put, Recorded, Confirmed, Revealed, ReadBack, Acknowledged],
    };

    private static readonly HashSet<(AnswerStage, AnswerStepKind)> Allowed =
    [
        (AnswerStage.Waiting, Put),
        (AnswerStage.Put, Put), (AnswerStage.Put, Recorded),
        (AnswerStage.Recorded, Recorded), (AnswerStage.Recorded, Confirmed), (AnswerStage.Recorded, Amended), (AnswerStage.Recorded, ReAsked),
        (AnswerStage.Confirmed, Amended), (AnswerStage.Confirmed, ReAsked), (AnswerStage.Confirmed, Revealed),
        (AnswerStage.Revealed, Put), (AnswerStage.Revealed, ReadBack), (AnswerStage.Revealed, Acknowledged), (AnswerStage.Revealed, Corrected),
        (AnswerStage.ReadBack, Put), (AnswerStage.ReadBack, ReadBack), (AnswerStage.ReadBack, Objected), (AnswerStage.ReadBack, Acknowledged),
        (AnswerStage.ReadBack, Corrected),
        (AnswerStage.Acknowledged, Put), (AnswerStage.Acknowledged, Corrected),
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
        Assert.Equal(Allowed.Contains((stage, kind)), life.Forbids(Step(kind, life.Version + 1)) is null);
    }

    [Theory, InlineData(AnswerCode.Absent, true), InlineData(AnswerCode.NotAsked, true), InlineData(AnswerCode.No, false)]
    public void Only_the_absent_and_the_not_asked_are_recorded_without_a_put(AnswerCode code, bool allowed) =>
        Assert.Equal(allowed, AnswerLife.New.Forbids(Step(Recorded, 1, new AnswerWords(code))) is null);

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

    [Theory, InlineData(AnswerCode.Yes, false), InlineData(AnswerCode.YesWithConditions, true), InlineData(AnswerCode.No, true)]
    public void The_chair_cannot_amend_a_yes_if_into_a_yes(AnswerCode to, bool allowed)
    {
        var life = AnswerLife.Of([Step(Put, 1), Step(Recorded, 2, new(AnswerCode.YesWithConditions, "Yes, if", Condition: "money", WhoseMove: "Treasury"))]);
        Assert.Equal(allowed, life.Forbids(Step(Amended, 3, new(to, "Words"))) is null);
    }

    [Fact]
    public void What_the_chair_amends_is_what_is_revealed_and_what_the_scribe_wrote_stays_a_step()
    {
        var amended = new AnswerWords(AnswerCode.No, "No, not this year.");
        var life = AnswerLife.Of([Step(Put, 1), Step(Recorded, 2), Step(Amended, 3, amended), Step(Revealed, 4)]);
        Assert.Equal(amended, life.Revealed);
    }

    [Fact]
    public void Two_scribes_who_hear_different_things_make_the_chair_choose()
    {
        var no = new AnswerWords(AnswerCode.No, "No.");
        AnswerStep[] steps = [Step(Put, 1), Step(Recorded, 2, Said, "scribe 1"), Step(Recorded, 3, no, "scribe 2")];
        var life = AnswerLife.Of(steps);
        Assert.True(life.Differ);
        Assert.NotNull(life.Forbids(Step(Confirmed, 4)));
        Assert.NotNull(life.Forbids(Step(Confirmed, 4, recording: 7)));
        Assert.Null(life.Forbids(Step(Confirmed, 4, recording: 2)));
        Assert.Equal(Said, life.After(Step(Confirmed, 4, recording: 2)).Recorded);
    }

    [Fact]
    public void Two_scribes_who_hear_the_same_in_other_words_agree()
    {
        var life = AnswerLife.Of([Step(Put, 1), Step(Recorded, 2, Said, "scribe 1"), Step(Recorded, 3, Said with { Verbatim = "Yes, we will." }, "scribe 2")]);
        Assert.False(life.Differ);
        Assert.Null(life.Forbids(Step(Confirmed, 4)));
    }

    [Fact]
    public void A_scribe_who_writes_again_replaces_only_what_they_wrote_themselves()
    {
        var no = new AnswerWords(AnswerCode.No, "No.");
        var life = AnswerLife.Of([Step(Put, 1), Step(Recorded, 2, Said, "scribe 1"), Step(Recorded, 3, no, "scribe 2"), Step(Recorded, 4, no, "scribe 1")]);
        Assert.Equal((4, 3), (life.Heard!.Version, life.AlsoHeard!.Version));
        Assert.False(life.Differ);
    }

    [Fact]
    public void An_objection_comes_in_its_moment_or_not_at_all()
    {
        var life = Live(Put, Recorded, Confirmed, Revealed, ReadBack);
        Assert.Null(life.Forbids(Step(Objected, 6, at: life.ReadBackAt!.Value + AnswerRules.ObjectionWindow)));
        Assert.NotNull(life.Forbids(Step(Objected, 6, at: life.ReadBackAt.Value + AnswerRules.ObjectionWindow + Duration.FromMilliseconds(1))));
    }

    [Fact]
    public void After_an_objection_the_ask_stands_as_put_and_the_hall_keeps_what_it_saw()
    {
        var life = Live(Put, Recorded, Confirmed, Revealed, ReadBack, Objected);
        Assert.Equal((AnswerStage.Put, Said, true), (life.Stage, life.Revealed, life.AskedAgain));
    }

    [Fact]
    public void A_correction_changes_what_stands_and_not_where_the_floor_is()
    {
        var corrected = new AnswerWords(AnswerCode.No, "No.");
        var life = AnswerLife.Of([.. Steps(Put, Recorded, Confirmed, Revealed, Put, Recorded), Step(Corrected, 7, corrected)]);
        Assert.Equal((AnswerStage.Recorded, corrected, Said), (life.Stage, life.Revealed, life.Recorded));
    }

    private static AnswerLife Live(params AnswerStepKind[] kinds) => AnswerLife.Of(Steps(kinds));

    private static AnswerStep[] Steps(params AnswerStepKind[] kinds) => [.. kinds.Select((kind, i) => Step(kind, i + 1))];

    private static AnswerStep Step(AnswerStepKind kind, int version, AnswerWords? answer = null, string by = "test", int? recording = null, Instant? at = null) => new()
    {
        AssemblyId = Guid.Empty,
        AskId = Guid.Empty,
        PowerHolderId = Guid.Empty,
        Version = version,
        CommandId = Guid.NewGuid(),
        Kind = kind,
        At = at ?? Instant.FromUnixTimeSeconds(version),
        By = by,
        AskVersion = 1,
        Recording = recording,
        Answer = answer ?? (kind is Recorded or Amended or Corrected ? Said : null),
    };
}
