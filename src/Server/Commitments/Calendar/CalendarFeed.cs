using Assemblies.Shell;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Commitments.Calendar;

/// <summary>The days that matter for open commitments, for a calendar program. No note and no contact of the staff is in it: calendars travel.</summary>
public sealed class CalendarFeed(CommitmentReader reader, PublicAddress address, IClock clock)
{
    /// <summary>The calendar of a link.</summary>
    internal async Task<string> WriteAsync(CalendarLink link, CancellationToken cancellation)
    {
        var open = (await reader.AllAsync(cancellation)).Where(c => c.IsOpen && (!link.OnlyMine || c.Life.Assignment.OwnerId == link.OrganiserId));
        return ICalendar.Write(link.OnlyMine ? "Promises that I follow up" : "Promises to our alliance", open.SelectMany(Days), clock.GetCurrentInstant());
    }

    private IEnumerable<CalendarDay> Days(Commitment c)
    {
        if (c.Due is { } due)
            yield return Day(c, "due", due, $"Due: {c.Given.Office}, ask {c.Ask.Number}");
        foreach (var (index, part) in c.Ask.Terms.Parts.Index())
            if (part.Due is { } partDue && partDue != c.Due)
                yield return Day(c, $"part{index + 1}", partDue, $"A part is due: {c.Given.Office}, ask {c.Ask.Number}", part.Text);
        if (c.Life.Meeting is { } meeting)
            yield return Day(c, "meeting", meeting.By, $"They promised to meet us by today: {c.Given.Office}, ask {c.Ask.Number}");
        if (c.Life.Assignment.NextContact is { } next)
            yield return Day(c, "contact", next, $"Contact them: {c.Given.Office}, ask {c.Ask.Number}");
    }

    private CalendarDay Day(Commitment c, string what, LocalDate day, string summary, string? part = null) => new(
        $"{what}-{c.Key.AskId:N}-{c.Key.PowerHolderId:N}@{address.Host}", day, summary,
        string.Join("\n", new[] { part, c.Ask.Wording, $"{c.Given.Name}, {c.Given.Office}", c.Assembly.Title }.OfType<string>()),
        $"{address.Base}{CommitmentAddress.Of(c.Key)}", c.Life.Version);
}
