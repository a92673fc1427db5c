using Assemblies.Agenda;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Passes;

/// <summary>How a pass stands, for whoever holds it.</summary>
public enum PassStanding
{
    Good,
    Revoked,
    Replaced,
}

/// <summary>What the holder of a pass sees: never a person's name, because a link is easily passed on.</summary>
/// <param name="Assembly">The assembly it is for.</param>
/// <param name="Institution">The institution it counts for.</param>
/// <param name="Standing">Whether the door will take it.</param>
/// <param name="ShortCode">For typing; empty unless the pass is good.</param>
/// <param name="Address">What the QR holds; empty unless the pass is good.</param>
/// <param name="Label">A delegation pass: what people call the group.</param>
/// <param name="Adults">A delegation pass: how many adults are expected with it; null for the pass of one person.</param>
/// <param name="Under18s">A delegation pass: how many under-18s are expected with it.</param>
public sealed record HeldPass(
    AccountabilityAssembly Assembly, string Institution, PassStanding Standing, string ShortCode, string Address, string? Label, int? Adults, int? Under18s);

/// <summary>Reads a pass by its token.</summary>
public sealed class PassReader(AssemblyDb db, PassKey key, PassPrinter printer)
{
    /// <summary>The pass; null when nobody was ever given this token.</summary>
    public async Task<HeldPass?> FindAsync(string reading, CancellationToken cancellation)
    {
        if (PassReading.Token(reading) is not { } token)
            return null;
        var hash = PassKey.TokenHash(token);
        var found = await (
            from code in db.PassCodes
            where code.TokenHash == hash
            join pass in db.Passes on code.PassId equals pass.Id
            join assembly in db.Assemblies on pass.AssemblyId equals assembly.Id
            join institution in db.Institutions on pass.InstitutionId equals institution.Id
            select new { code.Generation, Pass = pass, Assembly = assembly, institution.Name }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        // In the order of the door's own decision.
        var standing = found.Pass.Status == PassStatus.Revoked ? PassStanding.Revoked
            : found.Pass.Generation > found.Generation ? PassStanding.Replaced
            : PassStanding.Good;
        var held = new HeldPass(found.Assembly, found.Name, standing, "", "", found.Pass.Label, found.Pass.Adults, found.Pass.Under18s);
        return standing == PassStanding.Good
            ? held with { ShortCode = key.ShortCode(found.Pass.Id, found.Generation), Address = printer.AddressOf(token) }
            : held;
    }
}
