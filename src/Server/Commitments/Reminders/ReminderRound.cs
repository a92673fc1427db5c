using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Shell.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Reminders;

/// <summary>One round: plans what is due and sends what waits. Each reminder is handed to the mail server at most once (docs/decisions/0022).</summary>
public sealed class ReminderRound(AssemblyDb db, ReminderPlan plan, Mailer mailer, PublicAddress address, IClock clock)
{
    // Longer than a line waits: whoever was sending is gone.
    private static readonly Duration Abandoned = Duration.FromMinutes(10);
    private static readonly Duration FirstPause = Duration.FromMinutes(5);
    private static readonly Duration LongestPause = Duration.FromHours(12);

    /// <summary>Does nothing where no mail server is set. Returns how many letters were taken over.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (mailer.Settings is null)
            return 0;
        await GiveUpAbandonedAsync(cancellation);
        var due = await plan.WriteAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var recipients = await db.Reminders.Where(r => r.State == ReminderState.Waiting && r.TryAt <= now).Select(r => r.RecipientId).Distinct().Order().ToListAsync(cancellation);
        var sent = 0;
        foreach (var recipient in recipients)
            if (await SendAsync(recipient, now, due, cancellation))
                sent++;
        return sent;
    }

    // Each reads its own rows anew: a claim that was lost has let go of everything that was read before it.
    private async Task<bool> SendAsync(Guid recipient, Instant now, IReadOnlyList<DueReminder> due, CancellationToken cancellation)
    {
        var reminders = await db.Reminders.Where(r => r.RecipientId == recipient && r.State == ReminderState.Waiting && r.TryAt <= now).ToListAsync(cancellation);
        var to = await db.Users.Where(u => u.Id == recipient).Select(u => u.Email).SingleAsync(cancellation) ?? "";
        IReadOnlyList<DueReminder> about = [.. due.Where(d => reminders.Any(r => ReminderPlan.IsOf(d, r)))];
        if (about.Count == 0 || !await ClaimAsync(reminders, cancellation))
            return false;
        var outcome = await mailer.SendAsync(ReminderLetter.Of(reminders[0].Id, to, about, address.Base), cancellation);
        foreach (var reminder in reminders)
            Note(reminder, outcome);
        db.Record(Actor.Server, null, ChangeChannel.Commitments, $"reminders.{(outcome.Result == MailResult.Sent ? "sent" : "not_sent")}",
            $"{reminders.Count} reminders to one organiser: {outcome.Problem ?? "the mail server took them over."}");
        // Whatever stops this server, what the mail server said is written down.
        await db.SaveChangesAsync(CancellationToken.None);
        return outcome.Result == MailResult.Sent;
    }

    // Committed before the first word to the mail server: another node, or this one after a crash, finds them taken.
    private async Task<bool> ClaimAsync(IReadOnlyList<Reminder> reminders, CancellationToken cancellation)
    {
        foreach (var reminder in reminders)
            (reminder.State, reminder.Attempts, reminder.TryAt) = (ReminderState.Sending, reminder.Attempts + 1, clock.GetCurrentInstant());
        db.Record(Actor.Server, null, ChangeChannel.Commitments, "reminders.sending", $"{reminders.Count} reminders are being sent.");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private void Note(Reminder reminder, MailOutcome outcome)
    {
        reminder.Problem = outcome.Problem;
        reminder.State = outcome.Result switch
        {
            MailResult.Sent => ReminderState.Sent,
            MailResult.Unknown => ReminderState.Unknown,
            _ => ReminderState.Waiting,
        };
        if (reminder.State == ReminderState.Waiting)
            reminder.TryAt = clock.GetCurrentInstant() + Pause(reminder.Attempts);
    }

    private async Task GiveUpAbandonedAsync(CancellationToken cancellation)
    {
        var before = clock.GetCurrentInstant() - Abandoned;
        var abandoned = await db.Reminders.Where(r => r.State == ReminderState.Sending && r.TryAt < before).ToListAsync(cancellation);
        if (abandoned.Count == 0)
            return;
        foreach (var reminder in abandoned)
            (reminder.State, reminder.Problem) = (ReminderState.Unknown, "This server stopped while it was sent: it may have come or not.");
        db.Record(Actor.Server, null, ChangeChannel.Commitments, "reminders.abandoned", $"Of {abandoned.Count} reminders nobody knows whether they came.");
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>5 minutes, 15, 45 … at most 12 hours.</summary>
    internal static Duration Pause(int attempts) => Duration.Min(LongestPause, FirstPause * Math.Pow(3, Math.Min(attempts, 8) - 1));
}
