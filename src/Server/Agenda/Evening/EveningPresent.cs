using Assemblies.Agenda.RunningOrder;
using Assemblies.Commitments.ReportBack;
using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>Where the evening is.</summary>
public enum EveningStage
{
    NotStarted,
    Running,
    Paused,
    Ended,
}

/// <summary>Where an item is.</summary>
public enum ItemStatus
{
    /// <summary>To come.</summary>
    Planned,

    /// <summary>It is now.</summary>
    Now,

    Done,

    /// <summary>It will not happen.</summary>
    Skipped,
}

/// <summary>The running order as it is lived: what the floor's tablets show. Staff only. Absolute instants, never a tick (live.md, rule 14).</summary>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="Stage">Where the evening is.</param>
/// <param name="TimeZone">TZDB id of the hall's wall clock.</param>
/// <param name="Control">Which device of a chair holds control; null before anybody took it.</param>
/// <param name="PlannedStart">When it was to start.</param>
/// <param name="HardEnd">The finish the chair may not miss.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="PausedAt">Since when it is paused.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="NowItemId">The item that is now.</param>
/// <param name="NextItemId">The item after it.</param>
/// <param name="Reckoning">The base for drift and projected finish, which tablets reckon themselves every second.</param>
/// <param name="Items">All items by id; sort by number.</param>
/// <param name="Clocks">The separate clocks.</param>
/// <param name="Departures">Power-holders who leave at a known time, by id.</param>
/// <param name="RollCall">The roll call; null before it starts.</param>
/// <param name="Timers">Paired stage timers by device id, to send messages to.</param>
/// <param name="Messages">What stands on the timers, by the id of the command that showed it.</param>
/// <param name="Undo">The last step that can be taken back.</param>
public sealed record EveningPresent(
    int Version,
    EveningStage Stage,
    string TimeZone,
    EveningControl? Control,
    Instant PlannedStart,
    Instant HardEnd,
    Instant? StartedAt,
    Instant? PausedAt,
    Instant? EndedAt,
    Guid? NowItemId,
    Guid? NextItemId,
    EveningReckoning Reckoning,
    IReadOnlyDictionary<Guid, OrderItem> Items,
    OrderClocks Clocks,
    IReadOnlyDictionary<Guid, OrderDeparture> Departures,
    OrderRollCall? RollCall,
    IReadOnlyDictionary<Guid, OrderTimer> Timers,
    IReadOnlyDictionary<Guid, TimerMessage> Messages,
    OrderUndo? Undo);

/// <param name="DeviceId">The device.</param>
/// <param name="Name">What people call it, for example "North tablet".</param>
public sealed record EveningControl(Guid DeviceId, string Name);

/// <summary>Numbers that change only with a step, from which tablets reckon every second. With <c>now</c> the server's clock:</summary>
/// <remarks>
/// Running or paused: projected finish = now + what the item that is now has left (at least 0) + leftSeconds; drift = now − plannedStart − creditSeconds − the smaller
/// of that item's elapsed and planned seconds. Before the start: the later of now and plannedStart + leftSeconds, and what is past plannedStart. More than 0 is late.
/// </remarks>
/// <param name="PlannedFinish">Planned start and all planned lengths.</param>
/// <param name="LeftSeconds">What the items after the one that is now still need.</param>
/// <param name="CreditSeconds">The planned lengths of what lies behind, skipped items too.</param>
/// <param name="Drift">After the end: how late it ended, in seconds. Null before, while it moves.</param>
public sealed record EveningReckoning(Instant PlannedFinish, int LeftSeconds, int CreditSeconds, int? Drift);

/// <summary>An item of the running order, as planned and as lived.</summary>
/// <param name="Number">Its place in the order now: 1 is first.</param>
/// <param name="Kind">What happens in it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Owner">Who leads it.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
/// <param name="IsInserted">It was not in the plan.</param>
/// <param name="Status">Where it is.</param>
/// <param name="PlannedSeconds">Its length in the plan; 0 for what was inserted.</param>
/// <param name="Seconds">The length it has now, added time included.</param>
/// <param name="SpentSeconds">How long it was now, without the time since <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Since when its clock runs without a break; null while it does not run.</param>
/// <param name="EndsAt">When its time is up, if its clock runs.</param>
/// <param name="BeganAt">When it was now for the first time.</param>
/// <param name="OverAt">When it was over.</param>
/// <param name="Speakers">Its speakers by id; sort by order.</param>
/// <param name="Asks">Its asks by id; sort by order.</param>
/// <param name="PowerHolders">Power-holders who have to be on the stage, by id; sort by order.</param>
/// <param name="RequiredWords">Words that must be said, in order.</param>
/// <param name="Notes">What each role has to know.</param>
/// <param name="Commitments">Commitments of earlier assemblies that it reports back on, in its order; missing where it has none.</param>
public sealed record OrderItem(
    int Number,
    AgendaItemKind Kind,
    string Title,
    string? Owner,
    bool MustNotCut,
    bool IsInserted,
    ItemStatus Status,
    int PlannedSeconds,
    int Seconds,
    double SpentSeconds,
    Instant? RunningSince,
    Instant? EndsAt,
    Instant? BeganAt,
    Instant? OverAt,
    IReadOnlyDictionary<Guid, OrderSpeaker> Speakers,
    IReadOnlyDictionary<Guid, OrderAsk> Asks,
    IReadOnlyDictionary<Guid, OrderPowerHolder> PowerHolders,
    IReadOnlyList<OrderWords> RequiredWords,
    AgendaNotes Notes,
    IReadOnlyList<ReportedCommitment>? Commitments = null);

/// <param name="Order">Position within the item: 1 is first.</param>
/// <param name="NameToShow">The speaker's name. Staff only.</param>
/// <param name="Institution">The speaker's institution.</param>
/// <param name="MayShowName">Whether the speaker agreed to be named on screens.</param>
public sealed record OrderSpeaker(int Order, string NameToShow, string Institution, bool MayShowName);

/// <param name="Order">Position within the item: 1 is first.</param>
/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Text">The words of the present version.</param>
public sealed record OrderAsk(int Order, int Number, string? Area, string Text);

/// <param name="Order">The agreed order.</param>
/// <param name="Name">The power-holder's name.</param>
/// <param name="Office">The power-holder's office.</param>
public sealed record OrderPowerHolder(int Order, string Name, string Office);

/// <param name="Text">The words.</param>
/// <param name="IsRead">Whether they were said.</param>
public sealed record OrderWords(string Text, bool IsRead);

/// <summary>The separate clocks; a stopped one is not there.</summary>
/// <param name="Speaker">Of a testimony.</param>
/// <param name="Answer">Of a power-holder's answer.</param>
/// <param name="Explanation">Of an explanation.</param>
public sealed record OrderClocks(OrderClock? Speaker = null, OrderClock? Answer = null, OrderClock? Explanation = null);

/// <param name="SubjectId">The speaker or power-holder.</param>
/// <param name="Seconds">Its length, added time included.</param>
/// <param name="SpentSeconds">How long it has run, without the time since <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Since when it runs without a break; null while it is paused.</param>
/// <param name="EndsAt">When the time is up; null while it is paused.</param>
public sealed record OrderClock(Guid? SubjectId, int Seconds, double SpentSeconds, Instant? RunningSince, Instant? EndsAt);

/// <param name="Name">The power-holder's name.</param>
/// <param name="At">When they have to leave.</param>
/// <param name="LastItemId">The last item to come that needs them; null when none does.</param>
/// <param name="SecondsUntilFree">What must still happen until that item is over, without what the running item has left: they leave in time while now + remaining + this is before <paramref name="At"/>.</param>
public sealed record OrderDeparture(string Name, Instant At, Guid? LastItemId, int SecondsUntilFree);

/// <param name="Name">What people call the device.</param>
public sealed record OrderTimer(string Name);

/// <param name="Version">To name in an undone step.</param>
/// <param name="Step">What would be taken back.</param>
/// <param name="ItemId">The item it is about.</param>
/// <param name="At">When it was done.</param>
public sealed record OrderUndo(int Version, EveningStepKind Step, Guid? ItemId, Instant At);

/// <summary>The roll call as the chair reads it.</summary>
/// <param name="Official">The official turnout that was frozen.</param>
/// <param name="FrozenAt">When it was frozen.</param>
/// <param name="Order">The order of the institutions.</param>
/// <param name="CurrentId">The institution that was called last.</param>
/// <param name="Rows">All institutions by id; sort by number.</param>
public sealed record OrderRollCall(int Official, Instant FrozenAt, RollCallOrder Order, Guid? CurrentId, IReadOnlyDictionary<Guid, RollCallRow> Rows);

/// <param name="Number">Its place in the roll call: 1 is first. Institutions of which nobody had come at the freeze are last.</param>
/// <param name="Institution">Its name.</param>
/// <param name="Chapter">Its chapter.</param>
/// <param name="Figure">How many of it had arrived when the official turnout was frozen; for a late one, how many have arrived now.</param>
/// <param name="IsLate">Nobody of it had come at the freeze, and somebody has since: offered at the end.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="Pronunciation">How its name is said.</param>
public sealed record RollCallRow(
    int Number, string Institution, string? Chapter, int Figure, bool IsLate, Instant? CalledAt, string? Pronunciation = null);
