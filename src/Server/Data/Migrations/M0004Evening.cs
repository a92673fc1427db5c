using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Scans and counts, asks and answers, speakers, the projector's scene.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0004_Evening")]
internal sealed class M0004Evening : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Turnout(migrationBuilder);
        Asks(migrationBuilder);
        AnswersAndScreens(migrationBuilder);
    }

    private static void Turnout(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Scans", t => new
        {
            ScanId = t.Column<Guid>(nullable: false),
            DeviceId = t.Column<Guid>(nullable: false),
            DeviceSeq = t.Column<long>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            DoorId = t.Column<Guid>(nullable: true),
            Method = t.Column<string>(nullable: false),
            SubjectHash = t.Column<byte[]>(nullable: false),
            PassId = t.Column<Guid>(nullable: true),
            ClientAt = t.Column<long>(nullable: false),
            OffsetMs = t.Column<long>(nullable: false),
            ReceivedAt = t.Column<long>(nullable: false),
            EffectiveAt = t.Column<long>(nullable: false),
            AppVersion = t.Column<string>(nullable: false),
            Outcome = t.Column<string>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: true),
            FirstAt = t.Column<long>(nullable: true),
            FirstDoorId = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Scans", c => c.ScanId));
        migrationBuilder.Index("Scans", "AssemblyId", "EffectiveAt");
        migrationBuilder.UniqueIndex("Scans", "DeviceId", "DeviceSeq");
        migrationBuilder.CreateTable("Admissions", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            PassId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            ScanId = t.Column<Guid>(nullable: false),
            DoorId = t.Column<Guid>(nullable: true),
            At = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Admissions", c => new { c.AssemblyId, c.PassId }));
        migrationBuilder.Index("Admissions", "AssemblyId", "At");
        migrationBuilder.CreateTable("TurnoutCounts", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            Arrived = t.Column<int>(nullable: false),
            LastArrivalAt = t.Column<long>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_TurnoutCounts", c => new { c.AssemblyId, c.InstitutionId }));
    }

    private static void Asks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("PowerHolders", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
            Office = t.Column<string>(nullable: false),
            Order = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_PowerHolders", c => c.Id);
            t.References("PowerHolders", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("PowerHolders", "AssemblyId");
        migrationBuilder.CreateTable("Asks", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Number = t.Column<int>(nullable: false),
            Area = t.Column<string>(nullable: true),
            Version = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Asks", c => c.Id);
            t.References("Asks", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("Asks", "AssemblyId");
        migrationBuilder.CreateTable("AskVersions", t => new
        {
            AskId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            Text = t.Column<string>(nullable: false),
            WrittenAt = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AskVersions", c => new { c.AskId, c.Version });
            t.References("AskVersions", "AskId", "Asks");
        });
        migrationBuilder.CreateTable("AskTargets", t => new
        {
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AskTargets", c => new { c.AskId, c.PowerHolderId });
            t.References("AskTargets", "AskId", "Asks");
            t.References("AskTargets", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("AskTargets", "PowerHolderId");
    }

    private static void AnswersAndScreens(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AnswerSteps", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            AskVersion = t.Column<int>(nullable: false),
            Answer = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AnswerSteps", c => c.Id);
            t.References("AnswerSteps", "AskId", "Asks");
            t.References("AnswerSteps", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("AnswerSteps", "AssemblyId");
        migrationBuilder.UniqueIndex("AnswerSteps", "AskId", "PowerHolderId", "Version");
        migrationBuilder.UniqueIndex("AnswerSteps", "CommandId", "AskId", "PowerHolderId");
        migrationBuilder.Index("AnswerSteps", "PowerHolderId");
        migrationBuilder.CreateTable("Speakers", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: true),
            NameToShow = t.Column<string>(nullable: false),
            ScreenConsentAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Speakers", c => c.Id);
            t.References("Speakers", "AssemblyId", "Assemblies");
            t.References("Speakers", "InstitutionId", "Institutions");
            t.References("Speakers", "AskId", "Asks");
        });
        migrationBuilder.Index("Speakers", "AskId");
        migrationBuilder.Index("Speakers", "AssemblyId");
        migrationBuilder.Index("Speakers", "InstitutionId");
        migrationBuilder.CreateTable("Stages", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Scene = t.Column<string>(nullable: false),
            AskId = t.Column<Guid>(nullable: true),
            SpeakerId = t.Column<Guid>(nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Stages", c => c.AssemblyId));
    }
}
