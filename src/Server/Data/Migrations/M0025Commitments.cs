using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>What became of what was promised: the steps of commitments, their papers, and where in the record a step is.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0025_Commitments")]
internal sealed class M0025Commitments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("StepId", "RecordEntries", nullable: true);
        migrationBuilder.CreateTable("CommitmentSteps", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            Details = t.Column<string>(nullable: false),
            Note = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_CommitmentSteps", c => c.Id);
            t.References("CommitmentSteps", "AskId", "Asks");
            t.References("CommitmentSteps", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.UniqueIndex("CommitmentSteps", "AskId", "PowerHolderId", "Version");
        migrationBuilder.Index("CommitmentSteps", "AssemblyId");
        migrationBuilder.Index("CommitmentSteps", "PowerHolderId");
        migrationBuilder.CreateTable("EvidenceFiles", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            Sha256 = t.Column<string>(nullable: false),
            Media = t.Column<string>(nullable: false),
            Bytes = t.Column<byte[]>(nullable: false),
            IsPublic = t.Column<bool>(nullable: false),
            AddedAt = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EvidenceFiles", c => new { c.AssemblyId, c.Sha256 });
            t.References("EvidenceFiles", "AssemblyId", "Assemblies");
        });
    }
}
