using Assemblies.Wire;

namespace Assemblies.Record;

/// <summary>What each answer must have (record.md, section 1): a "yes, if" without its condition is how a yes gets lost.</summary>
public static class AnswerRules
{
    private const int LongestText = 2_000;

    /// <summary>What is missing or too long; empty when the answer may be recorded.</summary>
    public static IReadOnlyList<Problem> Check(AnswerWords answer)
    {
        var problems = new List<Problem>();
        if (answer.Code is not (AnswerCode.Absent or AnswerCode.NotAsked))
            Need("verbatim", answer.Verbatim, "Write down the words as they were said.");
        switch (answer.Code)
        {
            case AnswerCode.YesWithConditions:
                Need("condition", answer.Condition, "Write down what must happen first.");
                Need("whoseMove", answer.WhoseMove, "Write down who has to make it happen.");
                break;
            case AnswerCode.Partial:
                Need("part", answer.Part, "Write down which part was agreed to.");
                break;
            case AnswerCode.CounterOffer:
                Need("offer", answer.Offer, "Word the offer as an ask: \"Will you …?\"");
                break;
            case AnswerCode.Deferred when answer.ByWhen is null:
                problems.Add(new("byWhen", "Write down the date by which the answer was promised."));
                break;
            case AnswerCode.NoAnswer when answer.TimesAsked is not > 0:
                problems.Add(new("timesAsked", "Write down how often the ask was put, at least 1."));
                break;
            case AnswerCode.Absent:
                Need("invitation", answer.Invitation, "Write down how the office was invited and what it replied.");
                break;
            case AnswerCode.NotAsked:
                Need("reason", answer.Reason, "Write down why the ask was not put.");
                break;
        }
        foreach (var (field, text) in Texts(answer))
            if (text?.Length > LongestText)
                problems.Add(new(field, $"At most {LongestText} characters; this has {text.Length}."));
        return problems;

        void Need(string field, string? text, string fix)
        {
            if (string.IsNullOrWhiteSpace(text))
                problems.Add(new(field, fix));
        }
    }

    private static IEnumerable<(string Field, string? Text)> Texts(AnswerWords answer) =>
    [
        ("verbatim", answer.Verbatim), ("language", answer.Language), ("condition", answer.Condition), ("whoseMove", answer.WhoseMove),
        ("part", answer.Part), ("offer", answer.Offer), ("invitation", answer.Invitation), ("reason", answer.Reason),
        ("onBehalfOf", answer.OnBehalfOf),
    ];
}
