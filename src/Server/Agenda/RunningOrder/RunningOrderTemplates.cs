using Assemblies.Asks;
using Assemblies.Commitments.ReportBack;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Running orders to begin with, shaped like the reference evenings (product.md, section 1) and made of the assembly's own asks and speakers.</summary>
public static class RunningOrderTemplates
{
    private const int Testimony = 3;
    private const int Ask = 1;
    private const int Answer = 3;

    // Half minutes: nobody says "four minutes and seventeen seconds" to a speaker.
    private const int Grain = 30;

    /// <summary>The length of a template's evening in minutes.</summary>
    public static int Minutes(RunningOrderTemplate template) => Shape(template).Minutes;

    /// <summary>What it is called where somebody chooses it.</summary>
    public static string Title(RunningOrderTemplate template) => template switch
    {
        RunningOrderTemplate.Small => "90 minutes, small: 14 items",
        RunningOrderTemplate.Medium => "105 minutes, medium: 28 items",
        _ => "120 minutes, very large: 45 items",
    };

    /// <summary>
    /// The items. An ask of the assembly is a testimony for each speaker who grounds it, the ask and the answers; where the assembly has no asks
    /// or no speakers yet, as many places for them as the reference evening has.
    /// </summary>
    public static IReadOnlyList<AgendaItemCommand> Build(RunningOrderTemplate template, Linkable own)
    {
        var shape = Shape(template);
        var middle = Middle(shape, own).ToList();
        var fixedSeconds = shape.Opening.Concat(shape.Closing).Sum(i => i.PlannedSeconds!.Value);
        var everybody = own.PowerHolders.Select(p => p.Id).ToList();
        return
        [
            .. Reported(shape.Opening, own).Select(i => i.Title == GuestsTitle ? i with { PowerHolderIds = everybody } : i),
            .. Spread(middle, shape.Minutes * 60 - fixedSeconds),
            .. shape.Closing.Select(i => i.Title == ScoreTitle ? i with { AskIds = [.. own.Asks.Select(a => a.Id)], PowerHolderIds = everybody } : i),
        ];
    }

    private const string GuestsTitle = "Welcome of the power-holders";
    private const string ScoreTitle = "The answers on the board";

    private sealed record Frame(int Minutes, int Asks, int Testimonies, IReadOnlyList<AgendaItemCommand> Opening, IReadOnlyList<AgendaItemCommand> Closing);

    private static Frame Shape(RunningOrderTemplate template) => template switch
    {
        RunningOrderTemplate.Small => new(90, 3, 3,
            [Welcome(5), Item(AgendaItemKind.Reflection, "Opening reflection", 4), RollCall(8)],
            [Score(4), Item(AgendaItemKind.Reflection, "What happens next, and closing reflection", 5)]),
        RunningOrderTemplate.Medium => new(105, 6, 6,
            [Welcome(4), Item(AgendaItemKind.Reflection, "Opening reflection", 3), RollCall(9), Item(AgendaItemKind.Free, "Why we are here", 3),
                Item(AgendaItemKind.Performance, "Music", 3), Item(AgendaItemKind.Free, GuestsTitle, 2, "Co-chairs")],
            [Score(3), Item(AgendaItemKind.Free, "What happens next", 3), Item(AgendaItemKind.Free, "Thanks", 2),
                Item(AgendaItemKind.Reflection, "Closing reflection", 2)]),
        _ => new(120, 8, 10,
            [Welcome(3), Item(AgendaItemKind.Reflection, "Opening reflection", 2), RollCall(10), Item(AgendaItemKind.Free, "Why we are here", 3),
                Item(AgendaItemKind.Performance, "Music", 3), Item(AgendaItemKind.Free, GuestsTitle, 2, "Co-chairs"),
                .. Enumerable.Range(1, 6).Select(n => Item(AgendaItemKind.ReportBack, $"Report back: commitment {n}", 1)),
                Item(AgendaItemKind.Reflection, "A moment of silence", 1)],
            [Score(3), Item(AgendaItemKind.Performance, "Choir", 3), Item(AgendaItemKind.Free, "Sign up for the next step", 2),
                Item(AgendaItemKind.Free, "What happens next", 2), Item(AgendaItemKind.Free, "Thanks", 1), Item(AgendaItemKind.Reflection, "Closing reflection", 2)]),
    };

    private static AgendaItemCommand Welcome(int minutes) => Item(AgendaItemKind.Welcome, "Welcome", minutes, "Co-chairs") with
    {
        RequiredWords = ["We are not a party and support no candidate.", "Where the exits are"],
    };

    private static AgendaItemCommand RollCall(int minutes) => Item(AgendaItemKind.RollCall, "Roll call", minutes) with { MustNotCut = true };

    private static AgendaItemCommand Score(int minutes) => Item(AgendaItemKind.Free, ScoreTitle, minutes, "Co-chairs") with { MustNotCut = true };

    private static AgendaItemCommand Item(AgendaItemKind kind, string title, int minutes, string? owner = null) =>
        new(kind, title, minutes * 60, owner);

    // The most urgent of what the guests promised before, one to an item as far as they go.
    private static IEnumerable<AgendaItemCommand> Reported(IReadOnlyList<AgendaItemCommand> items, Linkable own)
    {
        var proposed = new Queue<OldCommitment>(own.Commitments.Where(c => c.IsProposed));
        foreach (var item in items)
            yield return item.Kind == AgendaItemKind.ReportBack && proposed.TryDequeue(out var commitment) ? item with { Commitments = [commitment.Key] } : item;
    }

    // The items whose length is a share of what the frame leaves; until then their length is their weight.
    private static IEnumerable<AgendaItemCommand> Middle(Frame shape, Linkable own)
    {
        foreach (var speaker in own.Speakers.Where(s => s.AskId is null))
            yield return new(AgendaItemKind.Testimony, "Testimony", Testimony, SpeakerIds: [speaker.Id]);
        var count = own.Asks.Count > 0 ? own.Asks.Count : shape.Asks;
        for (var i = 0; i < count; i++)
        {
            var ask = own.Asks.ElementAtOrDefault(i);
            IReadOnlyList<Guid> askIds = ask is null ? [] : [ask.Id];
            var name = ask?.Area is { } area ? $"{i + 1}, {area}" : $"{i + 1}";
            foreach (var speakers in Speakers(shape, own, ask, i, count))
                yield return new(AgendaItemKind.Testimony, $"Testimony for ask {name}", Testimony, AskIds: askIds, SpeakerIds: speakers);
            yield return new(AgendaItemKind.Ask, $"Ask {name}", Ask, MustNotCut: true, AskIds: askIds, PowerHolderIds: ask?.PowerHolderIds);
            yield return new(AgendaItemKind.Answer, $"Answers to ask {name}", Answer, "Co-chair", MustNotCut: true, AskIds: askIds, PowerHolderIds: ask?.PowerHolderIds);
        }
    }

    // Where nobody is entered yet, the reference evening's testimonies are dealt out, the first asks first.
    private static IEnumerable<IReadOnlyList<Guid>> Speakers(Frame shape, Linkable own, AskRow? ask, int index, int asks) =>
        own.Speakers.Count > 0
            ? own.Speakers.Where(s => ask is not null && s.AskId == ask.Id).Select(s => (IReadOnlyList<Guid>)[s.Id])
            : Enumerable.Repeat<IReadOnlyList<Guid>>([], shape.Testimonies / asks + (index < shape.Testimonies % asks ? 1 : 0));

    // What rounding leaves goes to the answers: the whole is the template's length to the second wherever a minute for each fits.
    private static IEnumerable<AgendaItemCommand> Spread(List<AgendaItemCommand> items, int seconds)
    {
        var weights = items.Sum(i => i.PlannedSeconds!.Value);
        var lengths = items.Select(i => Math.Max(60, seconds * i.PlannedSeconds!.Value / weights / Grain * Grain)).ToArray();
        var rest = (seconds - lengths.Sum()) / Grain;
        for (var i = 0; rest > 0; i = (i + 1) % lengths.Length)
            if (items[i].Kind == AgendaItemKind.Answer)
                (lengths[i], rest) = (lengths[i] + Grain, rest - 1);
        return items.Zip(lengths, (item, length) => item with { PlannedSeconds = length });
    }
}
