using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assemblies.Data.Migrations;

/// <summary>Assemblies, institutions, delegations, people, passes, doors, devices.</summary>
[DbContext(typeof(AssemblyDb))]
[Migration("0003_Preparation")]
internal sealed class M0003Preparation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AssembliesAndInstitutions(migrationBuilder);
        PeopleAndPasses(migrationBuilder);
        DoorsAndDevices(migrationBuilder);
    }

    private static void AssembliesAndInstitutions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Assemblies", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            Slug = t.Column<string>(nullable: false),
            Title = t.Column<string>(nullable: false),
            Venue = t.Column<string>(nullable: false),
            TimeZone = t.Column<string>(nullable: false),
            Doors = t.Column<string>(nullable: false),
            Start = t.Column<string>(nullable: false),
            HardEnd = t.Column<string>(nullable: false),
            RoomCapacity = t.Column<int>(nullable: false),
            State = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Assemblies", c => c.Id));
        migrationBuilder.UniqueIndex("Assemblies", "Slug");
        migrationBuilder.CreateTable("Institutions", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
            NameKey = t.Column<string>(nullable: false),
            Chapter = t.Column<string>(nullable: true),
            Kind = t.Column<string>(nullable: true),
            Membership = t.Column<string>(nullable: false),
        }, constraints: t => t.PrimaryKey("PK_Institutions", c => c.Id));
        migrationBuilder.UniqueIndex("Institutions", "NameKey");
        migrationBuilder.CreateTable("Delegations", t => new
        {
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            Pledge = t.Column<int>(nullable: false),
            Goal = t.Column<int>(nullable: true),
            Captain = t.Column<string>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Delegations", c => new { c.AssemblyId, c.InstitutionId });
            t.References("Delegations", "AssemblyId", "Assemblies");
            t.References("Delegations", "InstitutionId", "Institutions");
        });
        migrationBuilder.Index("Delegations", "InstitutionId");
    }

    private static void PeopleAndPasses(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("People", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
            RegisteredAt = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_People", c => c.Id);
            t.References("People", "AssemblyId", "Assemblies");
            t.References("People", "InstitutionId", "Institutions");
        });
        migrationBuilder.Index("People", "AssemblyId", "InstitutionId");
        migrationBuilder.Index("People", "InstitutionId");
        migrationBuilder.CreateTable("Passes", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            InstitutionId = t.Column<Guid>(nullable: false),
            PersonId = t.Column<Guid>(nullable: true),
            Generation = t.Column<int>(nullable: false),
            Status = t.Column<string>(nullable: false),
            IssuedAt = t.Column<long>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Passes", c => c.Id);
            t.References("Passes", "AssemblyId", "Assemblies");
            t.References("Passes", "InstitutionId", "Institutions");
            t.References("Passes", "PersonId", "People");
        });
        migrationBuilder.Index("Passes", "AssemblyId", "InstitutionId");
        migrationBuilder.Index("Passes", "InstitutionId");
        migrationBuilder.UniqueIndex("Passes", "PersonId");
        migrationBuilder.CreateTable("PassCodes", t => new
        {
            TokenHash = t.Column<byte[]>(nullable: false),
            ShortCodeHash = t.Column<byte[]>(nullable: false),
            PassId = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Generation = t.Column<int>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_PassCodes", c => c.TokenHash);
            t.References("PassCodes", "PassId", "Passes");
        });
        migrationBuilder.UniqueIndex("PassCodes", "PassId", "Generation");
        migrationBuilder.UniqueIndex("PassCodes", "ShortCodeHash");
    }

    private static void DoorsAndDevices(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Doors", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Name = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Doors", c => c.Id);
            t.References("Doors", "AssemblyId", "Assemblies");
        });
        migrationBuilder.UniqueIndex("Doors", "AssemblyId", "Name");
        migrationBuilder.CreateTable("Devices", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Role = t.Column<string>(nullable: false),
            DoorId = t.Column<Guid>(nullable: true),
            Name = t.Column<string>(nullable: false),
            TokenHash = t.Column<byte[]>(nullable: false),
            PairedAt = t.Column<long>(nullable: false),
            ExpiresAt = t.Column<long>(nullable: false),
            RevokedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Devices", c => c.Id);
            t.References("Devices", "AssemblyId", "Assemblies");
            t.References("Devices", "DoorId", "Doors");
        });
        migrationBuilder.Index("Devices", "AssemblyId");
        migrationBuilder.Index("Devices", "DoorId");
        migrationBuilder.UniqueIndex("Devices", "TokenHash");
        migrationBuilder.CreateTable("Pairings", t => new
        {
            Id = t.Column<Guid>(nullable: false),
            CodeHash = t.Column<byte[]>(nullable: false),
            AssemblyId = t.Column<Guid>(nullable: false),
            Role = t.Column<string>(nullable: false),
            DoorId = t.Column<Guid>(nullable: true),
            ExpiresAt = t.Column<long>(nullable: false),
            UsedAt = t.Column<long>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Pairings", c => c.Id);
            t.References("Pairings", "AssemblyId", "Assemblies");
        });
        migrationBuilder.Index("Pairings", "AssemblyId");
        migrationBuilder.UniqueIndex("Pairings", "CodeHash");
    }
}
