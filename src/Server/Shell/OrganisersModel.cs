using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Shell;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class OrganisersModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OrganiserAccount>().ToTable("Organisers");
        model.Entity<IdentityUserClaim<Guid>>().ToTable("OrganiserClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("OrganiserLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("OrganiserTokens");
        model.Entity<ApiToken>(token =>
        {
            token.HasIndex(t => t.TokenHash).IsUnique();
            token.HasOne<OrganiserAccount>().WithMany().HasForeignKey(t => t.OrganiserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OrganiserInvitation>(invitation =>
        {
            invitation.HasIndex(i => i.CodeHash).IsUnique();
            invitation.HasIndex(i => i.NormalizedEmail).IsUnique();
            invitation.HasOne<OrganiserAccount>().WithMany().HasForeignKey(i => i.InvitedById).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
