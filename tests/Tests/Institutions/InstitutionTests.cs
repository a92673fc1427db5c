using System.Net;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Agenda;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Institutions;

public sealed class InstitutionTests
{
    [Fact]
    public async Task The_same_name_in_another_spelling_is_refused_and_a_similar_one_is_asked_about()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "St Mary's Catholic Church" });

        var same = await organiser.PostAsJsonAsync("/api/institutions", new { name = "SAINT MARYS catholic church" });
        var similar = await organiser.PostAsJsonAsync("/api/institutions", new { name = "St Mary's" });
        var answered = await organiser.PostAsJsonAsync("/api/institutions", new { name = "St Mary's", isAnother = true });

        Assert.Equal(["name"], await Http.RefusedAsync(HttpStatusCode.BadRequest, same));
        Assert.Equal(HttpStatusCode.Conflict, similar.StatusCode);
        Assert.Contains("St Mary\\u0027s Catholic Church", (await similar.Content.ReadAsStringAsync()).Replace("'", "\\u0027", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task The_list_is_searched_by_words_and_filtered_by_chapter()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "Église Saint-Rémy", chapter = "North" });
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "East London Mosque", chapter = "East" });

        async Task<List<string>> Found(string query) =>
            [.. (await organiser.GetFromJsonAsync<List<InstitutionDetails>>($"/api/institutions?{query}", WireFormat.Json))!.Select(i => i.Name)];

        Assert.Equal(["Église Saint-Rémy"], await Found("search=st remy"));
        Assert.Equal(["East London Mosque"], await Found("chapter=East"));
        Assert.Empty(await Found("chapter=East&search=remy"));
    }

    [Fact]
    public async Task How_a_name_is_said_is_kept_for_the_roll_call_and_shown_in_the_form()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        await organiser.PostAsync("/institutions/new", "institution", ("name", "Masjid Bilal"), ("membership", "member"), ("pronunciation", "mas-JID bi-LAAL"));
        var id = await server.ReadAsync(db => db.Institutions.Select(i => i.Id).SingleAsync());
        Assert.Equal("mas-JID bi-LAAL", (await organiser.GetAsync($"/institutions/{id}")).Value("pronunciation"));
        using var program = await server.OrganiserAsync();
        Assert.Equal("mas-JID bi-LAAL", (await program.ReadAsync<InstitutionDetails>($"/api/institutions/{id}")).Pronunciation);
    }

    [Fact]
    public async Task On_the_page_a_similar_name_is_asked_about_and_the_answer_enters_it()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        await organiser.PostAsync("/institutions/new", "institution", ("name", "Holy Trinity Clapham"), ("membership", "member"));

        var asked = await organiser.PostAsync("/institutions/new", "institution", ("name", "Holy Trinity"), ("membership", "visiting"));
        var saved = await organiser.SendAsync(
            asked, "/institutions/new", "institution", ("name", "Holy Trinity"), ("membership", "visiting"), ("isAnother", "true"));

        Assert.Contains("Is it one of these?", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Holy Trinity", asked.Value("name"));
        Assert.Equal("/institutions", saved.Location);
        Assert.Equal(2, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task A_delegation_is_added_by_name_and_its_numbers_are_changed_in_the_table()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        var path = await PlanAsync(server);

        await organiser.PostAsync(path, "add", ("name", "East London Mosque"), ("pledge", "120"), ("goal", ""), ("captain", "Yusuf Khan"));
        var id = await server.ReadAsync(db => db.Institutions.Select(i => i.Id).SingleAsync());
        var refused = await organiser.PostAsync(path, "table", ($"pledge.{id}", "-5"), ($"goal.{id}", "150"), ($"captain.{id}", "Yusuf Khan"));
        var saved = await organiser.PostAsync(path, "table", ($"pledge.{id}", "130"), ($"goal.{id}", "150"), ($"captain.{id}", "Yusuf Khan"));

        Assert.Equal("-5", refused.Value($"pledge.{id}"));
        Assert.Contains("Give the pledge as a whole number", refused.Text, StringComparison.Ordinal);
        Assert.Equal(path, saved.Location);
        var delegation = await server.ReadAsync(db => db.Delegations.SingleAsync());
        Assert.Equal((130, 150, "Yusuf Khan"), (delegation.Pledge, delegation.Goal, delegation.Captain));
    }

    [Fact]
    public async Task People_are_added_one_a_line_and_removing_one_withdraws_the_pass()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);
        var path = await PlanAsync(server);
        await organiser.PostAsync(path, "add", ("name", "East London Mosque"), ("pledge", "120"));
        var delegation = await server.ReadAsync(db => db.Delegations.SingleAsync());
        var page = $"{path}/{delegation.InstitutionId}";

        var added = await organiser.PostAsync(page, "people", ("names", "Amina Yusuf\r\n\r\n  Zoë Martin \r\n"));
        var again = await organiser.PostAsync(page, "people", ("names", "New Person\nZOE MARTIN"));
        var amina = await server.ReadAsync(db => db.People.SingleAsync(p => p.Name == "Amina Yusuf"));
        await server.ChangeAsync(db => db.Passes.Add(new Pass { AssemblyId = amina.AssemblyId, InstitutionId = amina.InstitutionId, PersonId = amina.Id }));
        await organiser.PostAsync(page, $"remove-{amina.Id}");

        Assert.Equal(page, added.Location);
        Assert.Contains("Line 2: this name is on the list already.", again.Text, StringComparison.Ordinal);
        Assert.Equal(["Zoë Martin"], await server.ReadAsync(db => db.People.Select(p => p.Name).ToListAsync()));
        var pass = await server.ReadAsync(db => db.Passes.SingleAsync());
        Assert.Equal((null, PassStatus.Revoked), (pass.PersonId, pass.Status));
    }

    [Fact]
    public async Task A_delegation_with_people_stays_on_the_list()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        var assembly = await AssemblyApiTests.PlanAsync(organiser, AssemblyApiTests.London);
        var row = await (await organiser.PostAsJsonAsync($"/api/assemblies/{assembly.Id}/institutions", new { name = "Union", pledge = 5 }))
            .Content.ReadFromJsonAsync<DelegationRow>(WireFormat.Json);
        var path = $"/api/assemblies/{assembly.Id}/institutions/{row!.InstitutionId}";
        await organiser.PostAsJsonAsync($"{path}/people", new { names = new[] { "Ruth Amoah" } });

        Assert.Equal(HttpStatusCode.Conflict, (await organiser.DeleteAsync(path)).StatusCode);
        var person = (await organiser.GetFromJsonAsync<List<PersonRow>>($"{path}/people", WireFormat.Json))!.Single();
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{path}/people/{person.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync(path)).StatusCode);
    }

    private static async Task<string> PlanAsync(TestServer server)
    {
        using var program = await server.OrganiserAsync();
        return $"/assemblies/{(await AssemblyApiTests.PlanAsync(program, AssemblyApiTests.London)).Id}/institutions";
    }
}
