using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Record;
using Assemblies.Shell;
using Assemblies.Testimony;
using Assemblies.Turnout;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Data;

/// <summary>Keys, uniqueness and foreign keys: what must stay true even if the code above is wrong.</summary>
internal static class AssemblyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Change>(change =>
        {
            change.HasKey(c => c.Sequence);
            change.HasIndex(c => new { c.AssemblyId, c.Sequence });
        });
        Organisers(model);
        Preparation(model);
        Doors(model);
        Record(model);
    }

    private static void Organisers(ModelBuilder model)
    {
        model.Entity<OrganiserAccount>().ToTable("Organisers");
        model.Entity<IdentityUserClaim<Guid>>().ToTable("OrganiserClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("OrganiserLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("OrganiserTokens");
        model.Entity<ApiToken>(token =>
        {
            token.HasIndex(t => t.TokenHash).IsUnique();
            token.HasOne<OrganiserAccount>().WithMany().HasForeignKey(t => t.OrganiserId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Preparation(ModelBuilder model)
    {
        model.Entity<AccountabilityAssembly>().HasIndex(a => a.Slug).IsUnique();
        model.Entity<Institution>().HasIndex(i => i.NameKey).IsUnique();
        model.Entity<Delegation>(delegation =>
        {
            delegation.HasKey(d => new { d.AssemblyId, d.InstitutionId });
            BelongsTo<Delegation, AccountabilityAssembly>(delegation, nameof(Delegation.AssemblyId));
            BelongsTo<Delegation, Institution>(delegation, nameof(Delegation.InstitutionId));
        });
        model.Entity<Person>(person =>
        {
            person.HasIndex(p => new { p.AssemblyId, p.InstitutionId });
            BelongsTo<Person, AccountabilityAssembly>(person, nameof(Person.AssemblyId));
            BelongsTo<Person, Institution>(person, nameof(Person.InstitutionId));
        });
        model.Entity<Pass>(pass =>
        {
            pass.HasIndex(p => new { p.AssemblyId, p.InstitutionId });
            // One pass a person, so that printing twice cannot count anyone twice.
            pass.HasIndex(p => p.PersonId).IsUnique();
            BelongsTo<Pass, AccountabilityAssembly>(pass, nameof(Pass.AssemblyId));
            BelongsTo<Pass, Institution>(pass, nameof(Pass.InstitutionId));
            BelongsTo<Pass, Person>(pass, nameof(Pass.PersonId));
        });
        model.Entity<PassCode>(code =>
        {
            code.HasKey(c => c.TokenHash);
            code.HasIndex(c => c.ShortCodeHash).IsUnique();
            code.HasIndex(c => new { c.PassId, c.Generation }).IsUnique();
            BelongsTo<PassCode, Pass>(code, nameof(PassCode.PassId));
        });
        model.Entity<Speaker>(speaker =>
        {
            speaker.HasIndex(s => s.AssemblyId);
            BelongsTo<Speaker, AccountabilityAssembly>(speaker, nameof(Speaker.AssemblyId));
            BelongsTo<Speaker, Institution>(speaker, nameof(Speaker.InstitutionId));
            BelongsTo<Speaker, Ask>(speaker, nameof(Speaker.AskId));
        });
    }

    private static void Doors(ModelBuilder model)
    {
        model.Entity<Door>(door =>
        {
            door.HasIndex(d => new { d.AssemblyId, d.Name }).IsUnique();
            BelongsTo<Door, AccountabilityAssembly>(door, nameof(Door.AssemblyId));
        });
        model.Entity<Device>(device =>
        {
            device.HasIndex(d => d.TokenHash).IsUnique();
            device.HasIndex(d => d.AssemblyId);
            BelongsTo<Device, AccountabilityAssembly>(device, nameof(Device.AssemblyId));
            BelongsTo<Device, Door>(device, nameof(Device.DoorId));
        });
        model.Entity<Pairing>(pairing =>
        {
            pairing.HasIndex(p => p.CodeHash).IsUnique();
            // Two phones that scan one code at once cannot both be paired.
            pairing.Property(p => p.UsedAt).IsConcurrencyToken();
            BelongsTo<Pairing, AccountabilityAssembly>(pairing, nameof(Pairing.AssemblyId));
        });
        model.Entity<Scan>(scan =>
        {
            scan.HasKey(s => s.ScanId);
            scan.HasIndex(s => new { s.DeviceId, s.DeviceSeq }).IsUnique();
            scan.HasIndex(s => new { s.AssemblyId, s.EffectiveAt });
        });
        model.Entity<Admission>().HasKey(a => new { a.AssemblyId, a.PassId });
        model.Entity<Admission>().HasIndex(a => new { a.AssemblyId, a.At });
        model.Entity<TurnoutCount>().HasKey(c => new { c.AssemblyId, c.InstitutionId });
        model.Entity<Stage>().HasKey(s => s.AssemblyId);
    }

    private static void Record(ModelBuilder model)
    {
        model.Entity<PowerHolder>(powerHolder =>
        {
            powerHolder.HasIndex(p => p.AssemblyId);
            BelongsTo<PowerHolder, AccountabilityAssembly>(powerHolder, nameof(PowerHolder.AssemblyId));
        });
        model.Entity<Ask>(ask =>
        {
            ask.HasIndex(a => a.AssemblyId);
            BelongsTo<Ask, AccountabilityAssembly>(ask, nameof(Ask.AssemblyId));
        });
        model.Entity<AskVersion>(version =>
        {
            version.HasKey(v => new { v.AskId, v.Version });
            BelongsTo<AskVersion, Ask>(version, nameof(AskVersion.AskId));
        });
        model.Entity<AskTarget>(target =>
        {
            target.HasKey(t => new { t.AskId, t.PowerHolderId });
            BelongsTo<AskTarget, Ask>(target, nameof(AskTarget.AskId));
            BelongsTo<AskTarget, PowerHolder>(target, nameof(AskTarget.PowerHolderId));
        });
        model.Entity<AnswerStep>(step =>
        {
            step.HasIndex(s => new { s.AskId, s.PowerHolderId, s.Version }).IsUnique();
            step.HasIndex(s => new { s.CommandId, s.AskId, s.PowerHolderId }).IsUnique();
            step.HasIndex(s => s.AssemblyId);
            BelongsTo<AnswerStep, Ask>(step, nameof(AnswerStep.AskId));
            BelongsTo<AnswerStep, PowerHolder>(step, nameof(AnswerStep.PowerHolderId));
        });
    }

    // No cascade: what belongs to an assembly is removed on purpose or not at all.
    private static void BelongsTo<TChild, TParent>(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TChild> child, string foreignKey)
        where TChild : class
        where TParent : class =>
        child.HasOne<TParent>().WithMany().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.Restrict);
}
