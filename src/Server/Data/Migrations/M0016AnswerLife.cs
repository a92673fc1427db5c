using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The whole life of an answer: the words as really put, two scribes, read-back, corrections and disputes.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0016_AnswerLife")]
internal sealed class M0016AnswerLife : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("AskedAs", "AnswerSteps", nullable: true);
        migrationBuilder.AddColumn<int>("Recording", "AnswerSteps", nullable: true);
        migrationBuilder.AddColumn<string>("Objection", "AnswerSteps", nullable: true);
        migrationBuilder.AddColumn<Guid>("CorrectionId", "AnswerSteps", nullable: true);
        Corrections(migrationBuilder);
        Disputes(migrationBuilder);
    }

    private static void Corrections(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Corrections", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            TargetVersion = t.Column<int>(nullable: false),
            Class = t.Column<string>(nullable: false),
            Answer = t.Column<string>(nullable: false),
            Grounds = t.Column<string>(nullable: false),
            RequestedBy = t.Column<string>(nullable: false),
            ProposedBy = t.Column<string>(nullable: false),
            ProposedAt = t.Column<long>(nullable: false),
            State = t.Column<string>(nullable: false),
            DecidedBy = t.Column<string>(nullable: true),
            DecidedAt = t.Column<long>(nullable: true),
            Refusal = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Corrections", c => c.Id);
            t.References("Corrections", "AskId", "Asks");
            t.References("Corrections", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("Corrections", "AssemblyId", "ProposedAt");
        migrationBuilder.Index("Corrections", "AskId");
        migrationBuilder.Index("Corrections", "PowerHolderId");
    }

    private static void Disputes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Disputes", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            AskId = t.Column<Guid>(nullable: false),
            PowerHolderId = t.Column<Guid>(nullable: false),
            RaisedBy = t.Column<string>(nullable: false),
            Words = t.Column<string>(nullable: false),
            RaisedAt = t.Column<long>(nullable: false),
            EnteredBy = t.Column<string>(nullable: false),
            Proposed = t.Column<string>(nullable: true),
            Grounds = t.Column<string>(nullable: true),
            ProposedBy = t.Column<string>(nullable: true),
            Outcome = t.Column<string>(nullable: true),
            DecidedBy = t.Column<string>(nullable: true),
            DecidedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Disputes", c => c.Id);
            t.References("Disputes", "AskId", "Asks");
            t.References("Disputes", "PowerHolderId", "PowerHolders");
        });
        migrationBuilder.Index("Disputes", "AssemblyId", "RaisedAt");
        migrationBuilder.Index("Disputes", "AskId");
        migrationBuilder.Index("Disputes", "PowerHolderId");
    }
}
