using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Tags;

/// <summary>Ties passes to the people whom the agenda waits for, as part of a larger change: the caller records and saves.</summary>
public sealed class TagOffice(AssemblyDb db, PassKey passKey)
{
    /// <summary>What is wrong with a tag; null when it can be set.</summary>
    /// <param name="field">The member it came in.</param>
    public async Task<Problem?> CheckAsync(Guid assemblyId, ArrivalTagCommand? tag, string field, CancellationToken cancellation)
    {
        if (tag is { PersonId: not null } && Code(tag) is not null)
            return new(field, "Choose a person or give a pass code, not both.");
        if (tag?.PersonId is { } personId && !await db.People.AnyAsync(p => p.Id == personId && p.AssemblyId == assemblyId, cancellation))
            return new(field, "Choose a person named with a delegation of this assembly.");
        if (Code(tag) is { } typed && await FindPassAsync(assemblyId, typed, cancellation) is null)
            return new(field, "No pass of this assembly has this code. Type the eight characters printed under its square.");
        return null;
    }

    /// <summary>Sets or takes away a tag that was checked.</summary>
    public async Task SetAsync(Guid assemblyId, Guid ownerId, ArrivalTagKind kind, ArrivalTagCommand? tag, CancellationToken cancellation)
    {
        var passId = Code(tag) is { } typed ? await FindPassAsync(assemblyId, typed, cancellation) : null;
        var present = await db.ArrivalTags.FindAsync([ownerId, kind], cancellation);
        if (tag?.PersonId is null && passId is null)
        {
            if (present is not null)
                db.ArrivalTags.Remove(present);
            return;
        }
        if (present is null)
            db.ArrivalTags.Add(present = new ArrivalTag { OwnerId = ownerId, Kind = kind, AssemblyId = assemblyId });
        (present.PersonId, present.PassId) = (tag?.PersonId, passId);
    }

    /// <summary>The tags of an assembly as they were given, with the code as it is printed now.</summary>
    public async Task<IReadOnlyDictionary<(Guid OwnerId, ArrivalTagKind Kind), ArrivalTagCommand>> ReadAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var tags = await (
            from tag in db.ArrivalTags
            where tag.AssemblyId == assemblyId
            join pass in db.Passes on tag.PassId equals (Guid?)pass.Id into passes
            from pass in passes.DefaultIfEmpty()
            select new { Tag = tag, Pass = pass }).AsNoTracking().ToListAsync(cancellation);
        return tags.ToDictionary(t => (t.Tag.OwnerId, t.Tag.Kind), t => new ArrivalTagCommand(
            t.Tag.PersonId, t.Pass is null ? null : ShortCodes.ForReading(passKey.ShortCode(t.Pass.Id, t.Pass.Generation))));
    }

    /// <summary>Takes away what ties passes to somebody who is removed.</summary>
    public async Task RemoveAsync(Guid ownerId, CancellationToken cancellation) =>
        db.ArrivalTags.RemoveRange(await db.ArrivalTags.Where(t => t.OwnerId == ownerId).ToListAsync(cancellation));

    private static string? Code(ArrivalTagCommand? tag) => string.IsNullOrWhiteSpace(tag?.PassCode) ? null : tag.PassCode;

    private async Task<Guid?> FindPassAsync(Guid assemblyId, string typed, CancellationToken cancellation)
    {
        if (PassReading.ShortCode(typed) is not { } code)
            return null;
        var hash = passKey.ShortCodeHash(assemblyId, code);
        return await db.PassCodes.Where(c => c.AssemblyId == assemblyId && c.ShortCodeHash == hash).Select(c => (Guid?)c.PassId).FirstOrDefaultAsync(cancellation);
    }
}
