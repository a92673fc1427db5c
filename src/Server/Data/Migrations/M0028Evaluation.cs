using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The leaders' evaluation notes with their history, how large an institution is, and how many of those named came, for after their names are erased.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0028_Evaluation")]
internal sealed class M0028Evaluation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Size", "Institutions", nullable: true);
        migrationBuilder.AddColumn<int>("ErasedCame", "Delegations", nullable: false, defaultValue: 0);
        migrationBuilder.CreateTable("EvaluationNotes", t => new
        {
            NoteId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Topic = t.Column<string>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Text = t.Column<string>(nullable: false),
            Role = t.Column<string>(nullable: false),
            SaidOn = t.Column<string>(nullable: false),
            Owner = t.Column<string>(nullable: true),
            DueOn = t.Column<string>(nullable: true),
            State = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EvaluationNotes", c => new { c.NoteId, c.Version });
            t.References("EvaluationNotes", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("EvaluationNotes", "AssemblyId");
    }
}
