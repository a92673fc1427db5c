using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The running order as planned, and which speakers, asks and power-holders its items are about.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0012_RunningOrder")]
internal sealed class M0012RunningOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("AgendaItems", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Order = t.Column<int>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Title = t.Column<string>(nullable: false),
            Owner = t.Column<string>(nullable: true),
            PlannedSeconds = t.Column<int>(nullable: false),
            MustNotCut = t.Column<bool>(nullable: false),
            RequiredWords = t.Column<string>(nullable: false),
            Notes = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AgendaItems", c => c.Id);
            t.References("AgendaItems", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("AgendaItems", "AssemblyId", "Order");
        migrationBuilder.CreateTable("AgendaItemSpeakers", t => new
        {
            ItemId = t.Column<Guid>(nullable: false),
            SpeakerId = t.Column<Guid>(nullable: false),
            Order = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AgendaItemSpeakers", c => new { c.ItemId, c.SpeakerId });
            t.References("AgendaItemSpeakers", "ItemId", "AgendaItems");
            t.References("AgendaItemSpeakers", "SpeakerId", "Speakers");
        });
        migrationBuilder.Index("AgendaItemSpeakers", "SpeakerId");
        migrationBuilder.CreateTable("AgendaItemAsks", t => new
        {
            ItemId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            Order = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AgendaItemAsks", c => new { c.ItemId, c.AskId });
            t.References("AgendaItemAsks", "ItemId", "AgendaItems");
            t.References("AgendaItemAsks", "AskId", "Asks");
        });
        migrationBuilder.Index("AgendaItemAsks", "AskId");
        migrationBuilder.CreateTable("AgendaItemPowerHolders", t => new
        {
            ItemId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_AgendaItemPowerHolders", c => new { c.ItemId, c.PowerHolderId });
            t.References("AgendaItemPowerHolders", "ItemId", "AgendaItems");
            t.References("AgendaItemPowerHolders", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("AgendaItemPowerHolders", "PowerHolderId");
    }
}
