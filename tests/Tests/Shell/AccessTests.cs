using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Rehearsal;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout.Supervision;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Tests.Shell;

/// <summary>turnout.md, rules 29 and 45: every route × every role, from the server's own inventory.</summary>
public sealed partial class AccessTests : IAsyncLifetime
{
    private const string TableHead = "| How | What | Who |\n|---|---|---|\n";

    // What each hub method takes, so that a refusal is about the caller and not about the argument.
    private static readonly Dictionary<string, object> Arguments = new()
    {
        ["Clock"] = new ClockRequest(0),
        ["Scan"] = new ScanCommand(Guid.Empty, 0, ScanMethod.Qr, "", TestServer.Evening, 0, ""),
        ["Heartbeat"] = new HeartbeatCommand(0, 0, 0, "", DeviceState.Online),
        ["Put"] = new PutCommand(Guid.Empty, []),
        ["Record"] = new RecordCommand(Guid.Empty, new CellRef(Guid.Empty, Guid.Empty, 0), new AnswerWords(AnswerCode.Yes)),
        ["Rule"] = new RuleCommand(Guid.Empty, new CellRef(Guid.Empty, Guid.Empty, 0), Ruling.Confirm),
        ["ReadBack"] = new ReadBackCommand(Guid.Empty, new CellRef(Guid.Empty, Guid.Empty, 0), ReadBackStep.ReadBack),
        ["Reveal"] = new RevealCommand(Guid.Empty, []),
        ["Run"] = new RunCommand(Guid.Empty, 0, EveningStepKind.Advanced),
        ["WinBack"] = new WinBackQuery(6),
        ["Show"] = new ShowCommand(Guid.NewGuid(), Scene.Answer),
        ["Direct"] = new DirectCommand(Guid.Empty, [], ScreenStepKind.Blanked),
        ["Preview"] = new PreviewQuery(),
        ["Ready"] = new ReadyCommand(Guid.Empty, Guid.Empty, 0, ReadinessStepKind.Arrived),
        ["Schedule"] = new ScheduleCommand(Guid.Empty, 0, ScheduleAction.Remove, Guid.Empty, Guid.Empty),
        ["Present"] = new PresenceCommand(Guid.Empty, Guid.Empty, 0, PresenceStepKind.Arrived),
    };

    private Hall hall = null!;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync();

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task The_table_in_the_security_document_is_the_servers_own_inventory()
    {
        var path = Path.Combine(Repository.Root, "docs", "security.md");
        var document = await File.ReadAllTextAsync(path);
        var (head, table) = (document[..document.IndexOf(TableHead, StringComparison.Ordinal)], document[document.IndexOf(TableHead, StringComparison.Ordinal)..]);
        var actual = TableHead + string.Concat(RouteInventory.Of(hall.Server.Services).Select(way => $"{way}\n"));
        if (Environment.GetEnvironmentVariable("ASSEMBLY_TEST_REWRITE") is not null)
            await File.WriteAllTextAsync(path, head + actual);
        else
            Assert.Equal(actual, table);
    }

    [Fact]
    public async Task Every_route_refuses_every_role_that_it_does_not_name_and_no_other()
    {
        var callers = await CallersAsync();
        var wrong = new List<string>();
        foreach (var way in RouteInventory.Of(hall.Server.Services).Where(w => w.Verb != "hub"))
            foreach (var (role, token) in callers)
            {
                using var client = token is null ? hall.Server.Visitor() : hall.Server.WithToken(token);
                using var request = new HttpRequestMessage(new HttpMethod(way.Verb), Concrete(way.Path));
                if (way.Verb is "POST" or "PUT")
                    request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                var refused = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    || (response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/sign-in?", StringComparison.Ordinal));
                if (refused == (way.Roles is null || way.Roles.Contains(role)))
                    wrong.Add($"{way.Verb} {way.Path} as {role}: {(int)response.StatusCode}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_hub_method_refuses_every_role_that_it_does_not_name_and_no_other()
    {
        var wrong = new List<string>();
        foreach (var (role, token) in await CallersAsync())
            foreach (var way in RouteInventory.Of(hall.Server.Services).Where(w => w.Verb == "hub"))
            {
                var (path, method) = (way.Path.Split(' ')[0], way.Path.Split(' ')[1]);
                if (await IsRefusedAsync(path, method, token) == (way.Roles is null || way.Roles.Contains(role)))
                    wrong.Add($"{way.Path} as {role}");
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        // Asks first and waits for the answer, as a client with so much to say should; the server hangs up on one that just talks.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { BaseAddress = hall.Server.Address };
        client.DefaultRequestHeaders.ExpectContinue = true;
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await hall.PairAsync(DeviceRole.Steward)).Token);
        using var response = await client.PostAsync("/api/scans", new StringContent(new string(' ', 9_000_000), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_expired_or_revoked_device_is_nobody()
    {
        var device = await hall.PairAsync(DeviceRole.Chair);
        await hall.Server.ChangeAsync(db => db.Devices.Attach(device.Device).Entity.RevokedAt = TestServer.Evening);
        using var client = device.Http();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/floor")).StatusCode);
    }

    private async Task<bool> IsRefusedAsync(string path, string method, string? token)
    {
        try
        {
            await using var line = await HubLine.OpenAsync(hall.Server.Address, path, token, CancellationToken.None);
            if (method == "Watch")
                await using (line.StreamAsync<object>(method, new { channel = "public", assembly = hall.Assembly.Slug }).GetAsyncEnumerator())
                    return false;
            await line.InvokeAsync<object>(method, Arguments[method]);
            return false;
        }
        catch (HubException refusal)
        {
            return refusal.Message.Contains("unauthorized", StringComparison.OrdinalIgnoreCase);
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            return true;
        }
    }

    private async Task<IReadOnlyList<(string Role, string? Token)>> CallersAsync()
    {
        var callers = new List<(string, string?)> { ("everyone", null) };
        var organiser = await hall.Server.OrganiserAsync();
        callers.Add(("organiser", organiser.DefaultRequestHeaders.Authorization!.Parameter));
        foreach (var role in Enum.GetValues<DeviceRole>())
            callers.Add((WireFormat.Word(role), (await hall.PairAsync(role)).Token));
        callers.Add(("revoked", (await hall.RevokedAsync(DeviceRole.Steward)).Token));
        return callers;
    }

    // Ids of nothing: what is allowed answers "not found", what is not allowed must not get that far.
    private static string Concrete(string pattern) => Parameter().Replace(pattern, match => match.Value switch
    {
        var p when p.Contains(":guid", StringComparison.Ordinal) => "0199d3a0-0000-7000-8000-000000000000",
        var p when p.Contains(":long", StringComparison.Ordinal) => "0",
        var p when p.Contains("documentName", StringComparison.Ordinal) => "v1",
        _ => "nothing",
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
