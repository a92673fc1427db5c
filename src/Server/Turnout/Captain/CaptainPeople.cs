using Assemblies.Data;
using Assemblies.Passes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Captain;

/// <summary>A person as their captain sees them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Token">The good pass's token, for its page; null where there is none.</param>
/// <param name="IsRevoked">Has a pass, and it was withdrawn.</param>
/// <param name="ArrivedAt">When the pass came in; null while it has not.</param>
public sealed record CaptainPerson(Guid Id, string Name, string? Token, bool IsRevoked, Instant? ArrivedAt);

/// <summary>Reads the people of one delegation with their passes and whether they are here.</summary>
public sealed class CaptainPeople(AssemblyDb db, PassKey key)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<CaptainPerson>> ListAsync(CaptainLink link, CancellationToken cancellation)
    {
        var rows = await (
            from person in db.People
            where person.AssemblyId == link.AssemblyId && person.InstitutionId == link.InstitutionId
            join pass in db.Passes on (Guid?)person.Id equals pass.PersonId into passes
            from pass in passes.DefaultIfEmpty()
            select new
            {
                person.Id,
                person.Name,
                Pass = pass,
                At = db.Admissions.Where(a => a.AssemblyId == link.AssemblyId && pass != null && a.SubjectId == pass.Id && a.Heads > 0)
                    .Select(a => (Instant?)a.At).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(r => r.Name, StringComparer.CurrentCultureIgnoreCase).Select(r => new CaptainPerson(
                r.Id, r.Name, r.Pass is { Status: PassStatus.Active } good ? key.Token(good.Id, good.Generation) : null,
                r.Pass is { Status: PassStatus.Revoked }, r.At)),
        ];
    }
}
