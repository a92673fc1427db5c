using Assemblies.Data;
using Assemblies.Record.Log;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>Issues offices' links and takes them back.</summary>
public sealed class OfficeRegister(AssemblyDb db, PublicAddress address, IClock clock)
{
    private const string TokenPrefix = "off_";
    private const int MostDays = 365;
    private static readonly Problem JustIssued = new("", "Somebody else issued a link of this office in the same moment, and has it. Issue another only if theirs is lost: it ends theirs.");

    /// <summary>Issues a link; the one before it stops working. Neither result where there is no such power-holder.</summary>
    public async Task<(OfficeLinkReply? Link, Problem? Problem)> IssueAsync(
        Actor actor, Guid assemblyId, Guid powerHolderId, OfficeLinkCommand command, CancellationToken cancellation)
    {
        if (!await db.PowerHolders.AnyAsync(p => p.Id == powerHolderId && p.AssemblyId == assemblyId, cancellation))
            return (null, null);
        if (command.Days is < 1 or > MostDays)
            return (null, new("days", $"Say for how many days it works: 1 to {MostDays}."));
        var (token, now) = (Secrets.NewToken(TokenPrefix), clock.GetCurrentInstant());
        var link = new OfficeLink
        {
            AssemblyId = assemblyId,
            PowerHolderId = powerHolderId,
            TokenHash = Secrets.Hash(token),
            IssuedAt = now,
            IssuedBy = actor.Id,
            ExpiresAt = now + Duration.FromDays(command.Days),
        };
        // Counted before the others are ended: two organisers at once would each end the one before, and leave two that work.
        var known = await db.OfficeLinks.CountAsync(l => l.PowerHolderId == powerHolderId, cancellation);
        await RevokeThoseAsync(powerHolderId, now, cancellation);
        db.OnlyIf(async token => await db.OfficeLinks.CountAsync(l => l.PowerHolderId == powerHolderId, token) == known ? null : JustIssued);
        db.OfficeLinks.Add(link);
        db.Record(actor, assemblyId, ChangeChannel.Commitments, "office.issued", "An office's link was issued; its earlier one ended.");
        return await db.TrySaveAsync(null, cancellation) is { } problem ? (null, problem) : (new OfficeLinkReply($"{address.Base}/office/{token}", link.ExpiresAt), null);
    }

    /// <summary>Takes the office's link back. False when none works.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid assemblyId, Guid powerHolderId, CancellationToken cancellation)
    {
        if (!await db.PowerHolders.AnyAsync(p => p.Id == powerHolderId && p.AssemblyId == assemblyId, cancellation)
            || await RevokeThoseAsync(powerHolderId, clock.GetCurrentInstant(), cancellation) == 0)
            return false;
        db.Record(actor, assemblyId, ChangeChannel.Commitments, "office.revoked", "An office's link was revoked.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The link that works; null when there is none.</summary>
    public Task<OfficeLinkStatus?> StatusAsync(Guid powerHolderId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return db.OfficeLinks.Where(l => l.PowerHolderId == powerHolderId && l.RevokedAt == null && l.ExpiresAt > now)
            .OrderByDescending(l => l.IssuedAt).Select(l => new OfficeLinkStatus(l.IssuedAt, l.ExpiresAt)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The link of a token that works; null for one that ended as for one that never was.</summary>
    public Task<OfficeLink?> FindAsync(string token, CancellationToken cancellation)
    {
        var (hash, now) = (Secrets.Hash(token), clock.GetCurrentInstant());
        return db.OfficeLinks.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash && l.RevokedAt == null && l.ExpiresAt > now, cancellation);
    }

    private async Task<int> RevokeThoseAsync(Guid powerHolderId, Instant now, CancellationToken cancellation)
    {
        var links = await db.OfficeLinks.Where(l => l.PowerHolderId == powerHolderId && l.RevokedAt == null && l.ExpiresAt > now).ToListAsync(cancellation);
        links.ForEach(l => l.RevokedAt = now);
        return links.Count;
    }
}
