using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.ReportBack;
using Assemblies.Displays;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using NodaTime;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Browser.Screens;

/// <summary>One thing that a screen may have to show.</summary>
/// <param name="Name">For the reader of a failed test.</param>
/// <param name="Present">What is shown.</param>
/// <param name="Second">The screen's second language.</param>
public sealed record Fixture(string Name, ScreenPresent Present, string? Second = null);

/// <summary>Every scene with what it usually shows, with the longest of real evenings, and with what nobody hopes for.</summary>
public static class Fixtures
{
    private static readonly Instant At = Instant.FromUtc(2026, 10, 25, 19, 42);

    private static readonly string[] Names =
    [
        "St Wilfrid's, Upper Town", "Al-Noor Mosque", "Unison Riverside", "Students' Union, Riverside", "Teachers' Association, South", "The Ark Food Bank",
        "Transport Workers Branch 12", "Valley Organising Project", "Hampstead Hill Academy", "Roland Park Elementary/Middle School", "Sacred Heart of Jesus",
    ];

    private const string LongName = "Our Lady of Perpetual Help and St Aloysius Gonzaga Roman Catholic Parish and Community Centre";

    // Baltimore, 2018: the longest ask of the real case, and an invented one with everything that a careful writer adds.
    private const string RealLong = "Will you maintain current levels of funding for existing community school and out-of-school programs for the remainder of your administration?";

    private const string Longest = RealLong + " Will you publish what each school receives every September, meet the leaders of this assembly within sixty days with a written plan that names "
        + "a responsible officer for each of the forty schools, and come back to report on it in public at the assembly of 6 June 2028, whoever is then in office?";

    private const string LongCondition = "the housing department confirms in writing before the first of March that the land at Coldharbour can be transferred without a new tender "
        + "and the combined authority agrees its share of the cost";

    private static readonly AskTranslation[] Translations =
    [
        new("es", "¿Construirán 400 viviendas de alquiler social en el terreno de Quayside y firmarán el contrato antes del 30 de junio de 2027?"),
        new("ar", "هل ستبنون 400 منزل للإيجار الاجتماعي في موقع كويسايد وتوقعون العقد قبل 30 يونيو 2027؟"),
    ];

    private static readonly AnswerWords Yes = new(AnswerCode.Yes, Verbatim: "Yes. I will sign it, and I will do it here.");
    private static readonly AnswerWords YesIf = new(AnswerCode.YesWithConditions, Verbatim: "If they release it, yes.", Condition: "the government releases the Quayside land by March", WhoseMove: "the Department for Housing", ByWhen: new LocalDate(2027, 3, 31));
    private static readonly AnswerWords No = new(AnswerCode.No, Verbatim: "No. I cannot promise that tonight.");
    private static readonly AnswerWords Partial = new(AnswerCode.Partial, Part: "two hundred homes");
    private static readonly AnswerWords Offer = new(AnswerCode.CounterOffer, Offer: "a joint working group that reports in the autumn");
    private static readonly AnswerWords Deferred = new(AnswerCode.Deferred, ByWhen: new LocalDate(2027, 6, 12));

    /// <summary>One answer of every code, in the order of the record.</summary>
    public static IReadOnlyList<AnswerWords> EveryCode { get; } =
        [Yes, YesIf, Partial, Offer, No, Deferred, new(AnswerCode.NoAnswer), new(AnswerCode.Absent), new(AnswerCode.NotAsked)];

    private static readonly ScreenAsk Ask = new(1, "Homes", "Will you build 400 homes at social rent on the Quayside site, and sign the contract by 30 June 2027?",
        Cells(("Helen Marsh", "Mayor of Riverside"), ("Imran Qureshi", "Leader of the City Council")), Translations);

    private static readonly ScreenAsk LongAsk = new(5, "A City for Youth", Longest,
        Cells(("Catherine Pugh", "Mayor of Baltimore"), ("Sonja Santelises", "CEO, Baltimore City Schools"), ("Jack Young", "President, Baltimore City Council")));

    private static readonly ScreenPresent Base = new(
        "Riverside Accountability Assembly", "Docklands Hall", "Europe/London", Instant.FromUtc(2026, 10, 25, 18, 0), "/a/riverside-accountability-assembly-2026-10-25", Scene.Welcome,
        Turnout(11, 1_201, 1_600), null, null, new Dictionary<Guid, ScreenAsk>(),
        Record: new ScreenRecord("https://assembly.example.org/record/riverside#42.AbCdEf0123456789AbCdEf0123456789", "assembly.example.org/record/riverside-2026", 42, "KIMA ROTU SELA NUPO VADI HERO", "/record/x", "x"));

    /// <summary>Everything there is to show.</summary>
    public static IReadOnlyList<Fixture> All { get; } =
    [
        new("welcome", Base),
        new("welcome, long", Base with { Title = "Greater Riverside and Harbour Communities Leader Accountability Assembly", Venue = "The Great Hall of the Methodist Central Buildings, Westgate" }),
        new("turnout", Base with { Scene = Scene.Turnout }),
        new("turnout, nobody yet", Base with { Scene = Scene.Turnout, Turnout = Turnout(0, 0, 190) }),
        new("turnout, 220 institutions", Base with { Scene = Scene.Turnout, Turnout = Turnout(220, 6_000, 8_500) }),
        new("turnout, official and corrected", Base with { Scene = Scene.Turnout, Turnout = Turnout(45, 1_187, 1_600) with { Official = new ScreenOfficial(1_187, At, 1_199, 1, "scans") } }),
        new("roll call, beginning", Base with { Scene = Scene.RollCall, RollCall = new ScreenRollCall(null, [], 0, 1_187) }),
        new("roll call", Base with { Scene = Scene.RollCall, RollCall = new ScreenRollCall(new("Transport Workers Branch 12", 56), [.. Names.Take(5).Select(n => new ScreenCalled(n, 40))], 12, 1_187) }),
        new("roll call, long", Base with { Scene = Scene.RollCall, RollCall = new ScreenRollCall(new(LongName, 1_204), [new(LongName, null), new(Names[9], 12)], 220, 6_000) }),
        new("now and next", Base with { Scene = Scene.NowNext, NowNext = new ScreenNowNext("Testimony: what damp does to a child", "Ask 2: Repairs within ten days") }),
        new("now and next, long", Base with { Scene = Scene.NowNext, NowNext = new ScreenNowNext("What we won since the assembly of 2024, and what is still open", "Testimony: three families from the Coldharbour estate on damp, mould and waiting") }),
        new("testimony", Base with { Scene = Scene.Testimony, Testimony = new ScreenTestimony("Grace Okonkwo-Fairweather", Names[0], "Homes") }),
        new("testimony without a name", Base with { Scene = Scene.Testimony, Testimony = new ScreenTestimony(null, LongName, "A Living Wage") }),
        Of("ask", Scene.Ask, Ask),
        Of("ask, the longest real one", Scene.Ask, LongAsk with { Text = RealLong }),
        Of("ask, longer than any", Scene.Ask, LongAsk),
        Of("ask, English and Spanish", Scene.Ask, Ask, "es"),
        Of("ask, English and Arabic", Scene.Ask, Ask, "ar"),
        Of("answer, put", Scene.Answer, Ask),
        Of("answer, put, longer than any", Scene.Answer, LongAsk),
        Of("answer, put, English and Arabic", Scene.Answer, Ask, "ar"),
        Of("answer, one of two", Scene.Answer, Answered(Ask, Yes)),
        Of("answer, yes and yes if", Scene.Answer, Answered(Ask, Yes, YesIf)),
        Of("answer, in two languages", Scene.Answer, Answered(Ask, Yes, No), "es"),
        Of("answer, three to a long ask", Scene.Answer, Answered(LongAsk, No, Deferred, new AnswerWords(AnswerCode.Absent))),
        Of("answer, everything is long", Scene.Answer, Answered(LongAsk, YesIf with { Condition = LongCondition, Verbatim = LongCondition + ", and not before." }, Offer with { Offer = LongCondition }, Partial)),
        new("tote board, 8 × 2", Board(8, 2)),
        new("tote board, 6 × 3, sparse", Board(6, 3, isSparse: true)),
        new("tote board, 3 × 6, sparse", Board(3, 6, isSparse: true)),
        new("commitments", Board(3, 2) with { Scene = Scene.Commitments }),
        Of("commitments, long", Scene.Commitments, Answered(LongAsk, Yes with { Due = new LocalDate(2028, 6, 6) }, YesIf with { Condition = LongCondition }, Deferred)),
        new("commitments, reported back", Base with { Scene = Scene.Commitments, OldCommitments = [Old(Yes, "Under way", DeliveryStatus.UnderWay, "long overdue, by 99 days")] }),
        new("commitments, reported back, long", Base with
        {
            Scene = Scene.Commitments,
            OldCommitments =
            [
                Old(YesIf with { Condition = LongCondition }, "Blocked", DeliveryStatus.Blocked, "due in 12 days") with { Wording = Longest },
                Old(Partial, "Kept late", DeliveryStatus.KeptLate, "met on 12 July 2027, 12 days late"),
            ],
        }),
        new("seal", Base with { Scene = Scene.Seal }),
        new("message", Base with { Scene = Scene.Message, Message = "The overflow room is full. Please use the gallery on the first floor." }),
        new("message, as long as it may be", Base with { Scene = Scene.Message, Message = Longest[..160] }),
    ];

    private static ScreenCommitment Old(AnswerWords answer, string status, DeliveryStatus means, string timeliness) => new(
        "Helen Marsh", "Mayor of Riverside", Ask.Text, answer, new LocalDate(2026, 10, 25), status, CommitmentWording.Definition(means), timeliness);

    /// <summary>The fixture of a name.</summary>
    public static Fixture Named(string name) => All.Single(f => f.Name == name);

    /// <summary>Nine asks to one power-holder, answered with one of every code.</summary>
    public static ScreenPresent OneOfEach { get; } = Base with
    {
        Scene = Scene.ToteBoard,
        Asks = EveryCode.Select((answer, i) => Answered(new ScreenAsk(i + 1, null, "Will you?", Cells(("Helen Marsh", "Mayor"))), answer)).ToDictionary(_ => Guid.NewGuid()),
    };

    private static Fixture Of(string name, Scene scene, ScreenAsk ask, string? second = null)
    {
        var id = Guid.NewGuid();
        return new(name, Base with { Scene = scene, AskId = id, Asks = new Dictionary<Guid, ScreenAsk> { [id] = ask } }, second);
    }

    private static ScreenCell[] Cells(params (string Name, string Office)[] all) => [.. all.Select((p, i) => new ScreenCell(p.Name, p.Office, null, null, i + 1))];

    private static ScreenAsk Answered(ScreenAsk ask, params AnswerWords[] answers) =>
        ask with { Cells = [.. ask.Cells.Select((cell, i) => i < answers.Length ? cell with { Answer = answers[i], RevealedAt = At } : cell)] };

    private static ScreenTurnout Turnout(int institutions, int arrived, int pledged)
    {
        var all = Enumerable.Range(0, institutions).Select(i => (Id: Guid.NewGuid(), Name: i % 40 == 39 ? $"{LongName} {i}" : $"{Names[i % Names.Length]}{(i < Names.Length ? "" : $" {i}")}")).ToList();
        string[] chapters = institutions == 0 ? [] : ["North", "Riverside East", "South and Harbour", "Upper Valley", "West"];
        return new(arrived, pledged, all.ToDictionary(i => i.Id, i => new ScreenInstitution(i.Name, 4 + i.Name.Length * 7 % 180)), 50, [.. all.Take(5).Select(i => new ScreenArrival(i.Id, At))], 2,
            Chapters: chapters.Length == 0 ? null : chapters.ToDictionary(c => c, c => new ScreenChapter(c.Length * 60)));
    }

    private static ScreenPresent Board(int asks, int powerHolders, bool isSparse = false)
    {
        (string, string)[] people = [("Helen Marsh", "Mayor of Riverside"), ("Imran Qureshi", "Leader of the City Council"), ("Dame Patricia Fotheringham-Oyelaran", "Police Commissioner"), ("Catherine Pugh", "MP"), ("Jack Young", "MP"), ("Sonja Santelises", "Chief Executive")];
        string[] areas = ["Homes", "Repairs", "A Living Wage", "Buses", "A City for Youth", "Mental Health", "Safer Streets", "Citizenship"];
        return Base with
        {
            Scene = Scene.ToteBoard,
            Asks = Enumerable.Range(0, asks).ToDictionary(_ => Guid.NewGuid(), row => new ScreenAsk(row + 1, areas[row], Ask.Text, [.. Cells(people[..powerHolders])
                .Select((cell, column) => (row + column) % 7 == 5 ? cell : cell with { Answer = EveryCode[(row * powerHolders + column) % EveryCode.Count], RevealedAt = At })
                .Where((_, column) => !isSparse || (row * 2 + column) % 6 != 4)])),
        };
    }
}
