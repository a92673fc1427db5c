using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The steps of the evening.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0013_Evening")]
internal sealed class M0013Evening : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("EveningSteps", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            ItemId = t.Column<Guid>(nullable: true),
            Details = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_EveningSteps", c => c.Id);
            t.References("EveningSteps", "AssemblyId", "Assemblies");
        });
        migrationBuilder.UniqueIndex("EveningSteps", "AssemblyId", "Version");
        migrationBuilder.UniqueIndex("EveningSteps", "CommandId");
    }
}
