using Assemblies.Record.Publication;
using NodaTime;

namespace Assemblies.Commitments.Publication;

/// <summary>A commitment as everybody may read it. What only the organisers know, a proposed status, an owner, the next contact, is not hidden here: it is not in it.</summary>
/// <param name="Of">Folded from the steps that stand in the record, and from no others.</param>
/// <param name="Steps">Those steps, the first first.</param>
/// <param name="Papers">The hashes of evidence that everybody may download.</param>
public sealed record PublicCommitment(Commitment Of, IReadOnlyList<PublicStep> Steps, IReadOnlySet<string> Papers)
{
    internal static PublicCommitment From(Commitment commitment, IEnumerable<CommitmentStep> steps, LogPlaces log, IReadOnlySet<string> papers)
    {
        var logged = steps.Where(s => CommitmentEntries.IsPublic(s.Kind)).OrderBy(s => s.Version).ToList();
        var life = Rules.CommitmentLife.Of(logged, DateTimeZoneProviders.Tzdb[commitment.Assembly.TimeZone]);
        return new(
            commitment with { Life = life with { AssessedBy = [] }, Ask = commitment.Ask with { Owner = null } },
            [.. logged.Select(s => new PublicStep(s.At, s.Kind, s.Details with { AssessedBy = null }, log.OfStep(s.Id)))], papers);
    }
}

/// <summary>A step that stands in the record.</summary>
/// <param name="At">When it was entered.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Details">What it says. Whoever took it is named in the record by role, and here not at all.</param>
/// <param name="Places">Its entries; none where they stand in a record that ended.</param>
public sealed record PublicStep(Instant At, CommitmentStepKind Kind, CommitmentDetails Details, IReadOnlyList<LogPlace> Places);
