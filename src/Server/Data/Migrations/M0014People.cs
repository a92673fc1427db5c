using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Testimony files, consent per channel, readiness, power-holders' invitations and presence, tagged arrivals, pronunciation.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0014_People")]
internal sealed class M0014People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Pronunciation", "Institutions", nullable: true);
        Speakers(migrationBuilder);
        PowerHolders(migrationBuilder);
        migrationBuilder.CreateTable("ArrivalTags", t => new
        {
            OwnerId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            PersonId = t.Column<Guid>(nullable: true),
            PassId = t.Column<Guid>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ArrivalTags", c => new { c.OwnerId, c.Kind });
            t.References("ArrivalTags", "AssemblyId", "Assemblies");
            t.References("ArrivalTags", "PassId", "Passes");
            t.References("ArrivalTags", "PersonId", "People", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.Index("ArrivalTags", "AssemblyId");
        migrationBuilder.Index("ArrivalTags", "PassId");
        migrationBuilder.Index("ArrivalTags", "PersonId");
    }

    private static void Speakers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Pronunciation", "Speakers", nullable: true);
        migrationBuilder.AddColumn<int>("PlannedSeconds", "Speakers", nullable: true);
        migrationBuilder.AddReference("Speakers", "UnderstudyId", "Speakers");
        migrationBuilder.AddColumn<string>("UnderstudyName", "Speakers", nullable: true);
        migrationBuilder.AddColumn<string>("Language", "Speakers", nullable: true);
        migrationBuilder.AddColumn<string>("Interpreter", "Speakers", nullable: true);
        migrationBuilder.AddColumn<int>("TimeFactorPercent", "Speakers", nullable: false, defaultValue: 100);
        migrationBuilder.AddColumn<string>("Draft", "Speakers", nullable: true);
        Consents(migrationBuilder);
        migrationBuilder.CreateTable("SpeakerTimings", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            SpeakerId = t.Column<Guid>(nullable: false),
            Day = t.Column<string>(nullable: false),
            Seconds = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SpeakerTimings", c => c.Id);
            t.References("SpeakerTimings", "SpeakerId", "Speakers");
        });
        migrationBuilder.Index("SpeakerTimings", "SpeakerId");
        migrationBuilder.CreateTable("ReadinessSteps", t => new
        {
            SpeakerId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            With = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ReadinessSteps", c => new { c.SpeakerId, c.Version });
            t.References("ReadinessSteps", "SpeakerId", "Speakers");
        });
        migrationBuilder.Index("ReadinessSteps", "AssemblyId");
        migrationBuilder.UniqueIndex("ReadinessSteps", "CommandId");
        migrationBuilder.CreateTable("ScheduleSteps", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Action = t.Column<string>(nullable: false),
            ItemId = t.Column<Guid>(nullable: false),
            SpeakerId = t.Column<Guid>(nullable: false),
            OtherItemId = t.Column<Guid>(nullable: true),
            OtherSpeakerId = t.Column<Guid>(nullable: true),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ScheduleSteps", c => new { c.AssemblyId, c.Version });
            t.References("ScheduleSteps", "AssemblyId", "Assemblies");
        });
        migrationBuilder.UniqueIndex("ScheduleSteps", "CommandId");
    }

    // Whoever agreed so far was asked about the hall's screens and the public web page in one sentence: that is what they agreed to.
    private static void Consents(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SpeakerConsents", t => new
        {
            SpeakerId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            Channel = t.Column<string>(nullable: false),
            IsGiven = t.Column<bool>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            SignedOn = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SpeakerConsents", c => new { c.SpeakerId, c.Version });
            t.References("SpeakerConsents", "SpeakerId", "Speakers");
        });
        foreach (var (version, channel) in new[] { (1, "screen"), (2, "web") })
            migrationBuilder.Sql($"""
                INSERT INTO "SpeakerConsents" ("SpeakerId", "Version", "Channel", "IsGiven", "At", "By")
                SELECT "Id", {version}, '{channel}', TRUE, "ScreenConsentAt", 'server' FROM "Speakers" WHERE "ScreenConsentAt" IS NOT NULL
                """);
        migrationBuilder.Sql("""ALTER TABLE "Speakers" DROP COLUMN "ScreenConsentAt" """);
    }

    private static void PowerHolders(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Invitation", "PowerHolders", nullable: false, defaultValue: """{"reply":"no_reply"}""");
        migrationBuilder.AddColumn<string>("DepartsAt", "PowerHolders", nullable: true);
        migrationBuilder.CreateTable("PresenceSteps", t => new
        {
            PowerHolderId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            Deputy = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_PresenceSteps", c => new { c.PowerHolderId, c.Version });
            t.References("PresenceSteps", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("PresenceSteps", "AssemblyId");
        migrationBuilder.UniqueIndex("PresenceSteps", "CommandId");
    }
}
