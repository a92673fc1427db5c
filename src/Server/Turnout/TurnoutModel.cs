using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Turnout.Desk;
using Assemblies.Institutions;
using Assemblies.Turnout.Captain;
using Assemblies.Turnout.Official;
using Assemblies.Turnout.Tags;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class TurnoutModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Scan>(scan =>
        {
            scan.HasKey(s => s.ScanId);
            scan.HasIndex(s => new { s.DeviceId, s.DeviceSeq }).IsUnique();
            scan.HasIndex(s => new { s.AssemblyId, s.EffectiveAt });
            // Both parts of what is asked for: with one of them alone SQLite would rather walk the whole evening by its first index.
            scan.HasIndex(s => new { s.AssemblyId, s.SubjectId });
            scan.HasIndex(s => new { s.AssemblyId, s.Undoes });
        });
        model.Entity<Admission>(admission =>
        {
            admission.HasKey(a => new { a.AssemblyId, a.SubjectId });
            admission.HasIndex(a => new { a.AssemblyId, a.At });
            admission.HasIndex(a => new { a.PassId });
        });
        model.Entity<TurnoutCount>().HasKey(c => new { c.AssemblyId, c.InstitutionId, c.DoorId });
        model.Entity<WalkupName>(name =>
        {
            name.HasKey(n => n.ScanId);
            name.HasIndex(n => n.AssemblyId);
            name.BelongsTo(typeof(Scan), nameof(WalkupName.ScanId));
        });
        model.Entity<Resolution>(resolution =>
        {
            resolution.HasKey(r => r.ScanId);
            resolution.HasIndex(r => r.AssemblyId);
            resolution.BelongsTo(typeof(Scan), nameof(Resolution.ScanId));
        });
        model.Entity<OfficialTurnout>(official =>
        {
            // Two who freeze at once cannot both be the next.
            official.HasIndex(o => new { o.AssemblyId, o.Number }).IsUnique();
            official.BelongsTo(typeof(AccountabilityAssembly), nameof(OfficialTurnout.AssemblyId));
        });
        model.Entity<CaptainLink>(link =>
        {
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasIndex(l => new { l.AssemblyId, l.InstitutionId });
            link.BelongsTo(typeof(AccountabilityAssembly), nameof(CaptainLink.AssemblyId));
            link.BelongsTo(typeof(Institution), nameof(CaptainLink.InstitutionId));
        });
        TagsModel.Configure(model);
    }
}
