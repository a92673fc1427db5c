using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Every change of the projector's scene.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0006_SceneCues")]
internal sealed class M0006SceneCues : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SceneCues", t => new
        {
            CommandId = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Scene = t.Column<string>(nullable: false),
            AskId = t.Column<Guid>(nullable: true),
            SpeakerId = t.Column<Guid>(nullable: true),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_SceneCues", c => c.CommandId));
        migrationBuilder.Index("SceneCues", "AssemblyId", "At");
    }
}
