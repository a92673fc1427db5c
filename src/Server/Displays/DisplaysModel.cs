using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class DisplaysModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Stage>().HasKey(s => s.AssemblyId);
        model.Entity<SceneCue>().HasKey(c => c.CommandId);
        model.Entity<SceneCue>().HasIndex(c => new { c.AssemblyId, c.At });
    }
}
