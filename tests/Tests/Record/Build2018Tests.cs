using System.Text;
using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Rehearsal;
using Assemblies.Tests.Harness;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Assemblies.Tests.Record;

/// <summary>The real assembly of 6 June 2018 in Baltimore, from the import to the closed record, as its organisers and tablets would have used this.</summary>
/// <remarks>What the published accounts do not tell is not made up: they give the mayor's answers, and no words of hers beyond them.</remarks>
public sealed class Build2018Tests : IAsyncLifetime
{
    private static readonly CaseFile Case = CaseFile.Build2018();

    private TestServer server = null!;
    private HttpClient organiser = null!;
    private AssemblyDetails assembly = null!;

    private string Api => $"/api/assemblies/{assembly.Id}";

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        server.Clock.GoTo(Case.Date.At(new LocalTime(18, 30)).InZoneStrictly(DateTimeZoneProviders.Tzdb[Case.TimeZone]).ToInstant());
        organiser = await server.OrganiserAsync();
        assembly = await organiser.SendAsync<AssemblyDetails>("/api/assemblies", new AssemblyCommand(
            Case.Title, Case.Venue, Case.TimeZone, Case.Date.At(new LocalTime(18, 0)), Case.Date.At(new LocalTime(19, 0)), Case.Date.At(new LocalTime(20, 30)), 1_500));
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Played_through_the_tablets_it_gives_a_record_that_verify_calls_valid_and_one_changed_answer_makes_it_invalid()
    {
        await ImportAsync();
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/key", new RecordPassphraseCommand("four words on paper"));
        var mayor = await organiser.SendAsync<PowerHolderRow>($"{Api}/power-holders", new PowerHolderCommand(Case.PowerHolders[0].Name, Case.PowerHolders[0].Office));
        var asks = new List<(CaseAsk Told, AskRow Written)>();
        foreach (var told in Case.Asks)
            asks.Add((told, await WriteAsync(told, mayor)));
        await organiser.SendAsync<AssemblyDetails>($"{Api}/open", new { });

        await using (var chair = await PairAsync(DeviceRole.Chair))
        await using (var scribe = await PairAsync(DeviceRole.Scribe))
            foreach (var (told, written) in asks)
                await AnswerAsync(chair, scribe, new CellRef(written.Id, mayor.Id, 0), told.Answers[mayor.Name]);
        var status = await organiser.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand());

        Assert.True(status.Closed);
        var (exit, said) = await VerifyAsync(server, status);
        Assert.True(exit == 0, said);
        Assert.Matches("^VALID\\n", said);
        var page = await server.Visitor().GetStringAsync($"/a/{assembly.Slug}");
        Assert.All(Case.Asks, told => Assert.Contains(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(told.Text), page, StringComparison.Ordinal));

        var changed = ChangeInTheFile(asks[3].Written.Id, "\"answer\":\"yes\"", "\"answer\":\"no\"");
        await using var restarted = await server.BesideAsync();
        (exit, said) = await VerifyAsync(restarted, status);
        Assert.True(exit == 1, said);
        Assert.Matches($"^INVALID\\n.*\\b{changed}\\b", said);
    }

    private async Task ImportAsync()
    {
        var csv = string.Concat(Case.InstitutionsNamed.Select(i => $"\"{i.Name}\"\n").Prepend("Institution\n"));
        using var file = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var reply = await organiser.PostAsync($"{Api}/import", file);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        var institutions = await organiser.ReadAsync<List<NamedRow>>("/api/institutions");
        Assert.Equal(Case.InstitutionsNamed.Select(i => i.Name).Order(StringComparer.Ordinal), institutions.Select(i => i.Name).Order(StringComparer.Ordinal));
    }

    private async Task<AskRow> WriteAsync(CaseAsk told, PowerHolderRow mayor)
    {
        var terms = told.Part is null ? null : new AskTerms([new(told.Part, Case.Date.PlusDays(30))]);
        var ask = await organiser.SendAsync<AskRow>($"{Api}/asks", new AskCommand(told.Text, told.Area, PowerHolderIds: [mayor.Id], Terms: terms));
        return await organiser.SendAsync<AskRow>($"{Api}/asks/{ask.Id}/publish", new { });
    }

    // As a tablet is paired: a code that works once, and from then on the hub.
    private async Task<HubConnection> PairAsync(DeviceRole role)
    {
        var invited = await organiser.SendAsync<InviteReply>($"{Api}/pairings", new InviteCommand(role));
        using var tablet = server.Visitor();
        var paired = await tablet.SendAsync<PairReply>("/api/devices/pair", new PairCommand(invited.Code, $"{role}"));
        return await HubLine.OpenAsync(server.Address, "/live/floor", paired.Token, CancellationToken.None);
    }

    private static async Task AnswerAsync(HubConnection chair, HubConnection scribe, CellRef cell, AnswerCode code)
    {
        await TakeAsync(chair, "Put", new PutCommand(Guid.NewGuid(), [At(0)]));
        await TakeAsync(scribe, "Record", new RecordCommand(Guid.NewGuid(), At(1), new AnswerWords(code, "Yes.", "en")));
        await TakeAsync(chair, "Rule", new RuleCommand(Guid.NewGuid(), At(2), Ruling.Confirm));
        await TakeAsync(chair, "Reveal", new RevealCommand(Guid.NewGuid(), [At(3)]));
        await TakeAsync(scribe, "ReadBack", new ReadBackCommand(Guid.NewGuid(), At(4), ReadBackStep.ReadBack));
        await TakeAsync(scribe, "ReadBack", new ReadBackCommand(Guid.NewGuid(), At(5), ReadBackStep.Acknowledgement));

        CellRef At(int version) => cell with { ExpectedVersion = version };
    }

    private static async Task TakeAsync(HubConnection tablet, string method, object command)
    {
        var reply = await tablet.InvokeAsync<FloorReply>(method, command);
        Assert.True(reply.Outcome == FloorOutcome.Done, $"{method}: {reply.Outcome} {string.Join(", ", reply.Problems)}");
    }

    private static async Task<(int Exit, string Output)> VerifyAsync(TestServer from, RecordStatus record)
    {
        var bundle = Path.Combine(from.Folder, $"{Guid.NewGuid():N}.zip");
        await File.WriteAllBytesAsync(bundle, await from.Visitor().GetByteArrayAsync($"{record.Path}/bundle.zip"));
        return await VerifyProgram.RunAsync(bundle, "--vkey", record.VerifierKey!);
    }

    // As somebody who has the machine would do it: with the database file, past the server. Gives the entry's number.
    private long ChangeInTheFile(Guid askId, string said, string instead)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "assembly.db")};Pooling=False");
        file.Open();
        using var change = file.CreateCommand();
        change.CommandText = """
            UPDATE "RecordEntries" SET "Bytes" = CAST(replace(CAST("Bytes" AS TEXT), $said, $instead) AS BLOB)
            WHERE "Type" = 'answer.recorded' AND "AskId" = $ask AND instr(CAST("Bytes" AS TEXT), $said) > 0 RETURNING "Seq"
            """;
        change.Parameters.AddWithValue("$said", said);
        change.Parameters.AddWithValue("$instead", instead);
        change.Parameters.AddWithValue("$ask", askId);
        return (long)(change.ExecuteScalar() ?? throw new InvalidOperationException("No answer was changed."));
    }

    private sealed record NamedRow(string Name);
}
