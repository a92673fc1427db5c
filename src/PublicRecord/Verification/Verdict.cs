using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;

namespace Assemblies.PublicRecord.Verification;

/// <summary>What a verifier can say.</summary>
public enum Outcome
{
    /// <summary>Every rule holds, as far as what is not withheld tells.</summary>
    Valid,

    /// <summary>A rule is broken.</summary>
    Invalid,

    /// <summary>Something that is needed is missing or of a later format.</summary>
    CannotDecide,
}

/// <summary>Somebody saw a checkpoint that is no prefix of this record: one of the two was not shown to everybody.</summary>
/// <param name="Seen">What was seen.</param>
/// <param name="Ours">This record's checkpoint of the same size, or its latest.</param>
/// <param name="Proven">Whether what was seen is signed by the record's own key: then the fork is proven, otherwise it is a claim.</param>
public sealed record Fork(string Seen, string Ours, bool Proven);

/// <summary>The result of a verification.</summary>
public sealed record Verdict(Outcome Outcome, Finding? Finding)
{
    /// <summary>The checkpoint, as soon as its signature holds.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>The size at session.closed: entries with a smaller index were said in the room. Null while the session is open.</summary>
    public long? Night { get; init; }

    /// <summary>Entries of which only the hash is published.</summary>
    public int WithheldEntries { get; init; }

    /// <summary>Digests whose disclosures are not published.</summary>
    public int WithheldDisclosures { get; init; }

    /// <summary>Files that entries commit to and that are not in the bundle: they can be compared by hand, with sha256sum.</summary>
    public int FilesNotIncluded { get; init; }

    public IReadOnlyList<Fork> Forks { get; init; } = [];

    /// <summary>What is committed to and cannot be read.</summary>
    public int Withheld => WithheldEntries + WithheldDisclosures;

    /// <summary>The first line for people; "valid" alone only when nothing is withheld.</summary>
    public string Headline => Outcome switch
    {
        Outcome.Valid when Withheld > 0 => $"valid, {Withheld} withheld",
        Outcome.Valid => "valid",
        Outcome.Invalid => "invalid",
        _ => "cannot decide",
    };
}
