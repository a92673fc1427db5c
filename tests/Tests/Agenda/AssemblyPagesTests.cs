using System.Net;
using Assemblies.Agenda;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Agenda;

public sealed class AssemblyPagesTests
{
    private static readonly (string Name, string Value)[] London =
    [
        ("title", "London Assembly"), ("venue", "Copper Box"), ("timeZone", "Europe/London"), ("doors", "2026-10-01T18:00"),
        ("start", "2026-10-01T19:00"), ("hardEnd", "2026-10-01T20:45"), ("roomCapacity", "1600"), ("slug", ""),
    ];

    [Fact]
    public async Task An_assembly_is_planned_changed_opened_and_closed_on_the_pages()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        var planned = await organiser.PostAsync("/assemblies/new", "plan", London);
        var overview = await organiser.GetAsync(planned.Location!);
        await organiser.PostAsync($"{planned.Location}/edit", "change", [.. London[1..], ("title", "Renamed"), ("slug", "renamed")]);
        await organiser.PostAsync(planned.Location!, "move", ("to", "open"));
        await organiser.PostAsync(planned.Location!, "move", ("to", "closed"));

        Assert.Contains("Thursday 1 October 2026", overview.Text, StringComparison.Ordinal);
        Assert.Contains("The assembly is planned.", overview.Text, StringComparison.Ordinal);
        var stored = await server.ReadAsync(db => db.Assemblies.SingleAsync());
        Assert.Equal(("Renamed", "renamed", AssemblyState.Closed), (stored.Title, stored.Slug, stored.State));
        Assert.Contains("Renamed", (await organiser.GetAsync("/assemblies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused_and_the_error_is_at_its_field()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        var page = await organiser.PostAsync("/assemblies/new", "plan", [.. London[..6], ("roomCapacity", "many"), ("slug", "")]);

        Assert.Contains("id=\"roomCapacity-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(
            ("London Assembly", "many", "2026-10-01T18:00"), (page.Value("title"), page.Value("roomCapacity"), page.Value("doors")));
        Assert.Equal(0, await server.ReadAsync(db => db.Assemblies.CountAsync()));
    }

    [Fact]
    public async Task The_choices_of_an_evening_are_made_on_its_form_and_what_is_left_empty_keeps_the_usual()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        var path = (await organiser.PostAsync("/assemblies/new", "plan", London)).Location!;
        var usual = await server.ReadAsync(db => db.Assemblies.SingleAsync());

        await organiser.PostAsync($"{path}/edit", "change",
            [.. London, ("overflow", " The school across the road "), ("smallestShown", "5"), ("retentionDays", "90")]);
        var chosen = await server.ReadAsync(db => db.Assemblies.SingleAsync());
        var refused = await organiser.PostAsync($"{path}/edit", "change", [.. London, ("smallestShown", "-1"), ("retentionDays", "soon")]);

        Assert.Equal((null, 0, 30), (usual.Overflow, usual.SmallestShown, usual.RetentionDays));
        Assert.Equal(("The school across the road", 5, 90), (chosen.Overflow, chosen.SmallestShown, chosen.RetentionDays));
        Assert.Contains("id=\"smallestShown-problem\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal("soon", refused.Value("retentionDays"));
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_does_not_do_the_opposite()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        var path = (await organiser.PostAsync("/assemblies/new", "plan", London)).Location!;
        var stale = await organiser.GetAsync(path);
        await organiser.PostAsync(path, "move");

        var refused = await organiser.SendAsync(stale, path, "move");

        Assert.Contains("The assembly is open already.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(AssemblyState.Open, await server.ReadAsync(db => db.Assemblies.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task An_assembly_that_does_not_exist_is_a_page_not_found()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        foreach (var tail in new[] { "", "/edit" })
        {
            var page = await organiser.GetAsync($"/assemblies/{Guid.NewGuid()}{tail}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("Nothing is here", page.Text, StringComparison.Ordinal);
        }
    }
}
