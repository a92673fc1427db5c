using Assemblies.Wire;

namespace Assemblies.Testimony;

/// <summary>What a testimony file may say.</summary>
public static class SpeakerRules
{
    public const int NoFactor = 100;
    public const int LargestFactor = 400;
    public const int LongestName = 100;
    public const int LongestPronunciation = 120;
    public const int LongestDraft = 20_000;
    public const int LongestSeconds = 60 * 60;
    private const int LongestLanguage = 35;

    /// <summary>Time on the stage in whole seconds, rounded up; null while no time is planned.</summary>
    public static int? SecondsOnStage(int? plannedSeconds, int factorPercent) =>
        plannedSeconds is { } planned ? (planned * factorPercent + 99) / 100 : null;

    /// <summary>What is wrong with a file by itself.</summary>
    public static IEnumerable<Problem> Problems(SpeakerCommand file)
    {
        if (file.NameToShow.Trim().Length is 0 or > LongestName)
            yield return new("nameToShow", $"Write the name to show, at most {LongestName} characters. A first name is enough.");
        if (file.Pronunciation?.Trim().Length > LongestPronunciation)
            yield return new("pronunciation", $"Use at most {LongestPronunciation} characters.");
        if (file.PlannedSeconds is < 1 or > LongestSeconds)
            yield return new("plannedSeconds", $"Give the time in seconds, from 1 to {LongestSeconds:N0}.");
        if (file is { UnderstudyId: not null } && !string.IsNullOrWhiteSpace(file.UnderstudyName))
            yield return new("understudyName", "Choose a speaker or write a name, not both.");
        if (file.UnderstudyName?.Trim().Length > LongestName)
            yield return new("understudyName", $"Use at most {LongestName} characters.");
        if (file.Language?.Trim() is { Length: > 0 } tag && !IsLanguage(tag))
            yield return new("language", "Give a language tag, for example \"es\" or \"pt-BR\".");
        if (file.Interpreter?.Trim().Length > LongestName)
            yield return new("interpreter", $"Use at most {LongestName} characters.");
        if (file.TimeFactorPercent is < NoFactor or > LargestFactor)
            yield return new("timeFactorPercent", $"Give per cent, from {NoFactor} (no interpretation, or simultaneous) to {LargestFactor}; consecutive takes about 180.");
        if (file.Draft?.Length > LongestDraft)
            yield return new("draft", $"Use at most {LongestDraft:N0} characters; this has {file.Draft.Length:N0}.");
    }

    /// <summary>What is wrong with a rehearsed timing.</summary>
    public static IEnumerable<Problem> Problems(TimingCommand timing)
    {
        if (timing.Seconds is < 1 or > LongestSeconds)
            yield return new("seconds", $"Give the time in seconds, from 1 to {LongestSeconds:N0}.");
    }

    private static bool IsLanguage(string tag) =>
        tag.Length <= LongestLanguage && tag.Split('-') is var parts && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
        && parts.All(p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
}
