using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Shell.Accounts;

/// <summary>Who has an account, and the end of one.</summary>
public sealed class OrganiserRegister(AssemblyDb db)
{
    public Task<List<OrganiserSummary>> ListAsync(CancellationToken cancellation) =>
        db.Users.OrderBy(a => a.NormalizedEmail).Select(a => new OrganiserSummary(a.Id, a.Email!)).ToListAsync(cancellation);

    /// <summary>Removes an account with its API tokens and the invitations it made. Never the last one: nobody could get in any more.</summary>
    public async Task<(bool IsFound, Problem? Problem)> RemoveAsync(Actor actor, Guid organiserId, CancellationToken cancellation)
    {
        if (await db.Users.FirstOrDefaultAsync(a => a.Id == organiserId, cancellation) is not { } leaving)
            return (false, null);
        if (await db.Users.OrderBy(a => a.Id).FirstOrDefaultAsync(a => a.Id != organiserId, cancellation) is not { } staying)
            return (true, new("", "This is the last account: nobody could sign in any more. Invite somebody else first."));
        db.Users.Remove(leaving);
        // A mark on one who stays: two who remove each other at the same moment cannot both succeed.
        staying.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.Record(actor, null, ChangeChannel.Organisers, "organiser.removed", $"An organiser's account was removed: {organiserId}.");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return (true, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (true, new("", "Somebody changed the accounts at the same moment. Look again, then try again."));
        }
    }
}
