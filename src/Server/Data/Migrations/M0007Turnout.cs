using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Every way in and out: groups, walk-ups, tallies, exits, undo; counts by door; delegation passes; overflow rooms.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0007_Turnout")]
internal sealed class M0007Turnout : Migration
{
    private const string NoId = "00000000-0000-0000-0000-000000000000";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("Subject", "Changes", nullable: true);
        migrationBuilder.AddColumn<string>("Overflow", "Assemblies", nullable: true);
        migrationBuilder.AddColumn<bool>("IsOverflow", "Doors", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Label", "Passes", nullable: true);
        migrationBuilder.AddColumn<int>("Adults", "Passes", nullable: true);
        migrationBuilder.AddColumn<int>("Under18s", "Passes", nullable: true);
        Scans(migrationBuilder);
        Projections(migrationBuilder);
    }

    private static void Scans(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.RenameColumn("SubjectHash", "Scans", "BodyHash");
        migrationBuilder.AddColumn<string>("Direction", "Scans", nullable: false, defaultValue: "in");
        migrationBuilder.AddColumn<Guid>("SubjectId", "Scans", nullable: false, defaultValue: Guid.Empty);
        migrationBuilder.AddColumn<string>("Finding", "Scans", nullable: true);
        migrationBuilder.AddColumn<bool>("Offline", "Scans", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("Forced", "Scans", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Reason", "Scans", nullable: true);
        migrationBuilder.AddColumn<int>("Adults", "Scans", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<int>("Under18s", "Scans", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("IsAssumed", "Scans", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<Guid>("Undoes", "Scans", nullable: true);
        migrationBuilder.Sql("""UPDATE "Scans" SET "SubjectId" = COALESCE("PassId", "ScanId")""");
        migrationBuilder.Index("Scans", "AssemblyId", "SubjectId");
        migrationBuilder.Index("Scans", "AssemblyId", "Undoes");
        migrationBuilder.CreateTable("WalkupNames", t => new
        {
            ScanId = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_WalkupNames", c => c.ScanId);
            t.References("WalkupNames", "ScanId", "Scans", "ScanId");
        });
        migrationBuilder.Index("WalkupNames", "AssemblyId");
    }

    // Their keys change, which SQLite cannot do in place.
    private static void Projections(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""CREATE TABLE "AdmissionsBefore" AS SELECT * FROM "Admissions" """);
        migrationBuilder.DropTable("Admissions");
        migrationBuilder.DropTable("TurnoutCounts");
        migrationBuilder.CreateTable("Admissions", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            SubjectId = t.Column<Guid>(nullable: false),
            PassId = t.Column<Guid>(nullable: true),
            InstitutionId = t.Column<Guid>(nullable: true),
            DoorId = t.Column<Guid>(nullable: true),
            ScanId = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
            Heads = t.Column<int>(nullable: false),
            Under18s = t.Column<int>(nullable: false),
            Inside = t.Column<int>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Admissions", c => new { c.AssemblyId, c.SubjectId }));
        migrationBuilder.Index("Admissions", "AssemblyId", "At");
        migrationBuilder.Index("Admissions", "PassId");
        migrationBuilder.CreateTable("TurnoutCounts", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            DoorId = t.Column<Guid>(nullable: false),
            Arrived = t.Column<int>(nullable: false),
            Under18s = t.Column<int>(nullable: false),
            Inside = t.Column<int>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_TurnoutCounts", c => new { c.AssemblyId, c.InstitutionId, c.DoorId }));
        migrationBuilder.Sql("""
            INSERT INTO "Admissions" ("AssemblyId", "SubjectId", "PassId", "InstitutionId", "DoorId", "ScanId", "At", "Heads", "Under18s", "Inside")
            SELECT "AssemblyId", "PassId", "PassId", "InstitutionId", "DoorId", "ScanId", "At", 1, 0, 1 FROM "AdmissionsBefore"
            """);
        migrationBuilder.Sql($"""
            INSERT INTO "TurnoutCounts" ("AssemblyId", "InstitutionId", "DoorId", "Arrived", "Under18s", "Inside")
            SELECT "AssemblyId", "InstitutionId", COALESCE("DoorId", '{NoId}'), COUNT(*), 0, COUNT(*) FROM "AdmissionsBefore"
            GROUP BY "AssemblyId", "InstitutionId", COALESCE("DoorId", '{NoId}')
            """);
        migrationBuilder.DropTable("AdmissionsBefore");
    }
}
