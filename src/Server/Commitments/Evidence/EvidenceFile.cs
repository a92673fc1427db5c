using NodaTime;

namespace Assemblies.Commitments.Evidence;

/// <summary>A paper that shows a step: kept in the database, so that a backup has it and it is there or not there with its step.</summary>
public sealed class EvidenceFile
{
    public required Guid AssemblyId { get; init; }

    /// <summary>Of the bytes, in lower-case hex: the name by which the record commits to it.</summary>
    public required string Sha256 { get; init; }

    public required string Media { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>Whether everybody may download it with the record. Otherwise only its hash is public.</summary>
    public bool IsPublic { get; set; }

    public required Instant AddedAt { get; init; }
}

/// <summary>A file as it was sent.</summary>
/// <param name="Bytes">Its content. What it is called and what it claims to be is not believed, and not kept.</param>
/// <param name="IsPublic">Whether everybody may download it.</param>
public sealed record EvidenceUpload(byte[] Bytes, bool IsPublic);
