using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Shell.Accounts;

/// <summary>An API token as it is listed: everything but the token.</summary>
/// <param name="Id">For revoking it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked; null while it works.</param>
public sealed record TokenSummary(Guid Id, string Name, Instant CreatedAt, Instant? RevokedAt);

/// <summary>A token just made.</summary>
/// <param name="Id">For revoking it.</param>
/// <param name="Token">The token; it is shown nowhere else.</param>
public sealed record NewToken(Guid Id, string Token);

/// <summary>An organiser's API tokens: made, listed, revoked. Each organiser sees the own ones only.</summary>
public sealed class TokenRegister(AssemblyDb db, IClock clock)
{
    private const int LongestName = 60;

    public Task<List<TokenSummary>> ListAsync(Guid organiserId, CancellationToken cancellation) =>
        db.ApiTokens.Where(t => t.OrganiserId == organiserId).OrderByDescending(t => t.CreatedAt)
            .Select(t => new TokenSummary(t.Id, t.Name, t.CreatedAt, t.RevokedAt)).ToListAsync(cancellation);

    public async Task<(NewToken? Token, Problem? Problem)> MakeAsync(
        Actor actor, Guid organiserId, string name, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName)
            return (null, new("name", $"Say in 1 to {LongestName} characters what the token is for, for example \"membership database\"."));
        var token = Secrets.NewToken(BearerTokens.TokenPrefix);
        var made = new ApiToken { OrganiserId = organiserId, Name = name, TokenHash = Secrets.Hash(token), CreatedAt = clock.GetCurrentInstant() };
        db.ApiTokens.Add(made);
        db.Record(actor, null, ChangeChannel.Organisers, "token.made", "An API token was made.");
        await db.SaveChangesAsync(cancellation);
        return (new NewToken(made.Id, token), null);
    }

    /// <summary>The token stops working at once. False when the organiser has no such token.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid organiserId, Guid tokenId, CancellationToken cancellation)
    {
        var token = await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == tokenId && t.OrganiserId == organiserId, cancellation);
        if (token is null)
            return false;
        if (token.RevokedAt is not null)
            return true;
        token.RevokedAt = clock.GetCurrentInstant();
        db.Record(actor, null, ChangeChannel.Organisers, "token.revoked", "An API token was revoked.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
