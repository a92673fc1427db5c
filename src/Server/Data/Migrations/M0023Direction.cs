using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>The steps of each screen, what a message says, and how often the scene was changed.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0023_Direction")]
internal sealed class M0023Direction : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("Version", "Stages", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<string>("Text", "Stages", nullable: true);
        migrationBuilder.AddColumn<string>("Text", "SceneCues", nullable: true);
        migrationBuilder.AddColumn<int>("Version", "SceneCues", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<int>("ExpectedVersion", "SceneCues", nullable: true);
        migrationBuilder.UniqueIndex("SceneCues", "AssemblyId", "ExpectedVersion");
        migrationBuilder.CreateTable("ScreenSteps", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            DeviceId = t.Column<Guid>(nullable: false),
            Version = t.Column<int>(nullable: false),
            CommandId = t.Column<Guid>(nullable: false),
            Kind = t.Column<string>(nullable: false),
            At = t.Column<long>(nullable: false),
            By = t.Column<string>(nullable: false),
            Details = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ScreenSteps", c => c.Id);
            t.References("ScreenSteps", "AssemblyId", "Assemblies");
            t.References("ScreenSteps", "DeviceId", "Devices");
        });
        migrationBuilder.UniqueIndex("ScreenSteps", "DeviceId", "Version");
        migrationBuilder.UniqueIndex("ScreenSteps", "CommandId", "DeviceId");
        migrationBuilder.Index("ScreenSteps", "AssemblyId");
    }
}
