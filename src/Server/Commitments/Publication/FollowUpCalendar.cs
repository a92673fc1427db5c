using System.Text;
using Assemblies.Commitments.Rules;
using Assemblies.Record.Publication;
using Assemblies.Wire;

namespace Assemblies.Commitments.Publication;

/// <summary>The days by which something was promised, for anybody's calendar. Only those that everybody may know of.</summary>
internal static class FollowUpCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    public static byte[] Write(FollowUp followUp) => Encoding.UTF8.GetBytes(ICalendar.Write(
        $"{followUp.Record.Assembly.Title}: what was promised", followUp.Commitments.Where(c => c.Of is { Standing: CommitmentStanding.Made, Due: not null }).Select(c => Day(followUp.Record, c)),
        // When the record last changed: the same state is the same file, on whatever day it is read.
        followUp.Record.Log.Entries[^1].At));

    private static CalendarDay Day(PublishedRecord record, PublicCommitment commitment)
    {
        var of = commitment.Of;
        return new(
            // The record's own name lasts, whatever becomes of the host.
            $"promise-{of.Key.AskId:N}-{of.Key.PowerHolderId:N}@{record.Origin[..record.Origin.IndexOf('/', StringComparison.Ordinal)]}",
            of.Due!.Value, $"Due: {of.Given.Name}, {of.Given.Office}, ask {of.Ask.Number}",
            $"{of.Ask.Wording}\n{CommitmentWording.Status(of.Life.Status)}\n{of.Assembly.Title}",
            record.At.Whole(record.At.Answer(of.Key.AskId, of.Key.PowerHolderId)),
            // A date moves by a step, or by a correction of the answer.
            commitment.Steps.Count + (record.Find(of.Key.AskId, of.Key.PowerHolderId)?.Cell.History.Count ?? 0));
    }
}
