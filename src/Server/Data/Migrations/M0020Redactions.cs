using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>What is personal in a public record, sealed outside it, the key of each person, and what two people decided to remove.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0020_Redactions")]
internal sealed class M0020Redactions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("SubjectId", "RecordEntries", nullable: true);
        migrationBuilder.CreateTable("SealedDisclosures", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Digest = t.Column<string>(nullable: false),
            Seq = t.Column<long>(nullable: false),
            SubjectId = t.Column<Guid>(nullable: false),
            Sealed = t.Column<byte[]>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SealedDisclosures", c => new { c.AssemblyId, c.Digest });
            t.References("SealedDisclosures", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("SealedDisclosures", "AssemblyId", "SubjectId");
        migrationBuilder.CreateTable("SubjectKeys", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            SubjectId = t.Column<Guid>(nullable: false),
            Key = t.Column<byte[]>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SubjectKeys", c => new { c.AssemblyId, c.SubjectId });
            t.References("SubjectKeys", "AssemblyId", "Assemblies");
        });
        migrationBuilder.CreateTable("Redactions", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Seq = t.Column<long>(nullable: false),
            Level = t.Column<int>(nullable: false),
            Ground = t.Column<string>(nullable: false),
            Reason = t.Column<string>(nullable: false),
            ProposedBy = t.Column<string>(nullable: false),
            ProposedAt = t.Column<long>(nullable: false),
            State = t.Column<string>(nullable: false),
            DecidedBy = t.Column<string>(nullable: true),
            DecidedAt = t.Column<long>(nullable: true),
            Refusal = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Redactions", c => c.Id);
            t.References("Redactions", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("Redactions", "AssemblyId", "ProposedAt");
    }
}
