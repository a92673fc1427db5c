using Assemblies.Agenda;
using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments.ReportBack;

/// <summary>A commitment of an earlier assembly, as it stands on the day of a later one that may hear what became of it.</summary>
/// <param name="Key">Which; an item of the running order names it by these ids.</param>
/// <param name="Name">What it is called where it has to be typed, for example <c>build-2018, ask 3: Catherine Pugh, Mayor of Baltimore</c>.</param>
/// <param name="Assembly">The title of the assembly where it was made.</param>
/// <param name="Number">The ask's place on the score sheet of that assembly.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Wording">The words of the ask as really put.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="Person">The person who gave it.</param>
/// <param name="Holder">Who holds the office now, as far as the follow-up knows.</param>
/// <param name="Successor">Who is invited for that office in the holder's place. A proposal: that the office changed hands is for an organiser to say.</param>
/// <param name="AnsweredOn">When, on that assembly's calendar.</param>
/// <param name="Answer">The answer that stands, in words.</param>
/// <param name="Status">Whether it was done.</param>
/// <param name="StatusInWords">The same in words.</param>
/// <param name="Definition">What the status means.</param>
/// <param name="Due">When it is due; null for no date given.</param>
/// <param name="Timeliness">How it stands to that date on the day of the later assembly, in words.</param>
/// <param name="IsOpen">Whether somebody still has work with it.</param>
/// <param name="IsProposed">It is open, and its office or its person is invited: what the evening should ask after.</param>
public sealed record OldCommitment(
    CommitmentKey Key, string Name, string Assembly, int Number, string? Area, string Wording, string Office, string Person, string Holder, string? Successor, LocalDate AnsweredOn,
    string Answer, DeliveryStatus Status, string StatusInWords, string Definition, LocalDate? Due, string Timeliness, bool IsOpen, bool IsProposed)
{
    /// <summary>In a line, for whoever chooses: <c>Under way, overdue by 12 days. Homes. Mayor of Baltimore, 6 June 2018</c>.</summary>
    public string Line => $"{StatusInWords}, {Timeliness}: {Area ?? $"ask {Number}"}, {Person}, {Office}, {WallClock.Day(AnsweredOn)}";
}
