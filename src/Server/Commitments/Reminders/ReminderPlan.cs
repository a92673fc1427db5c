using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Reminders;

/// <summary>Decides who has to be reminded of what, and writes it into the outbox: each reminder once, whoever looks and however often.</summary>
public sealed class ReminderPlan(AssemblyDb db, CommitmentReader reader, IClock clock)
{
    /// <summary>The reminders that commitments have now, by day.</summary>
    public async Task<IReadOnlyList<DueReminder>> NowAsync(CancellationToken cancellation) =>
        [.. (await reader.AllAsync(cancellation)).Select(ReminderRules.Of).OfType<DueReminder>().OrderBy(r => r.Day).ThenBy(r => r.Commitment.Ask.Number)];

    /// <summary>Puts what is due into the outbox and drops what is no longer needed. Returns what commitments have now.</summary>
    internal async Task<IReadOnlyList<DueReminder>> WriteAsync(CancellationToken cancellation)
    {
        var due = await NowAsync(cancellation);
        var waiting = await db.Reminders.Where(r => r.State == ReminderState.Waiting).ToListAsync(cancellation);
        foreach (var reminder in waiting.Where(w => !due.Any(d => IsOf(d, w))))
            reminder.State = ReminderState.Dropped;
        foreach (var reminder in due)
            await AddAsync(reminder, cancellation);
        if (db.ChangeTracker.HasChanges())
        {
            db.Record(Actor.Server, null, ChangeChannel.Commitments, "reminders.planned", "Reminders of commitments were planned or are no longer needed.");
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
            {
                // Another server planned the same at this moment.
                db.ChangeTracker.Clear();
            }
        }
        return due;
    }

    internal static bool IsOf(DueReminder due, Reminder reminder) =>
        due.Commitment.Key.AskId == reminder.AskId && due.Commitment.Key.PowerHolderId == reminder.PowerHolderId && due.Due == reminder.Due && due.Offset == reminder.Offset;

    private async Task AddAsync(DueReminder due, CancellationToken cancellation)
    {
        var key = due.Commitment.Key;
        var known = await db.Reminders.Where(r => r.AskId == key.AskId && r.PowerHolderId == key.PowerHolderId && r.Due == due.Due && r.Offset == due.Offset)
            .Select(r => r.RecipientId).ToListAsync(cancellation);
        // Once somebody was chosen, a later change of the owner does not make a second letter of the same reminder.
        if (known.Count > 0)
            return;
        var now = clock.GetCurrentInstant();
        foreach (var recipient in await RecipientsAsync(due.Commitment, cancellation))
            db.Reminders.Add(new Reminder
            {
                AssemblyId = key.AssemblyId,
                AskId = key.AskId,
                PowerHolderId = key.PowerHolderId,
                Due = due.Due,
                Offset = due.Offset,
                RecipientId = recipient,
                PlannedAt = now,
                TryAt = now,
            });
    }

    // What nobody follows up is everybody's.
    private async Task<IReadOnlyList<Guid>> RecipientsAsync(Commitment commitment, CancellationToken cancellation)
    {
        var owner = await db.Users.Where(u => u.Id == commitment.Life.Assignment.OwnerId).Select(u => u.Id).ToListAsync(cancellation);
        return owner.Count > 0 ? owner : await db.Users.OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(cancellation);
    }
}
