using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>What organisers and captains count with: confirmed numbers, the official turnout, captains' links, retention.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0009_Delegations")]
internal sealed class M0009Delegations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("SmallestShown", "Assemblies", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("RetentionDays", "Assemblies", nullable: false, defaultValue: 30);
        migrationBuilder.AddColumn<int>("Confirmed", "Delegations", nullable: true);
        migrationBuilder.AddColumn<int>("NamesErased", "Delegations", nullable: false, defaultValue: 0);
        migrationBuilder.CreateTable("OfficialTurnouts", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Number = t.Column<int>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            Arrived = t.Column<int>(nullable: false),
            Under18s = t.Column<int>(nullable: false),
            Pledged = t.Column<int>(nullable: false),
            Institutions = t.Column<int>(nullable: false),
            Cursor = t.Column<long>(nullable: false),
            SilentDevices = t.Column<int>(nullable: false),
            Method = t.Column<string>(nullable: false),
            Reason = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OfficialTurnouts", c => c.Id);
            t.References("OfficialTurnouts", "AssemblyId", "Assemblies");
        });
        migrationBuilder.UniqueIndex("OfficialTurnouts", "AssemblyId", "Number");
        migrationBuilder.CreateTable("CaptainLinks", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            TokenHash = t.Column<byte[]>(nullable: false),
            IssuedAt = t.Column<long>(nullable: false),
            IssuedBy = t.Column<string>(nullable: false),
            RevokedAt = t.Column<long>(nullable: true),
            LastUsedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CaptainLinks", c => c.Id);
            t.References("CaptainLinks", "AssemblyId", "Assemblies");
            t.References("CaptainLinks", "InstitutionId", "Institutions");
        });
        migrationBuilder.UniqueIndex("CaptainLinks", "TokenHash");
        migrationBuilder.Index("CaptainLinks", "AssemblyId", "InstitutionId");
        migrationBuilder.Index("CaptainLinks", "InstitutionId");
    }
}
