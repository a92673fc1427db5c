using Assemblies.Agenda.RunningOrder;
using Assemblies.Displays;

namespace Assemblies.Rehearsal;

/// <summary>An item of an invented running order.</summary>
/// <param name="Ask">Number of the ask it is about: a testimony has the ask's speakers, an ask and its answers have the power-holders it is put to.</param>
internal sealed record InventedItem(AgendaItemKind Kind, string Title, int Minutes, string? Owner = null, bool MustNotCut = false, int? Ask = null)
{
    public string[] Words { get; init; } = [];
    public AgendaNotes Notes { get; init; } = AgendaNotes.None;

    /// <summary>Whether all power-holders have to be on the stage.</summary>
    public bool HasEverybody { get; init; }

    /// <summary>What a stage manager shows with it, where scenes do not follow it by themselves.</summary>
    public Scene? Taken { get; init; }
}

/// <summary>The running orders of the rehearsal's two evenings.</summary>
internal static class InventedOrder
{
    private const string Chairs = "Co-chairs";
    private const string Pinner = "Co-chair, pinning";

    /// <summary>The Medium evening of product.md, section 1: 28 items, 105 minutes.</summary>
    public static IReadOnlyList<InventedItem> Medium { get; } =
    [
        new(AgendaItemKind.Welcome, "Welcome", 4, Chairs)
        {
            Words = ["We are not a party and support no candidate.", "The exits are left, right and behind you.", "Phones on silent: the answers are at the address on the screen."],
            Notes = new("Start on time, whoever is still in the queue.", "The session clock starts with the first word.", "House lights down, welcome scene on both screens.", null),
        },
        new(AgendaItemKind.Reflection, "Opening reflection", 3, "Imam Rahman and Rev. Bright") { Notes = new(StageManager: "Two microphones. No music under it.") },
        new(AgendaItemKind.Free, "Why we are here", 3, "Co-chair") { Words = ["Every ask tonight was voted on by our members in June."] },
        new(AgendaItemKind.RollCall, "Roll call", 11, "Two turn-out captains", MustNotCut: true)
        {
            Words = ["Read the official figure with its time."],
            Notes = new("Coaches may still arrive: they are called at the end.", "Longest item before the asks. Warn at 8 minutes.", "Roll-call scene; house lights up.", "Write down who answers late."),
        },
        new(AgendaItemKind.Performance, "Youth choir", 4, "St Luke's choir") { Notes = new(StageManager: "Choir stands ready at the left steps from the roll call on.") },
        new(AgendaItemKind.Free, "Welcome of the power-holders", 2, Chairs) { HasEverybody = true, Words = ["They came because they were invited, and each knows the asks."] },
        new(AgendaItemKind.ReportBack, "Report back on last year's promises", 3, "Strategy team") { Notes = new("One kept, one overdue, one not due yet. No applause for lateness.") },
        Story(3, 1, "Homes"),
        Put(2, 1, "Homes"),
        Answer(5, 1, "Homes"),
        Put(2, 2, "Homes"),
        Answer(6, 2, "Homes", "If it is vague: “Is that a yes for the whole city?” Ask twice, not more."),
        new(AgendaItemKind.Performance, "A song together", 3, "Choir and hall"),
        Story(3, 3, "Wages"),
        Put(2, 3, "Wages"),
        Answer(7, 3, "Wages", "The contractors are the point. A yes for own staff only is a part of it."),
        Put(2, 4, "Youth"),
        Answer(4, 4, "Youth"),
        new(AgendaItemKind.Reflection, "A moment of silence", 1, "Rev. Bright"),
        Story(4, 5, "Clean river"),
        Put(2, 5, "Clean river"),
        Answer(7, 5, "Clean river", "“Within a day” is another offer and not a yes."),
        Put(2, 6, "Clean river"),
        Answer(6, 6, "Clean river", "The last ask is the meeting. Without it nothing of tonight is followed up."),
        new(AgendaItemKind.Free, "The answers on the board", 4, Chairs, MustNotCut: true)
        {
            HasEverybody = true,
            Taken = Scene.ToteBoard,
            Words = ["Read every answer aloud, the conditions too."],
            Notes = new("Nothing is added up and nobody is thanked for a yes alone.", null, "Tote board on both screens.", "Check each line against the grid."),
        },
        new(AgendaItemKind.Free, "What happens next", 4, "Lead organiser") { Taken = Scene.Commitments, Words = ["Follow-up evening on 3 December, same hall."] },
        new(AgendaItemKind.Free, "Thanks", 3, Chairs) { Taken = Scene.Seal },
        new(AgendaItemKind.Reflection, "Closing reflection", 3, "Rabbi Stern") { Notes = new(StageManager: "House lights up with the last word.") },
    ];

    /// <summary>BUILD 2018: the six asks, the schools whose students spoke and the new members are on record; order and lengths are ours.</summary>
    public static IReadOnlyList<InventedItem> Build2018 { get; } =
    [
        new(AgendaItemKind.Welcome, "Welcome", 5),
        new(AgendaItemKind.Reflection, "Opening reflection", 4),
        new(AgendaItemKind.RollCall, "Roll call", 10, MustNotCut: true) { Notes = new("New members: Sacred Heart of Jesus and St. Patrick's Catholic Church.") },
        .. Pair(1, "A City That's Safe"),
        .. Pair(2, "A City That's Safe"),
        new(AgendaItemKind.Testimony, "Students speak", 6, Ask: 3)
        {
            Notes = new("Roland Park Elementary/Middle School, City Springs Elementary/Middle School, Hampstead Hill Academy."),
        },
        .. Pair(3, "A City for Youth"),
        .. Pair(4, "A City for Youth"),
        .. Pair(5, "A City for Youth"),
        .. Pair(6, "A City with Jobs"),
        new(AgendaItemKind.Free, "The answers read back", 4, MustNotCut: true) { HasEverybody = true },
        new(AgendaItemKind.Free, "What happens next", 4) { Words = ["A progress meeting with the mayor in July."] },
        new(AgendaItemKind.Reflection, "Closing reflection", 3),
    ];

    private static InventedItem Story(int minutes, int ask, string area) => new(AgendaItemKind.Testimony, $"Testimony for ask {ask}, {area}", minutes, "Story coach", Ask: ask)
    {
        Notes = new(Timekeeper: "The speaker's clock is for the speaker only. No bell.", StageManager: "Name on screen only with consent."),
    };

    private static InventedItem Put(int minutes, int ask, string area) => new(AgendaItemKind.Ask, $"Ask {ask}, {area}", minutes, "Asker", MustNotCut: true, ask)
    {
        Words = ["Read the ask word for word."],
        Notes = new(StageManager: "Ask on screen with the first word.", Scribe: "If it is worded otherwise, write down how."),
    };

    private static InventedItem Answer(int minutes, int ask, string area, string? chair = null) =>
        new(AgendaItemKind.Answer, $"Answers to ask {ask}, {area}", minutes, Pinner, MustNotCut: true, ask)
        {
            Notes = new(chair, "One minute to explain, after the answer.", null, "Category and exact words. Wait for the ruling."),
        };

    private static InventedItem[] Pair(int ask, string area) =>
        [new(AgendaItemKind.Ask, $"Ask {ask}, {area}", 2, null, true, ask), new(AgendaItemKind.Answer, $"Answer to ask {ask}, {area}", 4, null, true, ask)];
}
