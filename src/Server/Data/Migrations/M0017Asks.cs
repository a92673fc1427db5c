using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Asks with their background, terms and owner; when they were published, withdrawn and sent to each office.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0017_Asks")]
internal sealed class M0017Asks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Background", "Asks", nullable: true);
        migrationBuilder.AddColumn<string>("Owner", "Asks", nullable: true);
        migrationBuilder.AddColumn<int>("PublishedVersion", "Asks", nullable: true);
        migrationBuilder.AddColumn<long>("PublishedAt", "Asks", nullable: true);
        migrationBuilder.AddColumn<long>("WithdrawnAt", "Asks", nullable: true);
        migrationBuilder.AddColumn<string>("WithdrawnReason", "Asks", nullable: true);
        migrationBuilder.AddColumn<string>("Terms", "AskVersions", nullable: false, defaultValue: """{"parts":[]}""");
        migrationBuilder.CreateTable("AskSendings", t => new
        {
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            SentOn = t.Column<string>(nullable: false),
            How = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AskSendings", c => new { c.AskId, c.PowerHolderId, c.Version });
            t.References("AskSendings", "AskId", "Asks");
            t.References("AskSendings", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("AskSendings", "PowerHolderId");
        // What was put was public: the hall heard it.
        migrationBuilder.Sql("""
            UPDATE "Asks" SET "PublishedVersion" = (SELECT MAX(s."AskVersion") FROM "AnswerSteps" s WHERE s."AskId" = "Asks"."Id" AND s."Kind" = 'put'),
                "PublishedAt" = (SELECT MIN(s."At") FROM "AnswerSteps" s WHERE s."AskId" = "Asks"."Id" AND s."Kind" = 'put')
            """);
    }
}
