using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Record;

/// <summary>Where the answer of one cell stands, folded from its steps.</summary>
/// <param name="Version">How many steps were taken.</param>
/// <param name="Stage">What is to happen next.</param>
/// <param name="TimesPut">How often the ask was put, re-asking included.</param>
/// <param name="AskVersion">The version of the ask that was put last; null before.</param>
/// <param name="Recorded">The latest recorded answer of the present round, provisional until confirmed.</param>
/// <param name="Revealed">What the hall has seen. It stands until another answer is revealed.</param>
/// <param name="RevealedAt">When it was revealed.</param>
/// <param name="RevealedAskVersion">The version of the ask that the revealed answer was given to.</param>
/// <param name="At">When the latest step was taken.</param>
public sealed record AnswerLife(
    int Version,
    AnswerStage Stage,
    int TimesPut,
    int? AskVersion,
    AnswerWords? Recorded,
    AnswerWords? Revealed,
    Instant? RevealedAt,
    int? RevealedAskVersion,
    Instant? At)
{
    public static AnswerLife New { get; } = new(0, AnswerStage.Waiting, 0, null, null, null, null, null, null);

    /// <summary>Folds the steps of one cell, in the order of their versions.</summary>
    public static AnswerLife Of(IEnumerable<AnswerStep> steps) =>
        steps.OrderBy(s => s.Version).Aggregate(New, (life, step) => life.After(step));

    /// <summary>Why a step of this kind cannot be taken now; null when it can.</summary>
    /// <param name="kind">The step.</param>
    /// <param name="answer">For a recorded step: the answer.</param>
    public Problem? Forbids(AnswerStepKind kind, AnswerWords? answer = null) => (kind, Stage) switch
    {
        (AnswerStepKind.Put, AnswerStage.Recorded) => new("cell", "An answer is written down: the chair rules on it first."),
        (AnswerStepKind.Put, AnswerStage.Confirmed) => new("cell", "A confirmed answer is held: reveal it or ask again."),
        (AnswerStepKind.Put, _) => null,
        (AnswerStepKind.Recorded, AnswerStage.Put or AnswerStage.Recorded) => null,
        // Nobody has to put an ask to someone who is not there.
        (AnswerStepKind.Recorded, AnswerStage.Waiting) when answer?.Code is AnswerCode.Absent or AnswerCode.NotAsked => null,
        (AnswerStepKind.Recorded, AnswerStage.Confirmed) => new("cell", "The chair has confirmed an answer: ask again to change it."),
        (AnswerStepKind.Recorded, _) => new("cell", "Put the ask first, then record the answer."),
        (AnswerStepKind.Confirmed, AnswerStage.Recorded) => null,
        (AnswerStepKind.Confirmed, _) => new("cell", "There is no recorded answer to confirm."),
        (AnswerStepKind.ReAsked, AnswerStage.Recorded or AnswerStage.Confirmed) => null,
        (AnswerStepKind.ReAsked, _) => new("cell", "There is no held answer to ask again about."),
        (AnswerStepKind.Revealed, AnswerStage.Confirmed) => null,
        (AnswerStepKind.Revealed, _) => new("cell", "Only a confirmed answer can be revealed."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The life after one more step.</summary>
    public AnswerLife After(AnswerStep step)
    {
        var next = this with { Version = step.Version, At = step.At };
        return step.Kind switch
        {
            AnswerStepKind.Put => next with { Stage = AnswerStage.Put, TimesPut = TimesPut + 1, AskVersion = step.AskVersion, Recorded = null },
            AnswerStepKind.ReAsked => next with { Stage = AnswerStage.Put, TimesPut = TimesPut + 1, AskVersion = step.AskVersion },
            AnswerStepKind.Recorded => next with { Stage = AnswerStage.Recorded, Recorded = step.Answer, AskVersion = step.AskVersion },
            AnswerStepKind.Confirmed => next with { Stage = AnswerStage.Confirmed },
            AnswerStepKind.Revealed => next with
            {
                Stage = AnswerStage.Revealed,
                Revealed = Recorded,
                RevealedAt = step.At,
                RevealedAskVersion = AskVersion,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }
}
