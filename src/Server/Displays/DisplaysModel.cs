using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays.Look;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class DisplaysModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Stage>(stage =>
        {
            stage.HasKey(s => s.AssemblyId);
            stage.Ignore(s => s.Shown);
        });
        model.Entity<SceneCue>().HasKey(c => c.CommandId);
        model.Entity<SceneCue>().HasIndex(c => new { c.AssemblyId, c.At });
        // Two tablets that change the same scene: one does. What cues a scene on its way expects nothing and is never refused for it.
        model.Entity<SceneCue>().HasIndex(c => new { c.AssemblyId, c.ExpectedVersion }).IsUnique();
        model.Entity<ScreenStep>(step =>
        {
            step.HasIndex(s => new { s.DeviceId, s.Version }).IsUnique();
            step.HasIndex(s => new { s.CommandId, s.DeviceId }).IsUnique();
            step.HasIndex(s => s.AssemblyId);
            step.Property(s => s.Details).HasConversion<JsonText<ScreenDetails>>();
            step.BelongsTo(typeof(AccountabilityAssembly), nameof(ScreenStep.AssemblyId));
            step.BelongsTo(typeof(Device), nameof(ScreenStep.DeviceId));
        });
        model.Entity<Alliance>().Property(a => a.Version).IsConcurrencyToken();
    }
}
