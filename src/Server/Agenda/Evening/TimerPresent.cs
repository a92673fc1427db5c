using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>What a stage timer shows: the speaker's screen, never the hall's (live.md, rule 20).</summary>
/// <param name="Stage">Where the evening is.</param>
/// <param name="Title">The title of the item that is now.</param>
/// <param name="Item">The item's clock.</param>
/// <param name="Clocks">The separate clocks; while one runs, it is the speaker's.</param>
/// <param name="Messages">What the stage manager says, by the id of the command that showed it. A timer shows those for all and those for itself.</param>
public sealed record TimerPresent(
    EveningStage Stage,
    string? Title,
    TimerClock? Item,
    TimerClocks Clocks,
    IReadOnlyDictionary<Guid, TimerMessage> Messages);

/// <summary>The separate clocks that run or are paused.</summary>
/// <param name="Speaker">Of a testimony.</param>
/// <param name="Answer">Of a power-holder's answer.</param>
/// <param name="Explanation">Of an explanation.</param>
public sealed record TimerClocks(TimerClock? Speaker = null, TimerClock? Answer = null, TimerClock? Explanation = null);

/// <param name="Seconds">The length, added time included.</param>
/// <param name="SpentSeconds">How long it has run, without the time since it runs now.</param>
/// <param name="EndsAt">When the time is up; null while it is paused.</param>
public sealed record TimerClock(int Seconds, double SpentSeconds, Instant? EndsAt);

/// <param name="Text">What the speaker reads.</param>
/// <param name="TimerId">One timer's device; null for all.</param>
/// <param name="At">When it was shown.</param>
public sealed record TimerMessage(string Text, Guid? TimerId, Instant At);
