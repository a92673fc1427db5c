using System.Text;
using Assemblies.Agenda;
using Assemblies.Shell.Mail;

namespace Assemblies.Commitments.Reminders;

/// <summary>What a reminder says: the promise, how it stands to its date, and where to go on. Several of one person are one letter.</summary>
internal static class ReminderLetter
{
    /// <summary>The letter.</summary>
    /// <param name="id">The first of the reminders.</param>
    /// <param name="to">The organiser's address.</param>
    /// <param name="due">What to remind of, the most urgent first.</param>
    /// <param name="address">Where this server is found.</param>
    public static Letter Of(Guid id, string to, IReadOnlyList<DueReminder> due, string address)
    {
        var text = new StringBuilder();
        foreach (var reminder in due)
        {
            var c = reminder.Commitment;
            text.AppendLine($"{Capital(CommitmentWording.Timeliness(c.Timeliness))} ({WallClock.Day(reminder.Due)}): {c.Given.Office}, {c.Given.Name}");
            text.AppendLine(c.Ask.Wording);
            text.AppendLine($"{c.Assembly.Title}, ask {c.Ask.Number}");
            text.AppendLine($"{address}{CommitmentAddress.Of(c.Key)}");
            text.AppendLine();
        }
        text.AppendLine("Log a contact with the office there, and these reminders are quiet until the next one falls.");
        return new Letter(id, to, due.Count == 1 ? Subject(due[0].Commitment) : $"{due.Count} promises need you", text.ToString());
    }

    private static string Subject(Commitment c) => $"{Capital(CommitmentWording.Timeliness(c.Timeliness))}: ask {c.Ask.Number}, {c.Given.Office}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
