using Assemblies.Asks;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Record.Publication;

/// <summary>An assembly with everything a record's pages have to bear: translations, a withdrawn ask, a "yes, if" that was corrected, a "yes" that became a "no", a dispute.</summary>
public sealed class RecordEvening : IAsyncDisposable
{
    public const string Arabic = "هل ستبنون مئتي منزل بحلول عام 2028؟";

    public static readonly string LongText = $"Will you {string.Join(' ', Enumerable.Range(1, 70).Select(n => $"word{n}"))} by 2027?";

    private RecordEvening(Hall hall, FloorTeam floor, HttpClient maria, HttpClient john) => (Hall, Floor, Maria, John) = (hall, floor, maria, john);

    public Hall Hall { get; }

    public FloorTeam Floor { get; }

    /// <summary>An organiser.</summary>
    public HttpClient Maria { get; }

    /// <summary>Another organiser.</summary>
    public HttpClient John { get; }

    /// <summary>Somebody without any credential.</summary>
    public HttpClient Reader { get; private set; } = null!;

    /// <summary>The record's permanent path.</summary>
    public string Home { get; private set; } = null!;

    public AskRow Withdrawn { get; private set; } = null!;

    private string Api => $"/api/assemblies/{Hall.Assembly.Id}";

    public string AskPath => $"{Home}/asks/{Hall.Ask.Id}";

    public string AnswerPath(PowerHolder who) => $"{AskPath}/{who.Id}";

    /// <summary>The ask is published in two versions, in English and Arabic; a second one, of 400 characters and more, is published and withdrawn.</summary>
    public static async Task<RecordEvening> PublishAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite)
    {
        var hall = await Hall.OpenAsync(kind);
        var evening = new RecordEvening(hall, await FloorTeam.OpenAsync(hall), await hall.Server.OrganiserAsync(), await hall.Server.OrganiserAsync())
        {
            Reader = hall.Server.Visitor(),
        };
        await evening.WriteAsync(new AskCommand("Will you build 150 homes by 2028?", "Housing", Background: "3,000 families wait."));
        await evening.Maria.SendAsync<AskRow>($"{evening.Api}/asks/{hall.Ask.Id}/publish", new { });
        hall.Server.Clock.Advance(Duration.FromMinutes(30));
        await evening.WriteAsync(new AskCommand("Will you build 200 homes by 2028?", "Housing", Terms: new AskTerms(
            [new("100 in the north", new LocalDate(2027, 6, 30)), new("100 in the south")], new LocalDate(2028, 12, 31), "200 families have keys.", "Fewer than 200 have.",
            [new("ar", Arabic)])));
        await evening.Maria.SendAsync<AskRow>($"{evening.Api}/asks/{hall.Ask.Id}/publish", new { });
        evening.Withdrawn = await evening.Maria.SendAsync<AskRow>($"{evening.Api}/asks", new AskCommand(LongText, "Transport", PowerHolderIds: [hall.Mayor.Id]));
        await evening.Maria.SendAsync<AskRow>($"{evening.Api}/asks/{evening.Withdrawn.Id}/publish", new { });
        await evening.Maria.SendAsync<AskRow>($"{evening.Api}/asks/{evening.Withdrawn.Id}/withdraw", new WithdrawAskCommand("The council voted for it yesterday."));
        evening.Home = (await evening.Maria.ReadAsync<RecordStatus>($"{evening.Api}/public-record")).Path!;
        return evening;
    }

    /// <summary>The mayor says "yes, if", which is corrected and disputed; the leader says yes, and then no.</summary>
    public static async Task<RecordEvening> PlayAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite)
    {
        var evening = await PublishAsync(kind);
        var (hall, floor) = (evening.Hall, evening.Floor);
        await floor.PutAsync(hall.Mayor, hall.Leader);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(
            AnswerCode.YesWithConditions, "Yes, if the Treasury funds it by May.", "en", "the Treasury funds it", "the Treasury", new LocalDate(2027, 5, 1)));
        await floor.RecordAsync(hall.Leader, new AnswerWords(AnswerCode.Yes, "=Yes, I will.", "en", Due: new LocalDate(2028, 1, 1)));
        hall.Server.Clock.Advance(Duration.FromMinutes(2));
        await floor.FinishAskAsync(hall.Ask, hall.Mayor, hall.Leader);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.ReadBack);
        await floor.ReadBackAsync(hall.Mayor, ReadBackStep.Acknowledgement);
        hall.Server.Clock.Advance(Duration.FromMinutes(5));
        await floor.AnswerAsync(hall.Leader, new AnswerWords(AnswerCode.No, "I have to correct myself: no.", "en"));
        hall.Server.Clock.Advance(Duration.FromMinutes(5));
        await evening.CorrectAsync(hall.Mayor, new AnswerWords(
            AnswerCode.YesWithConditions, "Yes, if the Treasury funds it by March.", "en", "the Treasury funds it", "the Treasury", new LocalDate(2027, 3, 1)));
        await evening.Maria.SendAsync<DisputeRow>($"{evening.Api}/disputes", new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "She named no month at all."));
        return evening;
    }

    /// <summary>The session is closed in the record.</summary>
    public Task CloseAsync() => Maria.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand());

    public async Task CorrectAsync(PowerHolder who, AnswerWords answer)
    {
        var proposed = await Maria.SendAsync<CorrectionRow>($"{Api}/corrections",
            new CorrectionCommand(Hall.Ask.Id, who.Id, CorrectionClass.Misheard, answer, "The recording has March.", "Scribe"));
        await John.SendAsync<CorrectionRow>($"{Api}/corrections/{proposed.Id}/approve", new { });
    }

    /// <summary>Other words for the ask, not yet published.</summary>
    public async Task WriteAsync(AskCommand ask) => (await Maria.PutAsJsonAsync($"{Api}/asks/{Hall.Ask.Id}", ask, Assemblies.Wire.WireFormat.Json)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => Hall.Server.DisposeAsync();
}
