using System.Text.RegularExpressions;
using Assemblies.Wire;

namespace Assemblies.Asks;

/// <summary>What the words of an ask must and should be (product.md, 3).</summary>
public static partial class AskWording
{
    private const int LongestText = 1_000;
    private const int LongestArea = 100;
    private const int LongestTerm = 1_000;
    private const int MostParts = 8;
    private const int MostTranslations = 12;

    // More than this nobody in the hall can hold in mind until the answer.
    private const int LongestSpoken = 45;

    /// <summary>Why an ask cannot stand; empty when it can.</summary>
    public static IReadOnlyList<Problem> Check(string text, string? area, AskCommand command)
    {
        var problems = new List<Problem>();
        if (text.Length == 0)
            problems.Add(new("text", "Write the ask: \"Will you …?\""));
        AtMost("text", text, LongestText);
        AtMost("area", area, LongestArea);
        AtMost("background", command.Background, LongestText);
        AtMost("owner", command.Owner, LongestArea);
        if (command.Terms is not { } terms)
            return problems;
        AtMost("terms.keptIf", terms.KeptIf, LongestTerm);
        AtMost("terms.notKeptIf", terms.NotKeptIf, LongestTerm);
        if (terms.Parts.Count > MostParts)
            problems.Add(new("terms.parts", $"At most {MostParts} parts: an ask with more is several asks."));
        if (terms.Parts.Any(p => TypedText.Tidy(p.Text) is not { Length: <= LongestTerm }))
            problems.Add(new("terms.parts", $"Say in each part what is to be done, in at most {LongestTerm:N0} characters."));
        var translations = terms.Translations ?? [];
        if (translations.Count > MostTranslations || translations.Any(t => TypedText.Tidy(t.Text) is not { Length: <= LongestText } || !LanguageTag().IsMatch(t.Language)))
            problems.Add(new("terms.translations", "Give each translation with its language as a tag, for example \"es\", each language once."));
        else if (translations.Select(t => t.Language).Distinct(StringComparer.OrdinalIgnoreCase).Count() != translations.Count)
            problems.Add(new("terms.translations", "Give each language once."));
        return problems;

        void AtMost(string field, string? value, int longest)
        {
            if (value?.Length > longest)
                problems.Add(new(field, $"At most {longest:N0} characters; this has {value.Length:N0}."));
        }
    }

    /// <summary>What to think about once more: who, what, how much, by when, and only one thing.</summary>
    public static IReadOnlyList<Problem> Warnings(string text, AskTerms terms) => [.. Doubts(text, terms).Select(fix => new Problem("text", fix))];

    private static IEnumerable<string> Doubts(string text, AskTerms terms)
    {
        if (!text.StartsWith("Will you ", StringComparison.OrdinalIgnoreCase))
            yield return "Start with \"Will you\": then the answer can only be a yes, a no or an offer.";
        if (Vague().Match(text) is { Success: true, Value: var verb })
            yield return $"\"{verb}\" can be kept by doing nothing. Say what will be done.";
        // A date is no measure: "homes by 2028" says when, and not how many.
        if (!Measure().IsMatch(Dates().Replace(text, "")) && terms.Parts.All(p => !Measure().IsMatch(Dates().Replace(p.Text, ""))))
            yield return "Say how much: a number, or something that either happens or does not.";
        if (terms.Due is null && terms.Parts.All(p => p.Due is null) && !ByWhen().IsMatch(text))
            yield return "Say by when: a date in the words, or a due date below.";
        if (text.Count(c => c == '?') > 1 || Compound().IsMatch(text))
            yield return "This asks more than one thing: a \"yes\" would not say to which. Write two asks, or dated parts.";
        if (Folding.Words(text).Count > LongestSpoken)
            yield return $"More than {LongestSpoken} words cannot be held in mind in a hall. Move what explains it to the background.";
    }

    [GeneratedRegex(@"\b(support|consider|explore|look into|work (?:with|towards?)|champion|prioriti[sz]e|commit to|do (?:your|our) best|try|be open to|promote|encourage|raise awareness)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(\d{1,2}\s+)?(january|february|march|april|may|june|july|august|september|october|november|december)(\s+\d{1,2})?(,?\s+20\d\d)?\b|\b20\d\d\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    // A meeting, a letter or a vote is a measure too: it happens or it does not.
    [GeneratedRegex(@"\d|%|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|third|quarter|every|all|each|fully|both|no more|meet|attend|publish|sign|vote|appoint|repeal|declare)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    [GeneratedRegex(@"\b(by|before|until|within|in|this|next|no later than|from|starting)\s+(the\s+)?(end of\s+)?(\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|year|month|week|budget|election|your first|one|two|three|six|ninety|thirty|sixty)|\b(20\d\d|tonight|tomorrow|today|remainder of your|rest of your|every year|annually)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByWhen();

    [GeneratedRegex(@"\band (?:will you|also)\b|;|\bas well as\b", RegexOptions.IgnoreCase)]
    private static partial Regex Compound();

    /// <summary>Whether a text has the form of a BCP 47 tag.</summary>
    internal static bool IsLanguageTag(string text) => LanguageTag().IsMatch(text);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
