using Assemblies.Asks;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>Whether an answer is a commitment.</summary>
public enum CommitmentStanding
{
    /// <summary>It was promised, and is followed up.</summary>
    Made,

    /// <summary>Something else was offered; the organisation has not taken it yet.</summary>
    Offered,

    /// <summary>It was promised once, and another answer stands now: the promise ended, its history stays.</summary>
    Ended,

    /// <summary>Nothing was promised; a late answer in writing may still come.</summary>
    None,
}

/// <summary>Which answers are commitments, and until when they are to be kept.</summary>
public static class StandingRules
{
    /// <summary>What an answer is worth.</summary>
    /// <param name="stands">The answer that stands: in writing where there is one, else as said and corrected.</param>
    /// <param name="offerAccepted">Whether the organisation took a counter-offer.</param>
    /// <param name="before">Answers that stood before.</param>
    public static CommitmentStanding Of(AnswerWords stands, bool offerAccepted, IEnumerable<AnswerWords> before) => stands.Code switch
    {
        AnswerCode.CounterOffer => offerAccepted ? CommitmentStanding.Made : CommitmentStanding.Offered,
        var code when Promises(code) => CommitmentStanding.Made,
        _ => before.Any(b => Promises(b.Code)) || offerAccepted ? CommitmentStanding.Ended : CommitmentStanding.None,
    };

    /// <summary>The date that an answer itself carries: named by the office, or agreed to with the ask. Null for no date given.</summary>
    /// <param name="stands">The answer.</param>
    /// <param name="terms">The terms of the version of the ask that it was given to.</param>
    public static LocalDate? NamedDue(AnswerWords stands, AskTerms terms) => stands.Due ?? stands.Code switch
    {
        AnswerCode.Deferred => stands.ByWhen,
        AnswerCode.Yes or AnswerCode.YesWithConditions or AnswerCode.Partial => terms.Due,
        _ => null,
    };

    private static bool Promises(AnswerCode code) =>
        code is AnswerCode.Yes or AnswerCode.YesWithConditions or AnswerCode.Partial or AnswerCode.Deferred;
}
