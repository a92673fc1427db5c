using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Calendar;

/// <summary>Issues calendar links and takes them back.</summary>
public sealed class CalendarRegister(AssemblyDb db, PublicAddress address, IClock clock)
{
    private const string TokenPrefix = "cal_";

    /// <summary>Issues a link; the organiser's one before it stops working.</summary>
    public async Task<CalendarLinkReply> IssueAsync(Actor actor, Guid organiserId, CalendarLinkCommand command, CancellationToken cancellation)
    {
        var (token, now) = (Secrets.NewToken(TokenPrefix), clock.GetCurrentInstant());
        await RevokeThoseAsync(organiserId, now, cancellation);
        db.CalendarLinks.Add(new CalendarLink { OrganiserId = organiserId, TokenHash = Secrets.Hash(token), OnlyMine = command.OnlyMine, IssuedAt = now });
        db.Record(actor, null, ChangeChannel.Organisers, "calendar.issued", "A calendar link was issued; the organiser's earlier one ended.");
        await db.SaveChangesAsync(cancellation);
        return new CalendarLinkReply($"{address.Base}/calendar/{token}.ics", command.OnlyMine, now);
    }

    /// <summary>Takes the organiser's link back. False when none works.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid organiserId, CancellationToken cancellation)
    {
        if (await RevokeThoseAsync(organiserId, clock.GetCurrentInstant(), cancellation) == 0)
            return false;
        db.Record(actor, null, ChangeChannel.Organisers, "calendar.revoked", "A calendar link was revoked.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The link that works; null when there is none.</summary>
    public Task<CalendarLinkStatus?> StatusAsync(Guid organiserId, CancellationToken cancellation) =>
        db.CalendarLinks.Where(l => l.OrganiserId == organiserId && l.RevokedAt == null).OrderByDescending(l => l.IssuedAt)
            .Select(l => new CalendarLinkStatus(l.OnlyMine, l.IssuedAt)).FirstOrDefaultAsync(cancellation);

    /// <summary>The link of a token; null for one that was revoked as for one that never was.</summary>
    public Task<CalendarLink?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(token);
        return db.CalendarLinks.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash && l.RevokedAt == null, cancellation);
    }

    private async Task<int> RevokeThoseAsync(Guid organiserId, Instant now, CancellationToken cancellation)
    {
        var links = await db.CalendarLinks.Where(l => l.OrganiserId == organiserId && l.RevokedAt == null).ToListAsync(cancellation);
        links.ForEach(l => l.RevokedAt = now);
        return links.Count;
    }
}
