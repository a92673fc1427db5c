using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>Saves a change that the public record tells of: it is in both, or a sentence says why in neither.</summary>
internal static class RecordedSave
{
    /// <summary>Null when it is saved.</summary>
    /// <param name="db">What was changed.</param>
    /// <param name="together">What to say where somebody changed the same in the same moment; null leaves that to the door (a 409).</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<Problem?> TrySaveAsync(this AssemblyDb db, string? together, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (RecordRefusedException refused)
        {
            return refused.Problem;
        }
        catch (DbUpdateException error) when (together is not null && SimultaneousChange.IsCauseOf(error))
        {
            return new("", together);
        }
    }
}
