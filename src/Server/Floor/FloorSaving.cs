using Assemblies.Data;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Floor;

/// <summary>How the floor's books keep a command's promise: harmless when repeated, refused when somebody was faster (live.md, rule 8).</summary>
internal static class FloorSaving
{
    /// <summary>A command without an id could not be told from its own repetition.</summary>
    public static Problem NeedsItsOwnId { get; } = new("commandId", "Give every command an id of its own.");

    /// <summary>Saves the steps of a command. Where the keys decide a race, either the command itself had arrived twice, or somebody took the step first; where the public record cannot take them, a sentence says so.</summary>
    /// <param name="db">Where the steps were added.</param>
    /// <param name="taken">Whatever steps the command has taken by now.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<FloorReply> SaveStepsAsync<TStep>(this AssemblyDb db, IQueryable<TStep> taken, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return FloorReply.Done;
        }
        catch (RecordRefusedException refused)
        {
            return FloorReply.Refused(refused.Problem);
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            db.ChangeTracker.Clear();
            return await taken.DoneOrStaleAsync(cancellation);
        }
    }

    /// <summary>Done where the command has taken its steps already; else somebody was faster.</summary>
    public static async Task<FloorReply> DoneOrStaleAsync<TStep>(this IQueryable<TStep> taken, CancellationToken cancellation) =>
        await taken.AnyAsync(cancellation) ? FloorReply.Done : FloorReply.Stale;
}
