using Assemblies.Agenda.RunningOrder;

namespace Assemblies.Agenda.Evening;

/// <summary>One step of the evening, as a tablet gives it. Which members are needed depends on the step; docs/live-protocol.md has the table.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="ExpectedVersion">The version the sender saw. It is stale when somebody has since changed what the step rests on; other steps do no harm.</param>
/// <param name="Step">What is to happen.</param>
/// <param name="ItemId">
/// advanced: the item to begin, null for the next; time_added: null for the item that runs; inserted: an id the sender has given it, null for a new one;
/// skipped, restored, length_changed, moved, words_read, words_unread: the item.
/// </param>
/// <param name="AfterItemId">moved, inserted: the item it comes after; null for directly after the one that runs.</param>
/// <param name="Seconds">length_changed, inserted, clock_started: a length, more than 0; time_added, clock_extended: what is added, less than 0 for what is taken.</param>
/// <param name="Text">inserted: the title; words_read, words_unread: the words as they stand in the item; message_shown: what the timer says.</param>
/// <param name="ItemKind">inserted: what happens in it; null for free.</param>
/// <param name="Clock">clock steps: which clock.</param>
/// <param name="SubjectId">clock_started: the speaker or power-holder, null for nobody named; institution_called, institution_uncalled: the institution.</param>
/// <param name="Order">roll_call_started, roll_call_ordered: the order; null keeps chapter by chapter.</param>
/// <param name="InstitutionIds">roll_call_started, roll_call_ordered: for the custom order, who comes first; those not named follow by name.</param>
/// <param name="TimerId">message_shown, message_cleared: one stage timer's device; null for all.</param>
/// <param name="Undoes">undone: the version of the step to take back.</param>
public sealed record RunCommand(
    Guid CommandId,
    int ExpectedVersion,
    EveningStepKind Step,
    Guid? ItemId = null,
    Guid? AfterItemId = null,
    int? Seconds = null,
    string? Text = null,
    AgendaItemKind? ItemKind = null,
    EveningClockKind? Clock = null,
    Guid? SubjectId = null,
    RollCallOrder? Order = null,
    IReadOnlyList<Guid>? InstitutionIds = null,
    Guid? TimerId = null,
    int? Undoes = null);

/// <summary>Asks how time could be won back. It changes nothing.</summary>
/// <param name="Minutes">How many minutes are wanted, 1 to 120.</param>
public sealed record WinBackQuery(int Minutes);

/// <summary>Ways to win time back, the best first: fewest cuts, then the least valuable kinds. The chair accepts or not.</summary>
/// <param name="AskedSeconds">What was asked for.</param>
/// <param name="Version">The version of the evening it was reckoned at.</param>
/// <param name="IsEnough">Whether the proposals win as much. If not, the only one wins the most there is without what must not be cut.</param>
/// <param name="Proposals">Empty when nothing at all may be cut.</param>
/// <param name="Summary">In a sentence for the chair.</param>
public sealed record WinBackReply(int AskedSeconds, int Version, bool IsEnough, IReadOnlyList<WinBackProposal> Proposals, string Summary);

/// <param name="WonSeconds">The sum of its cuts.</param>
/// <param name="Cuts">In the order of the evening.</param>
public sealed record WinBackProposal(int WonSeconds, IReadOnlyList<WinBackCut> Cuts);

/// <param name="ItemId">The item to cut.</param>
/// <param name="Title">Its title.</param>
/// <param name="Seconds">Its length now.</param>
/// <param name="ToSeconds">The length to give it; 0 is to skip it.</param>
public sealed record WinBackCut(Guid ItemId, string Title, int Seconds, int ToSeconds);
