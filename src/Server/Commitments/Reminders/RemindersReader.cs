using Assemblies.Data;
using Assemblies.Shell.Mail;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Reminders;

/// <summary>Reads what organisers see of reminders: the list that works without any mail server.</summary>
public sealed class RemindersReader(AssemblyDb db, CommitmentReader reader, Mailer mailer)
{
    private const int ComingDays = 30;
    private const int ShownLetters = 50;

    public async Task<RemindersReport> ReadAsync(CancellationToken cancellation)
    {
        var all = await reader.AllAsync(cancellation);
        var outbox = await db.Reminders.AsNoTracking().Where(r => r.State != ReminderState.Dropped).OrderByDescending(r => r.TryAt).ThenByDescending(r => r.Id).Take(ShownLetters)
            .Join(db.Asks, r => r.AskId, a => a.Id, (r, a) => new { Reminder = r, a.Number })
            .Join(db.PowerHolders, r => r.Reminder.PowerHolderId, p => p.Id, (r, p) => new { r.Reminder, r.Number, p.Office }).ToListAsync(cancellation);
        return new RemindersReport(
            mailer.Settings is not null,
            [.. all.Select(ReminderRules.Of).OfType<DueReminder>().OrderBy(r => r.Due).Select(r => ReminderRow.Of(r.Commitment, r.Due, r.Day))],
            [.. all.Select(c => (Commitment: c, Day: ReminderRules.Next(c))).Where(c => c.Day <= c.Commitment.Today.PlusDays(ComingDays)).OrderBy(c => c.Day)
                .Select(c => ReminderRow.Of(c.Commitment, c.Commitment.Due!.Value, c.Day!.Value))],
            [.. outbox.OrderByDescending(r => r.Reminder.TryAt).ThenByDescending(r => r.Reminder.Id)
                .Select(r => new OutboxRow(r.Reminder.Due, r.Reminder.Offset, r.Number, r.Office, r.Reminder.State, r.Reminder.TryAt, r.Reminder.Attempts, r.Reminder.Problem))]);
    }
}
