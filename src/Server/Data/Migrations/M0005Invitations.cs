using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Invitations of further organisers.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0005_Invitations")]
internal sealed class M0005Invitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("OrganiserInvitations", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            Email = t.Column<string>(nullable: false),
            NormalizedEmail = t.Column<string>(nullable: false),
            CodeHash = t.Column<byte[]>(nullable: false),
            InvitedById = t.Column<Guid>(nullable: false),
            ExpiresAt = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OrganiserInvitations", c => c.Id);
            t.References("OrganiserInvitations", "InvitedById", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.UniqueIndex("OrganiserInvitations", "CodeHash");
        migrationBuilder.Index("OrganiserInvitations", "InvitedById");
        migrationBuilder.UniqueIndex("OrganiserInvitations", "NormalizedEmail");
    }
}
