using NodaTime;

namespace Assemblies.Commitments.Reminders;

/// <summary>Everything that organisers see of reminders.</summary>
/// <param name="IsSent">Whether a mail server is set; otherwise reminders are on this list and in the calendar only.</param>
/// <param name="Now">The reminders that commitments have now, by day.</param>
/// <param name="Coming">Those that fall within 30 days, by day.</param>
/// <param name="Outbox">The letters of late, the latest first.</param>
public sealed record RemindersReport(
    bool IsSent, IReadOnlyList<ReminderRow> Now, IReadOnlyList<ReminderRow> Coming, IReadOnlyList<OutboxRow> Outbox);

/// <param name="Key">Which commitment.</param>
/// <param name="Assembly">The assembly's title.</param>
/// <param name="Number">The ask's place on the score sheet.</param>
/// <param name="Wording">The words of the ask.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="Person">The person who gave it.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Day">The day on which the reminder falls.</param>
/// <param name="Words">How it stands to its date, in words.</param>
public sealed record ReminderRow(
    CommitmentKey Key, string Assembly, int Number, string Wording, string Office, string Person, LocalDate Due, LocalDate Day, string Words)
{
    internal static ReminderRow Of(Commitment c, LocalDate due, LocalDate day) => new(
        c.Key, c.Assembly.Title, c.Ask.Number, c.Ask.Wording, c.Given.Office, c.Given.Name, due, day, CommitmentWording.Timeliness(c.Timeliness));
}

/// <param name="Due">The due date that it is about.</param>
/// <param name="Offset">Days after it on which the reminder fell.</param>
/// <param name="Number">The ask's place on the score sheet.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="State">Where it is.</param>
/// <param name="At">When it was tried last, or is tried next.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Problem">Why it was not sent.</param>
public sealed record OutboxRow(LocalDate Due, int Offset, int Number, string Office, ReminderState State, Instant At, int Attempts, string? Problem);
