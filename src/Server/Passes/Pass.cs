using NodaTime;

namespace Assemblies.Passes;

public enum PassStatus
{
    Active,

    /// <summary>Withdrawn, for example reported stolen.</summary>
    Revoked,
}

/// <summary>The right to be counted once at one assembly, for a named person or for nobody in particular.</summary>
/// <remarks>
/// Neither the token nor the short code is stored, only what recognises them. Both are derived again from
/// <see cref="Id"/> and <see cref="Generation"/> by <see cref="PassKey"/> when a sheet is printed.
/// </remarks>
public sealed class Pass
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>Null for a pass that any member of the delegation may use.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>A delegation pass: its own words, "Coach 3". One scan lets in a whole group.</summary>
    public string? Label { get; set; }

    /// <summary>A delegation pass: how many adults are expected with it. Null for the pass of one person.</summary>
    public int? Adults { get; set; }

    /// <summary>A delegation pass: how many under-18s are expected with it.</summary>
    public int? Under18s { get; set; }

    /// <summary>Raised to replace a pass: earlier tokens then answer "replaced".</summary>
    public int Generation { get; set; }

    public PassStatus Status { get; set; }
    public Instant IssuedAt { get; init; }
}

/// <summary>What recognises one generation of a pass at the door.</summary>
public sealed class PassCode
{
    /// <summary>SHA-256 of the token's 26 characters, upper case, ASCII (turnout.md, Pass token).</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Keyed hash of the short code: eight characters alone would be guessed from a plain hash.</summary>
    public required byte[] ShortCodeHash { get; init; }

    public required Guid PassId { get; init; }
    public required Guid AssemblyId { get; init; }
    public required int Generation { get; init; }
}
