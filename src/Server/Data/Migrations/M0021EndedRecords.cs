using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Public records that ended because their key was lost; each has a successor.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0021_EndedRecords")]
internal sealed class M0021EndedRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("EndedRecords", t => new
        {
            Slug = t.Column<string>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Origin = t.Column<string>(nullable: false),
            VerifierKey = t.Column<string>(nullable: false),
            Checkpoint = t.Column<string>(nullable: false),
            EndedAt = t.Column<long>(nullable: false),
            EndedBy = t.Column<string>(nullable: false),
            Reason = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EndedRecords", c => c.Slug);
            t.References("EndedRecords", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("EndedRecords", "AssemblyId", "EndedAt");
        migrationBuilder.CreateTable("EndedRecordEntries", t => new
        {
            Slug = t.Column<string>(nullable: false),
            Seq = t.Column<long>(nullable: false),
            Type = t.Column<string>(nullable: false),
            Bytes = t.Column<byte[]>(nullable: true),
            Hash = t.Column<byte[]>(nullable: false),
            Checkpoint = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EndedRecordEntries", c => new { c.Slug, c.Seq });
            t.References("EndedRecordEntries", "Slug", "EndedRecords", "Slug");
        });
    }
}
