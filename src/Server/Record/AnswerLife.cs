using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Record;

/// <summary>Where the answer of one cell stands, folded from its steps.</summary>
public sealed record AnswerLife
{
    public static AnswerLife New { get; } = new();

    /// <summary>How many steps were taken.</summary>
    public int Version { get; init; }

    /// <summary>What is to happen next.</summary>
    public AnswerStage Stage { get; init; }

    /// <summary>How often the ask was put, re-asking included.</summary>
    public int TimesPut { get; init; }

    /// <summary>The version of the ask that was put last; null before.</summary>
    public int? AskVersion { get; init; }

    /// <summary>The words in which it was put last, where they were not those of the version.</summary>
    public string? AskedAs { get; init; }

    /// <summary>
    /// The same without what a scribe wrote and nobody ruled on: what everybody may read before the answer is revealed. The words that it was put in were said aloud.
    /// </summary>
    public string? RuledAskedAs { get; init; }

    /// <summary>What was heard last in the present round.</summary>
    public Recording? Heard { get; init; }

    /// <summary>What another scribe heard in the present round (product.md, 35).</summary>
    public Recording? AlsoHeard { get; init; }

    /// <summary>The answer that is ruled on, held or revealed next: provisional until confirmed.</summary>
    public AnswerWords? Recorded { get; init; }

    /// <summary>What the hall has seen. It stands until another answer is revealed or it is corrected.</summary>
    public AnswerWords? Revealed { get; init; }

    public Instant? RevealedAt { get; init; }

    /// <summary>The version of the ask that the revealed answer was given to.</summary>
    public int? RevealedAskVersion { get; init; }

    /// <summary>The words of the ask that the revealed answer was given to, where they were not those of the version.</summary>
    public string? RevealedAskedAs { get; init; }

    /// <summary>The step that what the hall has seen comes from: a revealed or a corrected one.</summary>
    public int? StandingVersion { get; init; }

    /// <summary>When the revealed answer was read back; null before, and after another was revealed.</summary>
    public Instant? ReadBackAt { get; init; }

    /// <summary>What the power-holder said against the revealed answer when it was read back.</summary>
    public string? Objection { get; init; }

    /// <summary>Whether what stands was corrected after it was revealed.</summary>
    public bool Corrected { get; init; }

    /// <summary>When the latest step was taken.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether the ask was put again after an answer had been revealed: that one stands until another is.</summary>
    public bool AskedAgain => Revealed is not null && Stage is AnswerStage.Put or AnswerStage.Recorded or AnswerStage.Confirmed;

    /// <summary>Two scribes wrote, and not the same.</summary>
    public bool Differ => Heard is { } one && AlsoHeard is { } other && !AnswerRules.SameSense(one.Answer, other.Answer);

    /// <summary>Folds the steps of one cell, in the order of their versions.</summary>
    public static AnswerLife Of(IEnumerable<AnswerStep> steps) =>
        steps.OrderBy(s => s.Version).Aggregate(New, (life, step) => life.After(step));

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    /// <param name="step">The step, as it is about to be taken.</param>
    public Problem? Forbids(AnswerStep step) => step.Kind switch
    {
        AnswerStepKind.Put => Stage switch
        {
            AnswerStage.Recorded => new("cell", "An answer is written down: the chair rules on it first."),
            AnswerStage.Confirmed => new("cell", "A confirmed answer is held: reveal it or ask again."),
            _ => null,
        },
        AnswerStepKind.Recorded => Stage switch
        {
            AnswerStage.Put or AnswerStage.Recorded => null,
            // Nobody has to put an ask to someone who is not there.
            AnswerStage.Waiting when step.Answer?.Code is AnswerCode.Absent or AnswerCode.NotAsked => null,
            AnswerStage.Confirmed => new("cell", "The chair has confirmed an answer: ask again to change it."),
            _ => new("cell", "Put the ask first, then record the answer."),
        },
        AnswerStepKind.Confirmed when Stage != AnswerStage.Recorded => new("cell", "There is no recorded answer to confirm."),
        AnswerStepKind.Confirmed when step.Recording is { } version => Recording(version) is null
            ? new("recording", "Choose one of the answers that the scribes wrote down in this round.") : null,
        AnswerStepKind.Confirmed when Differ => new("recording", "The scribes did not hear the same: choose one, amend it, or ask again."),
        AnswerStepKind.Amended when Stage is not (AnswerStage.Recorded or AnswerStage.Confirmed) => new("cell", "There is no recorded answer to amend."),
        AnswerStepKind.Amended when step.Answer?.Code == AnswerCode.Yes && Recorded?.Code is AnswerCode.YesWithConditions =>
            new("answer.code", "A \"yes, if\" does not become a \"yes\" by amending. Ask again, and let them say it."),
        AnswerStepKind.ReAsked when Stage is not (AnswerStage.Recorded or AnswerStage.Confirmed) =>
            new("cell", "There is no held answer to ask again about."),
        AnswerStepKind.Revealed when Stage != AnswerStage.Confirmed => new("cell", "Only a confirmed answer can be revealed."),
        AnswerStepKind.ReadBack when Stage is not (AnswerStage.Revealed or AnswerStage.ReadBack) => new("cell", "Only a revealed answer is read back."),
        AnswerStepKind.Objected when Stage != AnswerStage.ReadBack => new("cell", "Read the answer back first. Later objections are disputes."),
        AnswerStepKind.Objected when step.At > ReadBackAt + AnswerRules.ObjectionWindow =>
            new("cell", "The moment to object has passed: put the ask again, or take it up as a dispute."),
        AnswerStepKind.Acknowledged when Stage is not (AnswerStage.Revealed or AnswerStage.ReadBack) => new("cell", "Only a revealed answer is acknowledged."),
        AnswerStepKind.Corrected when Revealed is null => new("cell", "Only a revealed answer can be corrected."),
        _ => null,
    };

    /// <summary>The life after one more step.</summary>
    public AnswerLife After(AnswerStep step)
    {
        var next = this with { Version = step.Version, At = step.At };
        return step.Kind switch
        {
            AnswerStepKind.Put => next.NewRound(step) with { Recorded = null },
            AnswerStepKind.ReAsked => next.NewRound(step),
            AnswerStepKind.Recorded => next.Hear(step),
            AnswerStepKind.Confirmed => next with { Stage = AnswerStage.Confirmed, RuledAskedAs = AskedAs, Recorded = step.Recording is { } version ? Recording(version)!.Answer : Recorded },
            AnswerStepKind.Amended => next with { Stage = AnswerStage.Confirmed, RuledAskedAs = AskedAs, Recorded = step.Answer },
            AnswerStepKind.Revealed => next with
            {
                Stage = AnswerStage.Revealed,
                Revealed = Recorded,
                RevealedAt = step.At,
                StandingVersion = step.Version,
                RevealedAskVersion = AskVersion,
                RevealedAskedAs = AskedAs,
                ReadBackAt = null,
                Objection = null,
                Corrected = false,
            },
            AnswerStepKind.ReadBack => next with { Stage = AnswerStage.ReadBack, ReadBackAt = step.At },
            AnswerStepKind.Objected => next with { Stage = AnswerStage.Put, Objection = step.Objection, Heard = null, AlsoHeard = null },
            AnswerStepKind.Acknowledged => next with { Stage = AnswerStage.Acknowledged },
            AnswerStepKind.Corrected => next with { Revealed = step.Answer, StandingVersion = step.Version, Corrected = true },
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private AnswerLife NewRound(AnswerStep step) => this with
    {
        Stage = AnswerStage.Put,
        TimesPut = TimesPut + 1,
        AskVersion = step.AskVersion,
        AskedAs = step.AskedAs ?? (step.Kind == AnswerStepKind.ReAsked ? AskedAs : null),
        RuledAskedAs = step.AskedAs ?? (step.Kind == AnswerStepKind.ReAsked ? RuledAskedAs : null),
        Heard = null,
        AlsoHeard = null,
    };

    private AnswerLife Hear(AnswerStep step) => this with
    {
        Stage = AnswerStage.Recorded,
        Recorded = step.Answer,
        AskVersion = step.AskVersion,
        AskedAs = step.AskedAs ?? AskedAs,
        // Who writes again replaces their own words, never the other scribe's.
        AlsoHeard = Heard?.By != step.By ? Heard ?? AlsoHeard : AlsoHeard?.By != step.By ? AlsoHeard : null,
        Heard = new Recording(step.Version, step.By, step.Answer!),
    };

    private Recording? Recording(int version) => Heard?.Version == version ? Heard : AlsoHeard?.Version == version ? AlsoHeard : null;
}

/// <summary>What one scribe wrote down in the present round.</summary>
/// <param name="Version">The step it was written in.</param>
/// <param name="By">The scribe's device.</param>
/// <param name="Answer">The words.</param>
public sealed record Recording(int Version, string By, AnswerWords Answer);
