using Assemblies.Agenda;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;

namespace Assemblies.Commitments.ReportBack;

/// <summary>What a chair says of an old commitment: facts first, then one question to who can answer it.</summary>
public static class ReportBackWording
{
    /// <summary>In three or four sentences. It says nothing that is only proposed.</summary>
    public static string Say(Commitment c) => string.Join(' ', Sentences(c));

    private static IEnumerable<string> Sentences(Commitment c)
    {
        yield return $"On {WallClock.Day(c.Said.On)} {c.Given.Name}, {c.Given.Office}, answered: {Answer(c.Said.Words)}.";
        if (c.Life.Written is { } written)
            yield return $"On {WallClock.Day(written.On)} the office answered in writing: {Answer(written.Answer)}.";
        if (c.Life.Holders is [.., var holder])
            yield return CommitmentWording.Holder(holder.Words, c.Given.Office);
        if (c.Standing == CommitmentStanding.Ended)
        {
            yield return "So it ended: another answer stands.";
            yield break;
        }
        yield return $"As we know it: {CommitmentWording.Status(c.Life.Status).ToLowerInvariant()}, {CommitmentWording.Timeliness(c.Timeliness)}.";
        yield return Question(c);
    }

    private static string Question(Commitment c) => c.Life.Status switch
    {
        DeliveryStatus.Kept or DeliveryStatus.KeptLate => "Thank you. What has changed since it was done?",
        DeliveryStatus.Released or DeliveryStatus.Untrackable => "We ask nothing more about it.",
        DeliveryStatus.NotKept => $"{c.Holder}, why was it not done, and what will be done instead?",
        DeliveryStatus.Blocked => $"{c.Holder}, what stands in the way, and who has to move?",
        _ => $"{c.Holder}, what was done, what comes next, and by when?",
    };

    private static string Answer(AnswerWords answer) => AnswerWording.Line(answer with { Verbatim = null });
}
