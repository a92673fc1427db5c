using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Record;

/// <summary>What each answer must have (record.md, section 1): a "yes, if" without its condition is how a yes gets lost.</summary>
public static class AnswerRules
{
    /// <summary>How long after the read-back the power-holder may object in the room; later it is a dispute, decided by two people.</summary>
    public static readonly Duration ObjectionWindow = Duration.FromSeconds(90);

    private const int LongestText = 2_000;
    private const int LongestRecording = 24 * 60 * 60;

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
        if (answer.MediaOffset is < 0 or > LongestRecording)
            problems.Add(new("mediaOffset", "Give the time mark in the recording, at most 24 hours."));
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

    /// <summary>Why the words in which an ask was put cannot stand; null when they can.</summary>
    public static Problem? CheckAskedAs(string? words) =>
        words?.Length > LongestText ? new("askedAs", $"At most {LongestText} characters; this has {words.Length}.") : null;

    /// <summary>Why an objection cannot stand; null when it can.</summary>
    public static Problem? CheckObjection(string? words) => TypedText.Tidy(words) switch
    {
        null => new("objection", "Write down what they said against it."),
        { Length: > LongestText } => new("objection", $"At most {LongestText} characters."),
        _ => null,
    };

    /// <summary>Whether two scribes heard the same: category, condition, part, offer and dates. The exact words may differ.</summary>
    public static bool SameSense(AnswerWords one, AnswerWords other) =>
        (one.Code, one.ByWhen, one.Due) == (other.Code, other.ByWhen, other.Due)
        && Same(one.Condition, other.Condition) && Same(one.WhoseMove, other.WhoseMove) && Same(one.Part, other.Part) && Same(one.Offer, other.Offer);

    private static bool Same(string? one, string? other) => Folding.Words(one ?? "").SequenceEqual(Folding.Words(other ?? ""));

    private static IEnumerable<(string Field, string? Text)> Texts(AnswerWords answer) =>
    [
        ("verbatim", answer.Verbatim), ("language", answer.Language), ("condition", answer.Condition), ("whoseMove", answer.WhoseMove),
        ("part", answer.Part), ("offer", answer.Offer), ("invitation", answer.Invitation), ("reason", answer.Reason),
        ("onBehalfOf", answer.OnBehalfOf), ("more", answer.More),
    ];
}
