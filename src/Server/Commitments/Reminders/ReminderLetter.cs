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
        string[] lines =
        [
            .. due.SelectMany(reminder => Lines(reminder, address)),
            "Log a contact with the office there, and these reminders are quiet until the next one falls.",
        ];
        return new Letter(id, to, due.Count == 1 ? Subject(due[0].Commitment) : $"{due.Count} promises need you", string.Join('\n', lines) + '\n');
    }

    private static string[] Lines(DueReminder reminder, string address)
    {
        var c = reminder.Commitment;
        return
        [
            $"{Capital(CommitmentWording.Timeliness(c.Timeliness))} ({WallClock.Day(reminder.Due)}): {c.Given.Office}, {c.Given.Name}",
            c.Ask.Wording,
            $"{c.Assembly.Title}, ask {c.Ask.Number}",
            $"{address}{CommitmentAddress.Of(c.Key)}",
            "",
        ];
    }

    private static string Subject(Commitment c) => $"{Capital(CommitmentWording.Timeliness(c.Timeliness))}: ask {c.Ask.Number}, {c.Given.Office}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
