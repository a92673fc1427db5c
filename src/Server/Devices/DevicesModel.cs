using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Devices;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class DevicesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Door>(door =>
        {
            door.HasIndex(d => new { d.AssemblyId, d.Name }).IsUnique();
            door.BelongsTo(typeof(AccountabilityAssembly), nameof(Door.AssemblyId));
        });
        model.Entity<Device>(device =>
        {
            device.HasIndex(d => d.TokenHash).IsUnique();
            device.HasIndex(d => d.AssemblyId);
            device.BelongsTo(typeof(AccountabilityAssembly), nameof(Device.AssemblyId));
            device.BelongsTo(typeof(Door), nameof(Device.DoorId));
        });
        model.Entity<Pairing>(pairing =>
        {
            pairing.HasIndex(p => p.CodeHash).IsUnique();
            // Two phones that scan one code at once cannot both be paired.
            pairing.Property(p => p.UsedAt).IsConcurrencyToken();
            pairing.BelongsTo(typeof(AccountabilityAssembly), nameof(Pairing.AssemblyId));
        });
    }
}
