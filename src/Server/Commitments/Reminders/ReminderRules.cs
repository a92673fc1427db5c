using Assemblies.Commitments.Rules;
using NodaTime;

namespace Assemblies.Commitments.Reminders;

/// <summary>A reminder that a commitment has now.</summary>
/// <param name="Commitment">The commitment, as it is today.</param>
/// <param name="Due">The due date that it is about.</param>
/// <param name="Offset">Days after the due date on which it fell; less than 0 is before.</param>
public sealed record DueReminder(Commitment Commitment, LocalDate Due, int Offset)
{
    /// <summary>The day on which it fell.</summary>
    public LocalDate Day => Due.PlusDays(Offset);
}

/// <summary>When organisers are reminded: 30, 7 and 1 days before a due date, 1 and 14 after it, then every 30 (record.md, section 3).</summary>
/// <remarks>Pure, on calendar dates in the assembly's time zone: a day is a day, however long the clocks make it.</remarks>
public static class ReminderRules
{
    private const int Every = 30;
    private static readonly int[] Offsets = [-30, -7, -1, 1, 14];

    /// <summary>The reminder that fell last, unless it is quiet. One that was missed while nothing ran is found later; of several only the latest.</summary>
    public static DueReminder? Of(Commitment commitment) =>
        commitment is { IsOpen: true, Due: { } due } && Latest(due, commitment.Today) is { } offset
        // What was promised after that day was not there to be reminded of.
        && due.PlusDays(offset) > commitment.Said.On && !IsQuiet(commitment.Life, due, offset)
            ? new DueReminder(commitment, due, offset)
            : null;

    /// <summary>The next day after today on which a reminder falls; null where nothing is due or to be done.</summary>
    public static LocalDate? Next(Commitment commitment) => commitment is { IsOpen: true, Due: { } due }
        ? due.PlusDays(After(Timeliness.Between(due, commitment.Today)))
        : null;

    /// <summary>The offset of the reminder that fell last; null before the first.</summary>
    public static int? Latest(LocalDate due, LocalDate today) => Timeliness.Between(due, today) switch
    {
        var days when days < Offsets[0] => null,
        var days when days < Offsets[^1] => Offsets.Last(o => o <= days),
        var days => Offsets[^1] + (days - Offsets[^1]) / Every * Every,
    };

    /// <summary>The offset of the reminder before one; the first has as long before it as the others have after.</summary>
    public static int Before(int offset) => Array.IndexOf(Offsets, offset) is > 0 and var index ? Offsets[index - 1] : offset - Every;

    // Nobody is nagged about what they just did: a contact since the reminder before this one, or in the fortnight before it, is an answer to it.
    private static bool IsQuiet(CommitmentLife life, LocalDate due, int offset)
    {
        var since = LocalDate.Min(due.PlusDays(Before(offset)), due.PlusDays(offset - WorkRules.QuietDays));
        return life.Contacts.Any(c => c.Words.On >= since);
    }

    private static int After(int days) => days < Offsets[^1] ? Offsets.First(o => o > days) : Offsets[^1] + ((days - Offsets[^1]) / Every + 1) * Every;
}
