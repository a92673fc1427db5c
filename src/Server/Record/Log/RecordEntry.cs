using NodaTime;

namespace Assemblies.Record.Log;

/// <summary>One entry of an assembly's public record, as it was signed. Rows are never changed; a redaction of level 2 removes the bytes only.</summary>
/// <remarks>docs/record-format.md says what an entry is; the row adds what the server looks it up by.</remarks>
public sealed class RecordEntry
{
    public required Guid AssemblyId { get; init; }

    /// <summary>Its place in the record, from 0.</summary>
    public required long Seq { get; init; }

    public required Instant At { get; init; }

    /// <summary>For example <c>answer.recorded</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The exact bytes; null once they are withheld.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>The leaf hash (RFC 6962, section 2.1).</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The signed note of the record with this entry (C2SP tlog-checkpoint).</summary>
    public required string Checkpoint { get; init; }

    /// <summary>The ask it is about, where it is about one.</summary>
    public Guid? AskId { get; init; }

    /// <summary>Whose answer it is.</summary>
    public Guid? PowerHolderId { get; init; }

    /// <summary>For published and amended asks: the server's version of the words. The record counts its own from 1, without drafts.</summary>
    public int? AskVersion { get; init; }

    /// <summary>The step of a commitment that it records.</summary>
    public Guid? StepId { get; init; }

    /// <summary>The private person it is about, who is in the entry by digest only: for us to find it again, never published.</summary>
    public Guid? SubjectId { get; init; }
}

/// <summary>The key that signs an assembly's record.</summary>
public sealed class RecordKey
{
    public required Guid AssemblyId { get; init; }

    /// <summary>The record's name and address: <c>host/record/id</c>. It stays, whatever becomes of the host; a lost key begins another record.</summary>
    public required string Origin { get; set; }

    /// <summary>The last part of the origin: the path under which the record is published.</summary>
    public required string Slug { get; set; }

    /// <summary>The public half, as it is printed on programme and invitation.</summary>
    public required string VerifierKey { get; set; }

    /// <summary>PKCS#8 in PEM: encrypted under the passphrase, or in clear for rehearsals only.</summary>
    public required string PrivateKey { get; set; }

    public required Instant MadeAt { get; set; }
    public required string MadeBy { get; set; }
}
