using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The public record of each assembly: its entries with their checkpoints, and the key that signs them.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0018_PublicRecord")]
internal sealed class M0018PublicRecord : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("RecordEntries", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Seq = t.Column<long>(nullable: false),
            At = t.Column<long>(nullable: false),
            Type = t.Column<string>(nullable: false),
            Bytes = t.Column<byte[]>(nullable: true),
            Hash = t.Column<byte[]>(nullable: false),
            Checkpoint = t.Column<string>(nullable: false),
            AskId = t.Column<Guid>(nullable: true),
            PowerHolderId = t.Column<Guid>(nullable: true),
            AskVersion = t.Column<int>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RecordEntries", c => new { c.AssemblyId, c.Seq });
            t.References("RecordEntries", "AssemblyId", "Assemblies");
        });
        migrationBuilder.CreateTable("RecordKeys", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Origin = t.Column<string>(nullable: false),
            Slug = t.Column<string>(nullable: false),
            VerifierKey = t.Column<string>(nullable: false),
            PrivateKey = t.Column<string>(nullable: false),
            MadeAt = t.Column<long>(nullable: false),
            MadeBy = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RecordKeys", c => c.AssemblyId);
            t.References("RecordKeys", "AssemblyId", "Assemblies");
        });
        migrationBuilder.UniqueIndex("RecordKeys", "Slug");
    }
}
