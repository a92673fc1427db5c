using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Tests.Harness;
using Assemblies.Tests.Shell;
using Assemblies.Turnout;
using Assemblies.Turnout.Captain;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Tests.Wire;

/// <summary>Control characters and unusual spellings, wherever text enters: never an error of the server, and never stored as they came.</summary>
public sealed partial class UncleanTextTests
{
    private const string Typed = "Zoe\u0308\u0000\u0007 Unclean";
    private const string TypedInForm = "Zoe\u0308\u0007 Unclean";
    private const string Kept = "Zo\u00EB Unclean";

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task No_route_that_takes_json_fails_on_it_or_stores_it(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var bodies = server.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not null)
            .ToLookup(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}", e => e.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!);
        var (failed, stored) = (new List<string>(), 0);

        foreach (var way in RouteInventory.Of(server.Services).Where(w => w.Verb is "POST" or "PUT" && bodies.Contains(w.Path)))
            foreach (var body in bodies[way.Path].Distinct())
            {
                using var client = await CallerAsync(hall, way);
                using var request = new HttpRequestMessage(new HttpMethod(way.Verb), Concrete(hall, way.Path))
                {
                    Content = new StringContent(Value(hall, body, "")!.ToJsonString(), Encoding.UTF8, "application/json"),
                };
                using var response = await client.SendAsync(request);
                stored += response.IsSuccessStatusCode ? 1 : 0;
                if ((int)response.StatusCode >= 500)
                    failed.Add($"{way.Verb} {way.Path}: {(int)response.StatusCode}");
            }

        Assert.Empty(failed);
        Assert.True(stored >= 15, $"Only {stored} routes took what was sent: the others prove nothing.");
        var texts = await StoredTexts.ReadAsync(server);
        Assert.DoesNotContain(texts, t => TypedText.Clean(t.Value) != t.Value);
        Assert.InRange(texts.Where(t => t.Value.Contains(Kept, StringComparison.Ordinal)).Select(t => t.Column).Distinct().Count(), 8, 100);
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task No_address_fails_on_it(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        var unclean = Uri.EscapeDataString(Typed);
        var names = new[] { "search", "chapter", "matches", "returnUrl", "refresh", "part", "role" };
        var failed = new List<string>();
        using var maria = await PageClient.FirstOrganiserAsync(server);
        foreach (var way in RouteInventory.Of(server.Services).Where(w => w.Verb == "GET" && !w.Path.EndsWith("/live", StringComparison.Ordinal)))
        {
            var path = $"{Concrete(hall, way.Path)}?{string.Join('&', names.Select(n => $"{n}={unclean}"))}";
            using var client = await CallerAsync(hall, way);
            using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
            if ((int)response.StatusCode >= 500 || (int)(await maria.GetAsync(path)).Status >= 500)
                failed.Add($"{way.Path}: {(int)response.StatusCode}");
        }
        Assert.Empty(failed);
    }

    [Theory, InlineData(TestDatabaseKind.Sqlite), InlineData(TestDatabaseKind.Postgres)]
    public async Task Hubs_forms_and_files_store_what_was_meant(TestDatabaseKind kind)
    {
        var hall = await Hall.OpenAsync(kind);
        await using var server = hall.Server;
        using var maria = await PageClient.FirstOrganiserAsync(server);
        using var organiser = await server.OrganiserAsync();
        using var captain = new PageClient(server.Address);
        var api = $"/api/assemblies/{hall.Assembly.Id}";
        var link = new Uri((await organiser.SendAsync<CaptainLinkReply>($"{api}/institutions/{hall.Institution.Id}/captain-link", new { })).Address).AbsolutePath;

        await using (var line = await (await hall.PairAsync(DeviceRole.Steward)).LineAsync("/live/door"))
            Assert.Equal(ScanOutcome.Admitted, (await line.InvokeAsync<ScanAnswer>("Scan", hall.Fact(ScanMethod.Walkup) with { Name = Typed })).Outcome);
        var devices = $"/assemblies/{hall.Assembly.Id}/devices";
        // U+0000 in a form is refused by the framework, before anything of ours could read it: no browser's own form has one.
        Assert.Equal(HttpStatusCode.BadRequest, (await maria.PostAsync(devices, "add-door", ("name", Typed))).Status);
        await DoneAsync(maria.PostAsync(devices, "add-door", ("name", TypedInForm)));
        await DoneAsync(captain.PostAsync(link, "add", ("names", TypedInForm)));
        using var file = new StringContent($"Institution,Person\nSt Mary's,{TypedInForm} of the list\n", Encoding.UTF8, "text/csv");
        Assert.Equal(HttpStatusCode.OK, (await organiser.PostAsync($"{api}/import", file)).StatusCode);
        using var wide = new ByteArrayContent([0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"Institution,Person\nSt Mary's,{Typed} of the other\n")]);
        wide.Headers.ContentType = new("text/csv");
        Assert.Equal(HttpStatusCode.OK, (await organiser.PostAsync($"{api}/import", wide)).StatusCode);

        var texts = await StoredTexts.ReadAsync(server);
        Assert.DoesNotContain(texts, t => TypedText.Clean(t.Value) != t.Value);
        Assert.Contains(("WalkupNames.Name", Kept), texts);
        Assert.Contains(("Doors.Name", Kept), texts);
        Assert.Equal(
            [Kept, $"{Kept} of the list", $"{Kept} of the other"],
            texts.Where(t => t.Column == "People.Name").Select(t => t.Value).Order(StringComparer.Ordinal));
    }

    private static async Task DoneAsync(Task<PageClient.Page> sent)
    {
        var page = await sent;
        Assert.True(page.Location is not null, $"{(int)page.Status}: {page.Text}");
    }

    private static async Task<HttpClient> CallerAsync(Hall hall, WayIn way) =>
        way.Roles is null ? hall.Server.Visitor()
        : way.Roles.Contains(Access.Organiser) ? await hall.Server.OrganiserAsync()
        : way.Roles.Contains(Access.Revoked) ? (await hall.RevokedAsync(DeviceRole.Steward)).Http()
        : (await hall.PairAsync(WireFormat.Value<DeviceRole>(way.Roles[0]))).Http();

    private static string Concrete(Hall hall, string path) => Parameter().Replace(path, parameter =>
        parameter.Groups[1].Value == "slug" ? hall.Assembly.Slug : $"{Id(hall, parameter.Groups[1].Value)}");

    private static Guid Id(Hall hall, string name) => name switch
    {
        "assemblyId" => hall.Assembly.Id,
        "institutionId" or "id" => hall.Institution.Id,
        "doorId" => hall.Door.Id,
        "askId" => hall.Ask.Id,
        "powerHolderId" or "powerHolderIds" => hall.Mayor.Id,
        _ => Guid.NewGuid(),
    };

    // What a caller of good will would send, with one thing wrong: every free text.
    private static JsonNode? Value(Hall hall, Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return Text(name);
        if (type == typeof(Guid))
            return Id(hall, name);
        if (type == typeof(LocalDateTime))
            return name switch { "doors" => "2026-11-01T18:00", "start" => "2026-11-01T19:00", _ => "2026-11-01T21:00" };
        if (type == typeof(LocalDate))
            return "2027-01-31";
        if (type == typeof(Instant))
            return "2026-10-01T16:00:00Z";
        if (type == typeof(bool))
            return false;
        if (type.IsEnum)
            return JsonSerializer.SerializeToNode(Enum.GetValues(type).GetValue(0), type, WireFormat.Json);
        if (type.IsPrimitive)
            return name == "deviceSeq" ? hall.NextSeq() : 1;
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value])
            return new JsonObject { [key == typeof(Guid) ? $"{hall.Institution.Id}" : Typed] = Value(hall, value, name) };
        if (type.IsGenericType)
            return new JsonArray(Value(hall, type.GetGenericArguments()[0], name));
        return new JsonObject(type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
            // Not both of a pair, not what takes another scan back, not what was decided before: those are other requests.
            .Where(p => p.Name is not ("Undoes" or "Decided"))
            .Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), Value(hall, p.ParameterType, JsonNamingPolicy.CamelCase.ConvertName(p.Name!)))));
    }

    private static string Text(string name) => name switch
    {
        "timeZone" => "Europe/London",
        "slug" => "unclean",
        "language" => "en",
        "email" => "zoe@example.org",
        _ => Typed,
    };

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
