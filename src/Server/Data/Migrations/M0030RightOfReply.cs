using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Private links of power-holders' offices, and what they send by them.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0030_RightOfReply")]
internal sealed class M0030RightOfReply : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("OfficeLinks", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            TokenHash = t.Column<byte[]>(nullable: false),
            IssuedAt = t.Column<long>(nullable: false),
            IssuedBy = t.Column<string>(nullable: false),
            ExpiresAt = t.Column<long>(nullable: false),
            RevokedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OfficeLinks", c => c.Id);
            t.References("OfficeLinks", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.UniqueIndex("OfficeLinks", "TokenHash");
        migrationBuilder.Index("OfficeLinks", "PowerHolderId");
        migrationBuilder.CreateTable("OfficeWords", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            LinkId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Words = t.Column<string>(nullable: true),
            Person = t.Column<string>(nullable: true),
            OwnStatus = t.Column<string>(nullable: true),
            At = t.Column<long>(nullable: false),
            State = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OfficeWords", c => c.Id);
            t.References("OfficeWords", "AskId", "Asks");
            t.References("OfficeWords", "PowerHolderId", "PowerHolders");
            t.References("OfficeWords", "LinkId", "OfficeLinks");
        });
        migrationBuilder.Index("OfficeWords", "AssemblyId", "State");
        migrationBuilder.Index("OfficeWords", "AskId");
        migrationBuilder.Index("OfficeWords", "PowerHolderId");
        migrationBuilder.Index("OfficeWords", "LinkId");
    }
}
