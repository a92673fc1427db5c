using System.Net;
using Assemblies.Agenda;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Agenda;

public sealed class AssemblyApiTests
{
    internal static readonly AssemblyCommand London = new(
        "London Assembly", "Copper Box", "Europe/London",
        new LocalDateTime(2026, 10, 1, 18, 0), new LocalDateTime(2026, 10, 1, 19, 0), new LocalDateTime(2026, 10, 1, 20, 45), 1_600);

    [Fact]
    public async Task A_plan_is_kept_with_an_address_made_of_title_and_date()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();

        var planned = await PlanAsync(organiser, London with { Title = "Assemblée de Bâle: l'été", TimeZone = "europe/paris" });
        var read = await organiser.GetFromJsonAsync<AssemblyDetails>($"/api/assemblies/{planned.Id}", WireFormat.Json);

        Assert.Equal("assemblee-de-bale-lete-2026-10-01", planned.Slug);
        Assert.Equal("Europe/Paris", planned.TimeZone);
        Assert.Equal(AssemblyState.Preparing, planned.State);
        Assert.Equal(planned, read);
    }

    [Fact]
    public async Task A_derived_address_avoids_those_taken_and_a_chosen_one_is_refused_when_taken()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        var first = await PlanAsync(organiser, London);
        var second = await PlanAsync(organiser, London);

        var chosen = await organiser.PostAsJsonAsync("/api/assemblies", London with { Slug = first.Slug }, WireFormat.Json);
        var moved = await organiser.PutAsJsonAsync($"/api/assemblies/{second.Id}", London with { Slug = first.Slug }, WireFormat.Json);
        var kept = await organiser.PutAsJsonAsync($"/api/assemblies/{second.Id}", London with { Title = "Renamed" }, WireFormat.Json);

        Assert.Equal(("london-assembly-2026-10-01", "london-assembly-2026-10-01-2"), (first.Slug, second.Slug));
        Assert.Equal(["slug"], await FieldsAsync(chosen));
        Assert.Equal(["slug"], await FieldsAsync(moved));
        Assert.Equal(second.Slug, (await kept.Content.ReadFromJsonAsync<AssemblyDetails>(WireFormat.Json))!.Slug);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();

        var reply = await organiser.PostAsJsonAsync("/api/assemblies", new { });

        Assert.Equal(["title", "venue", "roomCapacity", "timeZone", "doors", "start", "hardEnd"], await FieldsAsync(reply));
        Assert.Equal(0, await server.ReadAsync(db => db.Assemblies.CountAsync()));
    }

    [Theory]
    [InlineData("London Assembly")]
    [InlineData("london--2026")]
    [InlineData("-london")]
    [InlineData("../admin")]
    [InlineData("лондон")]
    public async Task An_address_that_needs_escaping_is_refused(string slug)
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();

        Assert.Equal(["slug"], await FieldsAsync(await organiser.PostAsJsonAsync("/api/assemblies", London with { Slug = slug }, WireFormat.Json)));
    }

    [Fact]
    public async Task An_assembly_opens_closes_and_opens_again_and_the_journal_tells_each()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        var assembly = await PlanAsync(organiser, London);
        async Task<HttpStatusCode> Post(string action) =>
            (await organiser.PostAsync($"/api/assemblies/{assembly.Id}/{action}", null)).StatusCode;

        Assert.Equal(HttpStatusCode.Conflict, await Post("close"));
        Assert.Equal(HttpStatusCode.OK, await Post("open"));
        Assert.Equal(HttpStatusCode.Conflict, await Post("open"));
        Assert.Equal(HttpStatusCode.OK, await Post("close"));
        Assert.Equal(HttpStatusCode.Conflict, await Post("close"));
        Assert.Equal(HttpStatusCode.OK, await Post("open"));

        Assert.Equal(
            ["assembly.planned", "assembly.opened", "assembly.closed", "assembly.reopened"],
            await server.ReadAsync(db => db.Changes.Where(c => c.AssemblyId == assembly.Id).OrderBy(c => c.Sequence).Select(c => c.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Assemblies_to_come_are_listed_before_those_that_are_closed()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        var closed = await PlanAsync(organiser, London with { Title = "Closed" });
        await organiser.PostAsync($"/api/assemblies/{closed.Id}/open", null);
        await organiser.PostAsync($"/api/assemblies/{closed.Id}/close", null);
        await PlanAsync(organiser, OnDay(London with { Title = "Later" }, 20));
        await PlanAsync(organiser, OnDay(London with { Title = "Sooner" }, 10));

        var listed = await organiser.GetFromJsonAsync<List<AssemblyDetails>>("/api/assemblies", WireFormat.Json);

        Assert.Equal(["Sooner", "Later", "Closed"], listed!.Select(a => a.Title));
    }

    [Fact]
    public async Task An_unknown_assembly_is_not_found()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        var path = $"/api/assemblies/{Guid.NewGuid()}";

        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PutAsJsonAsync(path, London, WireFormat.Json)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PostAsync($"{path}/open", null)).StatusCode);
    }

    internal static async Task<AssemblyDetails> PlanAsync(HttpClient organiser, AssemblyCommand plan)
    {
        var reply = await organiser.PostAsJsonAsync("/api/assemblies", plan, WireFormat.Json);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return (await reply.Content.ReadFromJsonAsync<AssemblyDetails>(WireFormat.Json))!;
    }

    private static AssemblyCommand OnDay(AssemblyCommand plan, int day) => plan with
    {
        Doors = new LocalDateTime(2026, 10, day, 18, 0),
        Start = new LocalDateTime(2026, 10, day, 19, 0),
        HardEnd = new LocalDateTime(2026, 10, day, 20, 45),
    };

    private static Task<string[]> FieldsAsync(HttpResponseMessage reply) => Http.RefusedAsync(HttpStatusCode.BadRequest, reply);
}
