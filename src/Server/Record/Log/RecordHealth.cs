using System.Collections.Concurrent;

namespace Assemblies.Record.Log;

/// <summary>Records whose stored entries were found not to be those that were signed, since this server started.</summary>
public sealed class RecordHealth
{
    private readonly ConcurrentDictionary<Guid, string> broken = new();

    /// <summary>What was found, in a sentence; null where nothing was.</summary>
    public string? BrokenBecause(Guid assemblyId) => broken.GetValueOrDefault(assemblyId);

    internal void Broke(Guid assemblyId, string what) => broken[assemblyId] = what;
}
