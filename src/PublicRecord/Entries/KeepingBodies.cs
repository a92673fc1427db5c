using System.Globalization;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>On what ground something is redacted.</summary>
public enum RedactionGround
{
    ErasureRequest,
    ConsentWithdrawn,
    PrivatePerson,
    CourtOrder,
    Safety,
    RecordedByMistake,
}

/// <summary>
/// Something is erased and the fact is kept. Level 1: the disclosures of these digests and their keys are deleted. Level 2: the entry's bytes are withheld and
/// only its hash is published; what is not personal is said again here. Neither changes the root.
/// </summary>
/// <param name="Target">The entry.</param>
/// <param name="Ground">Why.</param>
/// <param name="DecidedBy">Two different role ids.</param>
public sealed record RedactionMade(long Target, RedactionGround Ground, (string First, string Second) DecidedBy) : EntryBody
{
    /// <summary>Level 1: which disclosures of the target.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>Level 2: the target's type and those members of its body that are not personal; it must hold what the format asks for.</summary>
    public (string Type, JsonMap Body)? Restates { get; init; }

    public string? Reason { get; init; }
    public override string Type => "redaction.made";

    /// <summary>What a redaction of level 2 says again of an entry's body, as it was; null when such an entry is never withheld.</summary>
    public static JsonMap? Restated(Entry entry)
    {
        var type = EntryTypes.All[entry.Type];
        if (type.Fixed)
            return null;
        var body = new JsonMap();
        // Without "replaces" a reader could not tell why a cell has a second answer.
        foreach (var (name, value) in entry.Body.Where(m => type.Restate.Contains(m.Key) || m.Key == "replaces"))
            body[name] = value;
        return body;
    }

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("level", Restates is null ? 1L : 2L).With("ground", Code(Ground)).With("decided_by", Items([DecidedBy.First, DecidedBy.Second]))
        .With("digests", Digests.Count == 0 ? null : Items(Digests))
        .With("restates", Restates is { } said ? new JsonMap { ["type"] = said.Type, ["body"] = said.Body } : null).With("reason", Reason);
}

/// <summary>From this entry's checkpoint on another key signs; both keys say so.</summary>
/// <remarks>Made by RecordLog.Rotate, which knows the place that both sign for.</remarks>
public sealed record KeyRotated : EntryBody
{
    internal KeyRotated(VerifierKey oldKey, VerifierKey newKey, byte[] oldSignature, byte[] newSignature) =>
        (OldKey, NewKey, OldSignature, NewSignature) = (oldKey, newKey, oldSignature, newSignature);

    public VerifierKey OldKey { get; }
    public VerifierKey NewKey { get; }
    public byte[] OldSignature { get; }
    public byte[] NewSignature { get; }
    public override string Type => "key.rotated";

    /// <summary>What both keys sign: five lines, so that a signature says nothing about any other record or place.</summary>
    internal static string Statement(string origin, long seq, string oldKey, string newKey) =>
        string.Create(CultureInfo.InvariantCulture, $"assembly-record key.rotated v1\n{origin}\n{seq}\n{oldKey}\n{newKey}\n");

    public override JsonMap ToJson() => new JsonMap()
        .With("old_vkey", OldKey.ToString()).With("new_vkey", NewKey.ToString())
        .With("old_signature", Convert.ToBase64String(OldSignature)).With("new_signature", Convert.ToBase64String(NewSignature));
}

/// <summary>Where a checkpoint was put into other people's hands.</summary>
public enum AnchorKind
{
    Screen,
    Paper,
    Mail,

    /// <summary>An RFC 3161 time-stamp token over the checkpoint note.</summary>
    Timestamp,

    /// <summary>Another institution's cosignature.</summary>
    Witness,
}

/// <summary>An earlier checkpoint was anchored outside.</summary>
/// <param name="Checkpoint">Which.</param>
/// <param name="Kind">How.</param>
/// <param name="Where">Where, for people.</param>
/// <param name="Token">What came back: the time-stamp token, the cosignature.</param>
public sealed record AnchorRecorded(Checkpoint Checkpoint, AnchorKind Kind, string? Where = null, byte[]? Token = null) : EntryBody
{
    public override string Type => "anchor.recorded";

    public override JsonMap ToJson() => new JsonMap()
        .With("size", Checkpoint.Size).With("root", Convert.ToBase64String(Checkpoint.Root)).With("kind", Code(Kind)).With("where", Where)
        .With("token", Token is null ? null : Convert.ToBase64String(Token));
}
