using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Passes;

/// <summary>Derives again what is printed on passes; the database does not hold it.</summary>
public sealed class PassPrinter(AssemblyDb db, PassKey key, PublicAddress address)
{
    /// <summary>Passes with what is printed on them, in the order they were issued.</summary>
    /// <param name="institutionId">Of one institution; null for all.</param>
    /// <param name="only">Only this pass.</param>
    public async Task<IReadOnlyList<IssuedPass>> ListAsync(
        Guid assemblyId, Guid? institutionId, Guid? only, CancellationToken cancellation)
    {
        var rows = await db.Passes.AsNoTracking()
            .Where(p => p.AssemblyId == assemblyId && (institutionId == null || p.InstitutionId == institutionId) && (only == null || p.Id == only))
            .Join(db.Institutions, p => p.InstitutionId, i => i.Id, (p, i) => new { Pass = p, i.Name })
            .OrderBy(r => r.Name).ThenBy(r => r.Pass.Id)
            .ToListAsync(cancellation);
        return [.. rows.Select(r => Print(r.Pass, r.Name))];
    }

    /// <summary>The good delegation passes of an institution, by label.</summary>
    public async Task<IReadOnlyList<IssuedPass>> ListGroupsAsync(Guid assemblyId, Guid institutionId, CancellationToken cancellation) =>
    [
        .. (await ListAsync(assemblyId, institutionId, null, cancellation))
            .Where(p => p is { Adults: not null, Status: PassStatus.Active }).OrderBy(p => p.Label, StringComparer.CurrentCulture),
    ];

    /// <summary>The content of a pass's QR: upper case throughout, so that it stays in alphanumeric mode (turnout.md, Pass token).</summary>
    public string AddressOf(string token) => $"{address.Base}/p/{token}".ToUpperInvariant();

    internal IssuedPass Print(Pass pass, string institution)
    {
        var token = key.Token(pass.Id, pass.Generation);
        return new IssuedPass(
            pass.Id, pass.InstitutionId, institution, pass.PersonId, pass.Status, token, key.ShortCode(pass.Id, pass.Generation), AddressOf(token),
            pass.Label, pass.Adults, pass.Under18s);
    }
}
