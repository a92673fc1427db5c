using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>What the help desk did about scans that a person had to look at.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0008_Resolutions")]
internal sealed class M0008Resolutions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Resolutions", t => new
        {
            ScanId = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Note = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Resolutions", c => c.ScanId);
            t.References("Resolutions", "ScanId", "Scans", "ScanId");
        });
        migrationBuilder.Index("Resolutions", "AssemblyId");
    }
}
