using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The outbox of reminders, and private calendar links.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0029_Reminders")]
internal sealed class M0029Reminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Reminders", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            Due = t.Column<string>(nullable: false),
            Offset = t.Column<int>(nullable: false),
            RecipientId = t.Column<Guid>(nullable: false),
            PlannedAt = t.Column<long>(nullable: false),
            State = t.Column<string>(nullable: false),
            Attempts = t.Column<int>(nullable: false),
            TryAt = t.Column<long>(nullable: false),
            Problem = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Reminders", c => c.Id);
            t.References("Reminders", "AskId", "Asks");
            t.References("Reminders", "PowerHolderId", "PowerHolders");
            t.References("Reminders", "RecipientId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.UniqueIndex("Reminders", "AskId", "PowerHolderId", "Due", "Offset", "RecipientId");
        migrationBuilder.Index("Reminders", "State", "TryAt");
        migrationBuilder.Index("Reminders", "PowerHolderId");
        migrationBuilder.Index("Reminders", "RecipientId");
        migrationBuilder.CreateTable("CalendarLinks", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            OrganiserId = t.Column<Guid>(nullable: false),
            TokenHash = t.Column<byte[]>(nullable: false),
            OnlyMine = t.Column<bool>(nullable: false),
            IssuedAt = t.Column<long>(nullable: false),
            RevokedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CalendarLinks", c => c.Id);
            t.References("CalendarLinks", "OrganiserId", "Organisers", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.UniqueIndex("CalendarLinks", "TokenHash");
        migrationBuilder.Index("CalendarLinks", "OrganiserId");
    }
}
