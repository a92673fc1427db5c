using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>How the alliance looks on its screens.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0024_Alliance")]
internal sealed class M0024Alliance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable("Alliances", t => new
    {
        Id = t.Column<Guid>(nullable: false),
        Version = t.Column<int>(nullable: false),
        Name = t.Column<string>(nullable: false),
        Colour = t.Column<string>(nullable: true),
        Accent = t.Column<string>(nullable: true),
        Logo = t.Column<byte[]>(nullable: true),
        LogoType = t.Column<string>(nullable: true),
        LogoHash = t.Column<string>(nullable: true),
    }, constraints: t => t.PrimaryKey("PK_Alliances", a => a.Id));
}
