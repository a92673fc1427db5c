using System.Security.Claims;
using Assemblies.Data;
using Assemblies.Devices;

namespace Assemblies.Live;

/// <summary>A public projection of one assembly's state that many watch: read once per change, sent to all.</summary>
/// <remarks>A feature offers one; it never sends anything itself (live.md, rule 3).</remarks>
public abstract class LiveChannel
{
    /// <summary>The name clients ask for.</summary>
    public abstract string Name { get; }

    /// <summary>The roles that may watch; empty for everybody.</summary>
    public abstract IReadOnlyList<DeviceRole> Watchers { get; }

    /// <summary>The parts of the state it is made of: a change elsewhere costs nothing here.</summary>
    public abstract IReadOnlySet<ChangeChannel> MadeOf { get; }

    /// <summary>The shortest time between two sends of counts and presences: those in between go out together (live.md, rules 4 and 10).</summary>
    public virtual TimeSpan Pace => TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Whether a change of this part waits for the pace. What comes by the hundred does: scans, imports, devices. What a person on the floor commands
    /// does not (live.md, rule 4): it goes out at once, and takes with it what waits.
    /// </summary>
    internal static bool Waits(ChangeChannel part) =>
        part is ChangeChannel.Turnout or ChangeChannel.Desk or ChangeChannel.Institutions or ChangeChannel.Passes or ChangeChannel.Devices;

    /// <summary>Reads the present. Called by the broadcaster only.</summary>
    public abstract Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation);

    /// <summary>Whether this caller may watch.</summary>
    public bool MayWatch(ClaimsPrincipal caller) =>
        Watchers.Count == 0 || Watchers.Any(role => caller.IsInRole(Wire.WireFormat.Word(role)));
}
