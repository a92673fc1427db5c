using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Assemblies.Data.Migrations;

/// <summary>Organisers' accounts (ASP.NET Core Identity) and their API tokens.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0002_Organisers")]
internal sealed class M0002Organisers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accounts(migrationBuilder);
        migrationBuilder.CreateTable("OrganiserClaims", t => new
        {
            Id = t.Column<int>(nullable: false)
                .Annotation("Sqlite:Autoincrement", true)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            UserId = t.Column<Guid>(nullable: false),
            ClaimType = t.Column<string>(nullable: true),
            ClaimValue = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OrganiserClaims", c => c.Id);
            t.References("OrganiserClaims", "UserId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.Index("OrganiserClaims", "UserId");
        migrationBuilder.CreateTable("OrganiserLogins", t => new
        {
            LoginProvider = t.Column<string>(nullable: false),
            ProviderKey = t.Column<string>(nullable: false),
            ProviderDisplayName = t.Column<string>(nullable: true),
            UserId = t.Column<Guid>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OrganiserLogins", c => new { c.LoginProvider, c.ProviderKey });
            t.References("OrganiserLogins", "UserId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.Index("OrganiserLogins", "UserId");
        migrationBuilder.CreateTable("OrganiserTokens", t => new
        {
            UserId = t.Column<Guid>(nullable: false),
            LoginProvider = t.Column<string>(nullable: false),
            Name = t.Column<string>(nullable: false),
            Value = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OrganiserTokens", c => new { c.UserId, c.LoginProvider, c.Name });
            t.References("OrganiserTokens", "UserId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateTable("ApiTokens", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            OrganiserId = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
            TokenHash = t.Column<byte[]>(nullable: false),
            CreatedAt = t.Column<long>(nullable: false),
            RevokedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ApiTokens", c => c.Id);
            t.References("ApiTokens", "OrganiserId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.Index("ApiTokens", "OrganiserId");
        migrationBuilder.UniqueIndex("ApiTokens", "TokenHash");
    }

    private static void Accounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Organisers", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            UserName = t.Column<string>(maxLength: 256, nullable: true),
            NormalizedUserName = t.Column<string>(maxLength: 256, nullable: true),
            Email = t.Column<string>(maxLength: 256, nullable: true),
            NormalizedEmail = t.Column<string>(maxLength: 256, nullable: true),
            EmailConfirmed = t.Column<bool>(nullable: false),
            PasswordHash = t.Column<string>(nullable: true),
            SecurityStamp = t.Column<string>(nullable: true),
            ConcurrencyStamp = t.Column<string>(nullable: true),
            PhoneNumber = t.Column<string>(nullable: true),
            PhoneNumberConfirmed = t.Column<bool>(nullable: false),
            TwoFactorEnabled = t.Column<bool>(nullable: false),
            LockoutEnd = t.Column<DateTimeOffset>(nullable: true),
            LockoutEnabled = t.Column<bool>(nullable: false),
            AccessFailedCount = t.Column<int>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Organisers", c => c.Id));
        migrationBuilder.CreateIndex("EmailIndex", "Organisers", "NormalizedEmail");
        migrationBuilder.CreateIndex("UserNameIndex", "Organisers", "NormalizedUserName", unique: true);
    }
}
