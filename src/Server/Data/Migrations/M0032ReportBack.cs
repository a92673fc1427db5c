using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Which commitments of earlier assemblies an item of the running order reports back on.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0032_ReportBack")]
internal sealed class M0032ReportBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AgendaItemCommitments", t => new
        {
            ItemId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Order = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AgendaItemCommitments", c => new { c.ItemId, c.AskId, c.PowerHolderId });
            t.References("AgendaItemCommitments", "ItemId", "AgendaItems");
            t.References("AgendaItemCommitments", "AskId", "Asks");
            t.References("AgendaItemCommitments", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("AgendaItemCommitments", "AskId");
        migrationBuilder.Index("AgendaItemCommitments", "PowerHolderId");
    }
}
