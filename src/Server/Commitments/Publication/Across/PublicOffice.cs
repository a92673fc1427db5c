using System.Globalization;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>One evening of an office.</summary>
/// <param name="FollowUp">What became of the evening's answers.</param>
/// <param name="Commitments">Those of this office, in the order of the score sheet.</param>
public sealed record OfficeEvening(FollowUp FollowUp, IReadOnlyList<PublicCommitment> Commitments);

/// <summary>What an office answered over the years, and what became of it: it stays with the office, whoever holds it.</summary>
/// <param name="Key">Its <see cref="OfficeKey"/>.</param>
/// <param name="Name">The office as it was written last.</param>
/// <param name="Evenings">The latest first.</param>
public sealed record PublicOffice(string Key, string Name, IReadOnlyList<OfficeEvening> Evenings)
{
    public IEnumerable<PublicCommitment> Commitments => Evenings.SelectMany(e => e.Commitments);

    /// <summary>All offices by their names, whoever kept more: this is no ranking.</summary>
    /// <param name="followUps">The latest first.</param>
    public static IReadOnlyList<PublicOffice> ListOf(IReadOnlyList<FollowUp> followUps) =>
    [
        .. followUps.SelectMany(f => f.Commitments.GroupBy(c => OfficeKey.Of(c.Of.Given.Office)), (f, own) => (own.Key, Evening: new OfficeEvening(f, [.. own])))
            .GroupBy(o => o.Key, o => o.Evening)
            .Select(o => new PublicOffice(o.Key, o.First().Commitments[0].Of.Given.Office, [.. o]))
            .OrderBy(o => o.Name, StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: true)),
    ];
}
