using Assemblies.Record;

namespace Assemblies.Rehearsal;

/// <summary>An institution of the invented evening.</summary>
/// <param name="Pledge">How many it promised.</param>
/// <param name="Arriving">How many will come.</param>
/// <param name="Named">How many of the pledged are known by name.</param>
/// <param name="ByCoach">Whether they come in one coach-load.</param>
/// <param name="OnFoot">Whether they walk in together and are counted by head.</param>
internal sealed record InventedDelegation(
    string Name, string Kind, string Chapter, bool IsVisiting, int Pledge, int Arriving, int Named, bool ByCoach, bool OnFoot)
{
    /// <summary>How many of those who come together are under 18.</summary>
    public int Under18s => ByCoach || OnFoot ? Arriving * 3 / 10 : 0;
}

/// <summary>An ask of the invented evening, with what will be answered.</summary>
/// <param name="Testimony">The institution whose speaker grounds it; null without testimony.</param>
/// <param name="Answers">By the power-holder's place in the agreed order; several rounds where the ask is put again.</param>
internal sealed record InventedAsk(string Area, string Text, string? Testimony, IReadOnlyDictionary<int, AnswerWords[]> Answers);

/// <summary>The Medium evening of product.md, section 1: 1,600 pledged, 1,200 arriving, 45 + 5 institutions, 6 asks × 3 power-holders in 15 cells.</summary>
internal static class MediumEvening
{
    private const int Pledged = 1_600;
    private const int Arriving = 1_200;
    private const int Largest = 180;
    private const int NobodyCame = 3;
    private const int Coaches = 11;
    private static readonly string[] Chapters = ["North", "East", "Riverside"];

    public static readonly (string Name, string Office)[] PowerHolders =
        [("Helen Marsh", "Mayor of Riverside"), ("Imran Qureshi", "Leader of the City Council"), ("Sir Colin Vane", "Chief Executive, Riverside Water")];

    /// <summary>The delegations: a few large ones, half of them of about twenty, three that pledged and did not come.</summary>
    public static IReadOnlyList<InventedDelegation> Delegations()
    {
        var names = InventedNames.Institutions;
        // Falling sizes, from 180 to a handful, scaled so that they add up to the pledge.
        var shape = names.Select((_, i) => Largest * Math.Pow(0.935, i)).ToArray();
        var fixedTotal = shape.Sum() + InventedNames.Visiting.Length * 8;
        var pledges = shape.Select((size, i) => i == 0 ? Largest : Math.Max(4, (int)Math.Round(size * (Pledged - Largest) / (fixedTotal - Largest)))).ToArray();
        // What rounding leaves is spread over the larger ones: the smallest has nothing to give.
        var rest = Pledged - pledges.Sum() - InventedNames.Visiting.Length * 8;
        for (var i = 0; i < Math.Abs(rest); i++)
            pledges[1 + i] += Math.Sign(rest);
        var members = names.Select((n, i) => (n.Name, n.Kind, IsVisiting: false, Pledge: pledges[i]));
        var all = members.Concat(InventedNames.Visiting.Select(n => (n.Name, n.Kind, IsVisiting: true, Pledge: 8))).ToList();

        var absent = Enumerable.Range(0, NobodyCame).Select(i => 20 + i * 7).ToHashSet();
        var kept = (double)Arriving / all.Where((_, i) => !absent.Contains(i)).Sum(d => d.Pledge);
        return [.. all.Select((d, i) => new InventedDelegation(
            d.Name, d.Kind, Chapters[i % Chapters.Length], d.IsVisiting, d.Pledge,
            absent.Contains(i) ? 0 : (int)Math.Round(d.Pledge * kept),
            i % 2 == 0 ? d.Pledge : 0,
            i % 4 == 1 && i / 4 < Coaches,
            i % 8 == 3))];
    }

    /// <summary>Six asks, in the order of the score sheet, and what happens to each.</summary>
    public static IReadOnlyList<InventedAsk> Asks() =>
    [
        new("Homes", "Will you build 400 homes at social rent on the Quayside site, and sign the contract by 30 June 2027?", "Our Lady of the Docks", Answers(
            (1, [Said(AnswerCode.Yes, "Yes. Four hundred homes, and I will sign by the end of June.")]),
            (2, [new AnswerWords(AnswerCode.YesWithConditions, "Yes, if the government releases the land by March.", "en",
                Condition: "the government releases the Quayside land by March", WhoseMove: "the Ministry of Housing", ByWhen: new(2027, 3, 31))]))),
        new("Homes", "Will you license every private landlord in the city by 1 January 2028?", null, Answers(
            (1, [Said(AnswerCode.Yes, "Yes, I support it and I will put it to the cabinet.")]),
            (2, [
                new AnswerWords(AnswerCode.NoAnswer, "We take this very seriously and are always listening.", "en", TimesAsked: 1),
                new AnswerWords(AnswerCode.Partial, "In the three wards with the worst record, yes.", "en", Part: "licensing in three of eleven wards"),
            ]))),
        new("Wages", "Will you pay every worker of the city and its contractors the Living Wage from 1 April 2027?", "Cleaners' Union, City Branch", Answers(
            (1, [
                Said(AnswerCode.Yes, "Yes, for our own staff and our contractors."),
                Said(AnswerCode.No, "I have been passed a note. I have to correct myself: not for the contractors. So the answer is no."),
            ]),
            (2, [Said(AnswerCode.Yes, "Yes. It is in our budget.")]),
            (3, [new AnswerWords(AnswerCode.Deferred, "I will write to you by the fifteenth of January.", "en", ByWhen: new(2027, 1, 15))]))),
        new("Youth", "Will you keep all nine youth centres open until at least December 2029?", null, Answers(
            (1, [Said(AnswerCode.Yes, "All nine. Yes.")]),
            (2, [Said(AnswerCode.Yes, "Yes.")]))),
        new("Clean river", "Will you publish every sewage overflow within one hour, starting on 1 September 2027?", "Iqra Girls' School", Answers(
            (1, [Said(AnswerCode.Yes, "I will make it a condition of every permit I can.")]),
            (2, [Said(AnswerCode.Yes, "Yes, with you.")]),
            (3, [new AnswerWords(AnswerCode.CounterOffer, "Within a day is what our systems can do.", "en",
                Offer: "Will you publish every sewage overflow within 24 hours, starting on 1 September 2027?")]))),
        new("Clean river", "Will you meet our river team within 60 days and every six months until the overflows stop?", null, Answers(
            (1, [Said(AnswerCode.Yes, "Within thirty days.")]),
            (2, [new AnswerWords(AnswerCode.Absent, Invitation: "Invited on 1 September, accepted; left at 20:15 for a train.")]),
            (3, [Said(AnswerCode.Yes, "Yes, and every six months after that.")]))),
    ];

    private static AnswerWords Said(AnswerCode code, string verbatim) => new(code, verbatim, "en");

    private static Dictionary<int, AnswerWords[]> Answers(params (int Order, AnswerWords[] Rounds)[] answers) =>
        answers.ToDictionary(a => a.Order, a => a.Rounds);
}
