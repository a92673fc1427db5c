using System.Net;
using System.Text;
using System.Text.Json;
using Assemblies.Institutions;
using Assemblies.Institutions.Import;
using Assemblies.Tests.Agenda;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Institutions;

/// <summary>Names of one file that are like each other, when neither is entered yet.</summary>
public sealed class SimilarNamesTests : IAsyncLifetime
{
    private const string File = "Institution,Pledge,Person\nSt Mary's,40,\nSt. Mary's Church,,Ruth Amoah\nST MARYS,,Daniel Cole\nSt Mary's Church,,Ruth Amoah Jr";

    private TestServer server = null!;
    private HttpClient organiser = null!;
    private Guid assemblyId;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        organiser = await server.OrganiserAsync();
        assemblyId = (await AssemblyApiTests.PlanAsync(organiser, AssemblyApiTests.London)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task They_are_asked_about_once_and_names_of_one_key_are_not_asked_about_at_all()
    {
        var question = Assert.Single(await AskedAsync(File));

        Assert.Equal("St. Mary's Church", question.Name);
        Assert.Equal([new NameCandidate(null, "St Mary's")], question.Candidates);
        Assert.Equal(0, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task The_same_one_is_entered_once_with_what_was_said_under_both_names()
    {
        var done = await SendAsync(File, new() { ["St. Mary's Church"] = "St Mary's" });
        var reply = await done.Content.ReadFromJsonAsync<ImportReply>(WireFormat.Json);

        Assert.Equal((1, 1, 3), (reply!.NewInstitutions, reply.Delegations, reply.People));
        Assert.Equal("St Mary's", await server.ReadAsync(db => db.Institutions.Select(i => i.Name).SingleAsync()));
        Assert.Equal(40, await server.ReadAsync(db => db.Delegations.Select(d => d.Pledge).SingleAsync()));
    }

    [Fact]
    public async Task Two_different_ones_are_entered_as_two()
    {
        var done = await SendAsync(File, new() { ["St. Mary's Church"] = "new" });

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(["St Mary's", "St. Mary's Church"], await server.ReadAsync(db => db.Institutions.Select(i => i.Name).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task A_third_name_may_mean_the_first_by_way_of_the_second_also_when_the_first_is_one_that_is_entered()
    {
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "Our Lady and St Mary" });
        var entered = await server.ReadAsync(db => db.Institutions.Select(i => i.Id).SingleAsync());
        const string Three = "Institution,Person\nSaint Marys Docks,A B\nSt Mary Docks,C D\nSt Mary Docks Parish,E F";

        var done = await SendAsync(Three, new()
        {
            ["Saint Marys Docks"] = $"{entered}", ["St Mary Docks"] = "Saint Marys Docks", ["St Mary Docks Parish"] = "St Mary Docks",
        });

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(3, await server.ReadAsync(db => db.People.CountAsync(p => p.InstitutionId == entered)));
        Assert.Equal(1, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task Names_of_one_institution_must_not_contradict_each_other()
    {
        var refused = await SendAsync("Institution,Pledge\nSt Mary's,40\nSt Mary's Church,50", new() { ["St Mary's Church"] = "St Mary's" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("contradicts line 2", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Theory]
    [InlineData("A name that is not in the file")]
    [InlineData("St. Mary's Church")]
    public async Task An_answer_that_names_nothing_before_it_is_refused(string answer)
    {
        var refused = await SendAsync(File, new() { ["St. Mary's Church"] = answer });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task A_column_of_the_wrong_things_is_refused_before_long()
    {
        var text = new StringBuilder("Institution\n");
        for (var i = 0; i < 26 * 26 * 26; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))} household\n");
        var started = TimeProvider.System.GetTimestamp();

        var refused = await SendAsync(text.ToString());

        Assert.Contains("More than 200 names are like others", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task On_the_page_one_answer_makes_them_one_institution()
    {
        using var scope = server.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Assemblies.Shell.Accounts.OrganiserAccounts>().CreateAsync("maria@example.org", PageClient.Password);
        using var maria = new PageClient(server.Address);
        await maria.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));
        var path = $"/assemblies/{assemblyId}/import";

        var asked = await maria.UploadAsync(path, "file", "file", Encoding.UTF8.GetBytes(File));
        var done = await maria.SendAsync(asked, path, "answers", ("match.0", "St Mary's"));

        Assert.Contains("Is “St. Mary's Church” one of these? Yes, it is St Mary's , which is in this file too", asked.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"St Mary&#x27;s\"", asked.Html, StringComparison.Ordinal);
        Assert.Equal($"/assemblies/{assemblyId}/institutions", done.Location);
        Assert.Equal("St Mary's", await server.ReadAsync(db => db.Institutions.Select(i => i.Name).SingleAsync()));
    }

    private async Task<List<NameQuestion>> AskedAsync(string file)
    {
        var reply = await SendAsync(file);
        Assert.Equal(HttpStatusCode.Conflict, reply.StatusCode);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("questions").Deserialize<List<NameQuestion>>(WireFormat.Json)!;
    }

    private async Task<HttpResponseMessage> SendAsync(string file, Dictionary<string, string>? matches = null)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        var query = matches is null ? "" : $"?matches={Uri.EscapeDataString(JsonSerializer.Serialize(matches))}";
        return await organiser.PostAsync($"/api/assemblies/{assemblyId}/import{query}", content);
    }
}
