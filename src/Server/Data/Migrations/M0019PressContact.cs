using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Whom the press may ask, for the result sheet.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0019_PressContact")]
internal sealed class M0019PressContact : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("PressContact", "Assemblies", nullable: true);
}
