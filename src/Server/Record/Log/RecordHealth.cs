using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Assemblies.Record.Log;

/// <summary>What was found wrong with records since this server started.</summary>
public sealed class RecordHealth
{
    private readonly ConcurrentDictionary<Guid, string> broken = new();
    private readonly ConcurrentDictionary<Guid, ImmutableList<string>> differing = new();

    /// <summary>Why the stored entries are not those that were signed, in a sentence; null where they are. Nothing more is signed over them.</summary>
    public string? BrokenBecause(Guid assemblyId) => broken.GetValueOrDefault(assemblyId);

    /// <summary>What the database says otherwise than its whole record, each in a sentence; empty where nothing is.</summary>
    public IReadOnlyList<string> DiffersIn(Guid assemblyId) => differing.GetValueOrDefault(assemblyId, []);

    internal void Broke(Guid assemblyId, string what) => broken[assemblyId] = what;

    internal void Differs(Guid assemblyId, string what) => differing.AddOrUpdate(assemblyId, [what], (_, known) => known.Add(what));
}
