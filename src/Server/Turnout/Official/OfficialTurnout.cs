using NodaTime;

namespace Assemblies.Turnout.Official;

/// <summary>The figure that is announced: what was counted at one instant, how, and what was still unknown. Never changed (turnout.md, rule 26).</summary>
public sealed class OfficialTurnout
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>From 1. A later one says in <see cref="Reason"/> why it was needed; all stay, the last one counts.</summary>
    public required int Number { get; init; }

    public required Instant At { get; init; }

    /// <summary>Who froze it: a kind and an id, as in the journal.</summary>
    public required string By { get; init; }

    /// <summary>Arrived until then, distinct, under-18s included.</summary>
    public required int Arrived { get; init; }

    public required int Under18s { get; init; }

    /// <summary>The sum of the turnout pledges.</summary>
    public required int Pledged { get; init; }

    /// <summary>Institutions of which somebody had arrived.</summary>
    public required int Institutions { get; init; }

    /// <summary>The journal's sequence: everything up to it is in the figure.</summary>
    public required long Cursor { get; init; }

    /// <summary>Devices that had not been heard from: what they hold may correct the figure.</summary>
    public required int SilentDevices { get; init; }

    /// <summary>How it was counted, in words for the public.</summary>
    public required string Method { get; init; }

    /// <summary>Why it was frozen again; null for the first.</summary>
    public string? Reason { get; init; }
}
