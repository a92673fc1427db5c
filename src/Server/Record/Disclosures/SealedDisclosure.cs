namespace Assemblies.Record.Disclosures;

/// <summary>A personal member of an entry, kept outside it and sealed (RFC 9901; docs/record-format.md, Disclosures). Deleting the row leaves a digest that says nothing.</summary>
public sealed class SealedDisclosure
{
    public required Guid AssemblyId { get; init; }

    /// <summary>What stands in the entry.</summary>
    public required string Digest { get; init; }

    /// <summary>The entry.</summary>
    public required long Seq { get; init; }

    /// <summary>The person that it is about: under whose key it is sealed.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Nonce, ciphertext and tag of AES-256-GCM.</summary>
    public required byte[] Sealed { get; init; }
}

/// <summary>The key of one person: deleting this row erases everything that records hold of them, in backups too that are kept apart from it.</summary>
public sealed class SubjectKeyRow
{
    public required Guid AssemblyId { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>256 bits.</summary>
    public required byte[] Key { get; init; }
}
