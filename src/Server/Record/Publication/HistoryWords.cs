namespace Assemblies.Record.Publication;

/// <summary>What happened to an answer, in a sentence.</summary>
public static class HistoryWords
{
    /// <summary>The event; the answers that it changes stand beside the sentence.</summary>
    public static string Of(AnswerEvent happened) => happened.Kind switch
    {
        AnswerEventKind.Revealed => happened.Before is null ? "Revealed in the hall." : "Answered again, and revealed in the hall.",
        AnswerEventKind.Objected => $"Read back, and the power-holder objected: “{happened.Words}”",
        AnswerEventKind.Acknowledged => "The power-holder acknowledged that this is what was said.",
        AnswerEventKind.Corrected => $"Corrected by two people. {Reason(happened)}",
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    /// <summary>Why a correction was made, and who asked for it.</summary>
    public static string Reason(AnswerEvent correction) =>
        $"{Capital(AnswerWording.Class(correction.Class!.Value))}; asked for by {correction.RequestedBy}: {correction.Words}";

    /// <summary>What two people decided about a dispute, or that nobody has.</summary>
    public static string Of(Corrections.Dispute dispute) => dispute.Outcome switch
    {
        Corrections.DisputeOutcome.Upheld => $"Two people decided that the office is right: {dispute.Grounds}",
        Corrections.DisputeOutcome.NotUpheld => $"Two people decided that the record stands: {dispute.Grounds}",
        _ => "Under review.",
    };

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
