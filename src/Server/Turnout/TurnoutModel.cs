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
        });
        model.Entity<Admission>().HasKey(a => new { a.AssemblyId, a.PassId });
        model.Entity<Admission>().HasIndex(a => new { a.AssemblyId, a.At });
        model.Entity<TurnoutCount>().HasKey(c => new { c.AssemblyId, c.InstitutionId });
    }
}
