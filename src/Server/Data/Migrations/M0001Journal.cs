using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Assemblies.Data.Migrations;

/// <summary>The change journal.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0001_Journal")]
internal sealed class M0001Journal : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Changes", t => new
        {
            Sequence = t.Column<long>(nullable: false)
                .Annotation("Sqlite:Autoincrement", true)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            AssemblyId = t.Column<Guid>(nullable: true),
            At = t.Column<long>(nullable: false),
            Actor = t.Column<string>(nullable: false),
            Channel = t.Column<string>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            Summary = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Changes", c => c.Sequence));
        migrationBuilder.Index("Changes", "AssemblyId", "Sequence");
    }
}
