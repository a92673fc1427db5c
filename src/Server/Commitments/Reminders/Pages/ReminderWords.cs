namespace Assemblies.Commitments.Reminders.Pages;

/// <summary>What people read of a letter.</summary>
internal static class ReminderWords
{
    public static string Offset(int days) => $"{Math.Abs(days)} {(Math.Abs(days) == 1 ? "day" : "days")} {(days < 0 ? "before" : "after")}";

    public static string State(OutboxRow letter) => letter.State switch
    {
        ReminderState.Waiting => letter.Attempts == 0 ? "Waiting" : $"Not sent yet, tried {letter.Attempts} {(letter.Attempts == 1 ? "time" : "times")}",
        ReminderState.Sending => "Being sent",
        ReminderState.Sent => "Sent",
        ReminderState.Unknown => "Nobody knows whether it came; it is not sent again",
        ReminderState.Dropped => "No longer needed",
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };
}
