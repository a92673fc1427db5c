using Assemblies.Record.Corrections;
using NodaTime;

namespace Assemblies.Record;

/// <summary>What everybody may read of the life of an answer: what the hall saw, and what became of it.</summary>
public enum AnswerEventKind
{
    /// <summary>An answer was revealed.</summary>
    Revealed,

    /// <summary>The power-holder objected when it was read back.</summary>
    Objected,

    /// <summary>The power-holder said that it is right.</summary>
    Acknowledged,

    /// <summary>Two people corrected it.</summary>
    Corrected,
}

/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Answer">What stands from then on: revealed or corrected.</param>
/// <param name="Before">What stood until then, where something did.</param>
/// <param name="Words">An objection's words, a correction's reason.</param>
/// <param name="Class">A correction's class.</param>
/// <param name="RequestedBy">Who asked for a correction, by office or role.</param>
/// <param name="Round">What led to a revealed answer.</param>
public sealed record AnswerEvent(
    AnswerEventKind Kind, Instant At, AnswerWords? Answer = null, AnswerWords? Before = null, string? Words = null,
    CorrectionClass? Class = null, string? RequestedBy = null, AnswerRound? Round = null);

/// <summary>What led to a revealed answer. It is public once the answer is, and not before.</summary>
/// <param name="PutAt">When the ask was put; null where it was not, because nobody was there.</param>
/// <param name="ConfirmedAt">When the chair confirmed what was written down.</param>
/// <param name="AskVersion">The version of the ask that it answers.</param>
/// <param name="AskedAs">The words in which the ask was put, where they were others.</param>
public sealed record AnswerRound(Instant? PutAt, Instant ConfirmedAt, int AskVersion, string? AskedAs);

/// <summary>Reads the public history out of the steps of one cell. Nothing provisional is in it.</summary>
public static class AnswerHistory
{
    /// <summary>The events of one cell, the first first.</summary>
    /// <param name="steps">The cell's steps.</param>
    /// <param name="corrections">The corrections of the assembly.</param>
    public static IReadOnlyList<AnswerEvent> Of(IEnumerable<AnswerStep> steps, IReadOnlyDictionary<Guid, Correction> corrections)
    {
        var events = new List<AnswerEvent>();
        var life = AnswerLife.New;
        var (putAt, confirmedAt) = ((Instant?)null, (Instant?)null);
        foreach (var step in steps.OrderBy(s => s.Version))
        {
            var before = life.Revealed;
            life = life.After(step);
            putAt = step.Kind is AnswerStepKind.Put or AnswerStepKind.ReAsked ? step.At : putAt;
            confirmedAt = step.Kind is AnswerStepKind.Confirmed or AnswerStepKind.Amended ? step.At : confirmedAt;
            if (Event(step, life, before, corrections) is { } happened)
                events.Add(happened.Kind == AnswerEventKind.Revealed
                    ? happened with { Round = new(putAt, confirmedAt!.Value, life.RevealedAskVersion!.Value, life.RevealedAskedAs) }
                    : happened);
        }
        return events;
    }

    private static AnswerEvent? Event(AnswerStep step, AnswerLife life, AnswerWords? before, IReadOnlyDictionary<Guid, Correction> corrections) => step.Kind switch
    {
        AnswerStepKind.Revealed => new(AnswerEventKind.Revealed, step.At, life.Revealed, before),
        AnswerStepKind.Objected => new(AnswerEventKind.Objected, step.At, Words: step.Objection),
        AnswerStepKind.Acknowledged => new(AnswerEventKind.Acknowledged, step.At),
        AnswerStepKind.Corrected when corrections[step.CorrectionId!.Value] is var correction =>
            new(AnswerEventKind.Corrected, step.At, step.Answer, before, correction.Grounds, correction.Class, correction.RequestedBy),
        _ => null,
    };
}
