using Assemblies.Agenda.RunningOrder;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Agenda.Evening.Minutes;

/// <summary>What happened, from the history alone: for organisers to print and to hand on. No staff notes, no name without consent.</summary>
/// <param name="StartedAt">When the evening started; null when it has not.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Drift">How much later than planned it ended, in seconds; less than 0 is earlier. Null before the end.</param>
/// <param name="Turnout">The official turnout in a sentence; null when it was not frozen.</param>
/// <param name="Items">Planned against actual, in the order in which it happened.</param>
/// <param name="Speeches">Those who spoke against a clock.</param>
/// <param name="RollCall">Institutions in the order in which they were called.</param>
/// <param name="Asks">Asks that were put, and the answers that the hall was shown.</param>
/// <param name="Events">What happened when.</param>
public sealed record EveningMinutes(
    Instant? StartedAt,
    Instant? EndedAt,
    int? Drift,
    string? Turnout,
    IReadOnlyList<MinutesItem> Items,
    IReadOnlyList<MinutesSpeech> Speeches,
    IReadOnlyList<MinutesCalled> RollCall,
    IReadOnlyList<MinutesAsk> Asks,
    IReadOnlyList<MinutesEvent> Events);

/// <param name="Title">The title it had when the evening started.</param>
/// <param name="Kind">What happened in it.</param>
/// <param name="Status">What became of it.</param>
/// <param name="PlannedSeconds">Its length in the plan; 0 for what was inserted.</param>
/// <param name="ActualSeconds">How long it took, pauses left out.</param>
/// <param name="IsInserted">It was not in the plan.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="OverAt">When it was over.</param>
public sealed record MinutesItem(
    string Title, AgendaItemKind Kind, ItemStatus Status, int PlannedSeconds, int ActualSeconds, bool IsInserted, Instant? BeganAt, Instant? OverAt);

/// <param name="Clock">Which clock.</param>
/// <param name="Who">A speaker by the name they agreed to, else by institution; a power-holder by name and office.</param>
/// <param name="Item">The item in which it was.</param>
/// <param name="PlannedSeconds">The time that was given at first.</param>
/// <param name="ActualSeconds">The time that was taken.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record MinutesSpeech(EveningClockKind Clock, string Who, string? Item, int PlannedSeconds, int ActualSeconds, Instant StartedAt);

/// <param name="Institution">The institution.</param>
/// <param name="Figure">The figure that was announced.</param>
/// <param name="At">When it was called.</param>
public sealed record MinutesCalled(string Institution, int Figure, Instant At);

/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Text">The words as put.</param>
/// <param name="Answers">In the agreed order of power-holders.</param>
public sealed record MinutesAsk(int Number, string? Area, string Text, IReadOnlyList<MinutesAnswer> Answers);

/// <param name="PowerHolder">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
/// <param name="PutAt">When it was put to them for the first time.</param>
/// <param name="Answer">What the hall was shown; null when nothing was.</param>
/// <param name="RevealedAt">When it was shown.</param>
public sealed record MinutesAnswer(string PowerHolder, string Office, Instant? PutAt, AnswerWords? Answer, Instant? RevealedAt);

/// <param name="At">When it happened.</param>
/// <param name="Text">What happened, in a sentence.</param>
public sealed record MinutesEvent(Instant At, string Text);
