using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Record.Redactions;

/// <summary>Proposes to remove something personal from the public record.</summary>
/// <param name="Seq">The entry.</param>
/// <param name="Level">1: its disclosures are deleted. 2: its words are withheld, and only its hash is published.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">Public: why, in a sentence that says nothing of what is removed.</param>
public sealed record RedactionCommand(long Seq, int Level, RedactionGround Ground, string Reason);

/// <param name="Refusal">Why it is refused.</param>
public sealed record RefuseRedactionCommand(string Refusal);

/// <param name="Id">The redaction.</param>
/// <param name="Seq">The entry.</param>
/// <param name="Level">1: its disclosures. 2: its words.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">Why.</param>
/// <param name="ProposedBy">Who proposed it: an organiser's id.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="State">Where it is.</param>
/// <param name="DecidedBy">The second person: an organiser's id.</param>
/// <param name="DecidedAt">When it was made or refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record RedactionRow(
    Guid Id, long Seq, int Level, RedactionGround Ground, string Reason, string ProposedBy, Instant ProposedAt, RedactionState State,
    string? DecidedBy, Instant? DecidedAt, string? Refusal)
{
    internal static RedactionRow Of(Redaction r) => new(
        r.Id, r.Seq, r.Level, r.Ground, r.Reason, r.ProposedBy, r.ProposedAt, r.State, r.DecidedBy, r.DecidedAt, r.Refusal);
}
