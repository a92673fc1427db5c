using Assemblies.Agenda;
using Assemblies.Commitments.Rules;

namespace Assemblies.Commitments.Pages;

/// <summary>What a status rests on, in sentences.</summary>
internal static class AssessmentWords
{
    public static string Basis(Assessment a, CommitmentLife life) => string.Join(" ", Sentences(a, life));

    private static IEnumerable<string> Sentences(Assessment a, CommitmentLife life)
    {
        if (a.MetOn is { } met)
            yield return $"Met on {WallClock.Day(met)}.";
        if (a.Part is { } part)
            yield return $"Kept: {part.TrimEnd('.')}.";
        if (a.Who is { } who)
            yield return $"Prevented by {who.TrimEnd('.')}.";
        if (a.OfficeWithdrew)
            yield return "The office itself withdrew.";
        if (a.ReasonCode is { } code)
            yield return $"Why: {CommitmentWording.Reason(code)}.";
        if (a.Reason is { } reason)
            yield return $"{reason.TrimEnd('.')}.";
        if (a.Link is { } link)
            yield return $"See {link}.";
        if (a.Evidence is { } evidence)
            yield return $"Evidence: {string.Join("; ", life.Evidence.Where(e => evidence.Contains(e.Id)).Select(e => e.Words.Title))}.";
        if (life.Contacts.FirstOrDefault(c => c.Id == a.Notice) is { } notice)
            yield return $"Notice was given on {WallClock.Day(notice.Words.On)}.";
    }
}
