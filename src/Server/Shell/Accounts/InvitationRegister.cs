using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Shell.Accounts;

/// <summary>Invites further organisers: a link that works once and for a week, passed on by whoever invites.</summary>
public sealed class InvitationRegister(
    AssemblyDb db, OrganiserAccounts accounts, ILookupNormalizer normalizer, PublicAddress address, IClock clock)
{
    private const string CodePrefix = "inv_";
    private static readonly Duration Works = Duration.FromDays(7);
    private static readonly Problem Spent = new("", "This invitation was used or revoked a moment ago. Sign in, or ask for a new one.");

    /// <summary>The invitations that still work, the newest first.</summary>
    public async Task<List<InvitationSummary>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return await db.OrganiserInvitations.Where(i => i.ExpiresAt > now).OrderByDescending(i => i.ExpiresAt)
            .Join(db.Users, i => i.InvitedById, u => u.Id, (i, u) => new InvitationSummary(i.Id, i.Email, u.Email!, i.ExpiresAt))
            .ToListAsync(cancellation);
    }

    public async Task<(NewInvitation? Invitation, Problem? Problem)> InviteAsync(
        Guid organiserId, string? email, CancellationToken cancellation)
    {
        email = email?.Trim() ?? "";
        if (await accounts.EmailProblemAsync(email) is { } problem)
            return (null, problem);
        // A removed organiser's browser knows it within a minute; until then it must not invite its owner back.
        if (!await db.Users.AnyAsync(u => u.Id == organiserId, cancellation))
            return (null, new("", "Your account was removed."));
        var code = Secrets.NewToken(CodePrefix);
        var invitation = new OrganiserInvitation
        {
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            CodeHash = Secrets.Hash(code),
            InvitedById = organiserId,
            ExpiresAt = clock.GetCurrentInstant() + Works,
        };
        db.OrganiserInvitations.RemoveRange(
            await db.OrganiserInvitations.Where(i => i.NormalizedEmail == invitation.NormalizedEmail).ToListAsync(cancellation));
        db.OrganiserInvitations.Add(invitation);
        db.Record(Actor.Organiser(organiserId), null, ChangeChannel.Organisers, "organiser.invited", $"An organiser was invited: invitation {invitation.Id}.");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two invitations of one address at once; anything else is a fault.
            db.ChangeTracker.Clear();
            if (!await db.OrganiserInvitations.AnyAsync(i => i.NormalizedEmail == invitation.NormalizedEmail, cancellation))
                throw;
            return (null, new("email", "Somebody invited this address a moment ago."));
        }
        return (new NewInvitation(invitation.Id, email, $"{address.Base}/invitation/{code}", invitation.ExpiresAt), null);
    }

    /// <summary>The link stops working at once. False when there is no such invitation.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid invitationId, CancellationToken cancellation)
    {
        if (await db.OrganiserInvitations.FirstOrDefaultAsync(i => i.Id == invitationId, cancellation) is not { } invitation)
            return false;
        db.OrganiserInvitations.Remove(invitation);
        db.Record(actor, null, ChangeChannel.Organisers, "invitation.revoked", $"An invitation was revoked: {invitationId}.");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was used or revoked meanwhile.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The invitation that a code opens; null when it was used, revoked or is too old.</summary>
    public async Task<OrganiserInvitation?> FindAsync(string code, CancellationToken cancellation)
    {
        var (hash, now) = (Secrets.Hash(code), clock.GetCurrentInstant());
        return await db.OrganiserInvitations.FirstOrDefaultAsync(i => i.CodeHash == hash && i.ExpiresAt > now, cancellation);
    }

    /// <summary>Makes the invited account with the password that its owner chose, and uses the invitation up.</summary>
    public async Task<(OrganiserAccount? Account, IReadOnlyList<Problem> Problems)> AcceptAsync(
        string code, string password, CancellationToken cancellation)
    {
        if (await FindAsync(code, cancellation) is not { } invitation)
            return (null, [Spent]);
        try
        {
            // Saved together with the account: of two browsers at once, the second finds nothing to remove and makes no account.
            db.OrganiserInvitations.Remove(invitation);
            db.Record(Actor.Visitor, null, ChangeChannel.Organisers, "organiser.joined", $"An invited organiser made an account: invitation {invitation.Id}.");
            var made = await accounts.CreateAsync(invitation.Email, password);
            if (made.Account is null)
                db.ChangeTracker.Clear();
            return made;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(code, cancellation) is not null)
                throw;
            return (null, [Spent]);
        }
    }
}
