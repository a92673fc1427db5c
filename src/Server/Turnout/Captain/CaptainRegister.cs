using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Captain;

/// <summary>What a captain's address leads to.</summary>
/// <param name="Link">The link; null for an address that nobody was ever given.</param>
/// <param name="Works">Whether it still does: not revoked, and the institution still comes.</param>
public sealed record FoundLink(CaptainLink? Link, bool Works);

/// <summary>Issues captains' links and takes them back. An institution has at most one that works.</summary>
public sealed class CaptainRegister(AssemblyDb db, PublicAddress address, IClock clock)
{
    private const string TokenPrefix = "cap_";

    /// <summary>Issues a link; the one before it stops working. Null when the institution has no delegation here.</summary>
    public async Task<CaptainLinkReply?> IssueAsync(Actor actor, Guid assemblyId, Guid institutionId, CancellationToken cancellation)
    {
        if (!await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == institutionId, cancellation))
            return null;
        var (token, now) = (Secrets.NewToken(TokenPrefix), clock.GetCurrentInstant());
        await RevokeThoseAsync(assemblyId, institutionId, now, cancellation);
        db.CaptainLinks.Add(new CaptainLink
        {
            AssemblyId = assemblyId,
            InstitutionId = institutionId,
            TokenHash = Secrets.Hash(token),
            IssuedAt = now,
            IssuedBy = actor.Id,
        });
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "captain.issued", "A captain's link was issued; earlier ones of the institution ended.");
        await db.SaveChangesAsync(cancellation);
        return new CaptainLinkReply($"{address.Base}/captain/{token}", now);
    }

    /// <summary>Takes back the institution's link. False when none works.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid assemblyId, Guid institutionId, CancellationToken cancellation)
    {
        if (await RevokeThoseAsync(assemblyId, institutionId, clock.GetCurrentInstant(), cancellation) == 0)
            return false;
        db.Record(actor, assemblyId, ChangeChannel.Institutions, "captain.revoked", "A captain's link was revoked.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The link that works; null when there is none.</summary>
    public Task<CaptainLinkStatus?> StatusAsync(Guid assemblyId, Guid institutionId, CancellationToken cancellation) =>
        db.CaptainLinks.Where(l => l.AssemblyId == assemblyId && l.InstitutionId == institutionId && l.RevokedAt == null)
            .OrderByDescending(l => l.IssuedAt).Select(l => new CaptainLinkStatus(l.IssuedAt, l.LastUsedAt)).FirstOrDefaultAsync(cancellation);

    /// <summary>The link of a token, kept in mind so that what is changed with it can say so.</summary>
    public async Task<FoundLink> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(token);
        var link = await db.CaptainLinks.FirstOrDefaultAsync(l => l.TokenHash == hash, cancellation);
        return new FoundLink(link, link is { RevokedAt: null }
            && await db.Delegations.AnyAsync(d => d.AssemblyId == link.AssemblyId && d.InstitutionId == link.InstitutionId, cancellation));
    }

    private async Task<int> RevokeThoseAsync(Guid assemblyId, Guid institutionId, Instant now, CancellationToken cancellation)
    {
        var links = await db.CaptainLinks.Where(l => l.AssemblyId == assemblyId && l.InstitutionId == institutionId && l.RevokedAt == null).ToListAsync(cancellation);
        links.ForEach(l => l.RevokedAt = now);
        return links.Count;
    }
}
