using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Passes;

/// <summary>A pass as it is printed for its institution: with the person's name, so that the captain can hand it out.</summary>
public sealed record PrintedPass(IssuedPass Pass, string? Person);

/// <summary>One institution's passes for paper, in parts that a browser can print.</summary>
/// <param name="Institution">The institution's name.</param>
/// <param name="Passes">Those of this part: delegation passes by label, named ones by name, then the others.</param>
/// <param name="Parts">How many parts there are, at least one.</param>
public sealed record PassSheet(string Institution, IReadOnlyList<PrintedPass> Passes, int Parts)
{
    /// <summary>Forty sheets of paper, about one megabyte of SVG.</summary>
    internal const int InOnePart = 400;

    /// <summary>A part of the sheet; null when the institution has no delegation at the assembly.</summary>
    /// <param name="part">From 1.</param>
    /// <param name="goodOnly">Leaves out revoked passes: nobody should print one.</param>
    internal static async Task<PassSheet?> ReadAsync(
        AssemblyDb db, PassPrinter printer, Guid assemblyId, Guid institutionId, int part, bool goodOnly, CancellationToken cancellation)
    {
        var institution = await db.Delegations.Where(d => d.AssemblyId == assemblyId && d.InstitutionId == institutionId)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => i.Name).FirstOrDefaultAsync(cancellation);
        if (institution is null)
            return null;
        var rows = await (
            from pass in db.Passes
            where pass.AssemblyId == assemblyId && pass.InstitutionId == institutionId && (!goodOnly || pass.Status == PassStatus.Active)
            join person in db.People on pass.PersonId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            select new { Pass = pass, Person = person == null ? null : person.Name }).AsNoTracking().ToListAsync(cancellation);
        return new PassSheet(
            institution,
            [.. rows.OrderBy(r => r.Pass.Adults is null).ThenBy(r => r.Pass.Label, StringComparer.CurrentCulture)
                .ThenBy(r => r.Person is null).ThenBy(r => r.Person, StringComparer.CurrentCulture).ThenBy(r => r.Pass.Id)
                .Skip((part - 1) * InOnePart).Take(InOnePart)
                .Select(r => new PrintedPass(printer.Print(r.Pass, institution), r.Person))],
            Math.Max(1, (rows.Count + InOnePart - 1) / InOnePart));
    }
}
