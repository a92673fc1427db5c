using System.Net;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Passes;

public sealed class DelegationPassTests : HallPages
{
    private HttpClient organiser = null!;

    private string Api => $"/api/assemblies/{Hall.Assembly.Id}/passes";

    private string OfInstitution => $"/assemblies/{Hall.Assembly.Id}/passes/{Hall.Institution.Id}";

    protected override async Task ArrangeAsync()
    {
        organiser = await Hall.Server.OrganiserAsync();
    }

    [Fact]
    public async Task The_door_asks_how_many_came_with_a_delegation_pass_and_counts_the_answer()
    {
        var pass = await IssueAsync(15, 30);
        using var steward = (await Hall.PairAsync(DeviceRole.Steward)).Http();

        var asked = await ScanAsync(steward, Hall.Scan(pass.Address));
        var counted = await ScanAsync(steward, Hall.Scan(pass.Token, ScanMethod.Group) with { Adults = 14, Under18s = 28 });

        Assert.Equal((ScanOutcome.NeedsInfo, "Coach 3", 15, 30), (asked.Outcome, asked.Label, asked.Adults, asked.Under18s));
        Assert.Equal((ScanOutcome.Admitted, 14, 28), (counted.Outcome, counted.Adults, counted.Under18s));
        Assert.Equal((42, 28), await Hall.Server.ReadAsync(async db => (await db.TurnoutCounts.SumAsync(c => c.Arrived), await db.TurnoutCounts.SumAsync(c => c.Under18s))));
    }

    [Fact]
    public async Task What_is_expected_can_be_changed_and_the_code_stays()
    {
        var pass = await IssueAsync(15, 30);
        var reply = await organiser.PutAsJsonAsync($"{Api}/{pass.Id}/expected", new ExpectedCommand("Coach 4", 20, 0), WireFormat.Json);
        var changed = (await reply.Content.ReadFromJsonAsync<IssuedPass>(WireFormat.Json))!;
        Assert.Equal(pass with { Label = "Coach 4", Adults = 20, Under18s = 0 }, changed);
        Assert.Equal(pass.Id, await Hall.Server.ReadAsync(db => db.Changes.Where(c => c.Kind == "pass.expected").Select(c => c.Subject).SingleAsync()));
    }

    [Theory]
    [InlineData("", 20, 0, "label")]
    [InlineData("Coach", null, 0, "adults")]
    [InlineData("Coach", 0, 0, "adults")]
    [InlineData("Coach", 0, 30, "adults")]
    [InlineData("Coach", 10, -1, "under18s")]
    public async Task A_group_needs_a_name_and_somebody_who_answers_for_its_under_18s(string label, int? adults, int under18s, string field) =>
        Assert.Equal([field], await organiser.RefusedAsync(
            HttpStatusCode.BadRequest, $"{Api}/delegation", new DelegationPassCommand(Hall.Institution.Id, label, adults, under18s)));

    [Fact]
    public async Task A_group_counts_for_an_institution_that_comes_and_one_person_s_pass_is_no_group()
    {
        Assert.Equal(["institutionId"], await organiser.RefusedAsync(
            HttpStatusCode.BadRequest, $"{Api}/delegation", new DelegationPassCommand(Guid.NewGuid(), "Coach", 10, 0)));
        var one = (await Hall.IssueAsync(1))[0].Pass;
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.PutAsJsonAsync($"{Api}/{one.Id}/expected", new ExpectedCommand("Coach", 10, 0))).StatusCode);
    }

    [Fact]
    public async Task The_organiser_issues_changes_and_prints_delegation_passes_on_the_pages()
    {
        await Maria.PostAsync(OfInstitution, "issue-group", ("label", "Coach 3"), ("adults", "15"), ("under18s", "30"));
        var pass = await Hall.Server.ReadAsync(db => db.Passes.SingleAsync());
        var refused = await Maria.PostAsync(OfInstitution, "expected", ($"label.{pass.Id}", "Coach 3"), ($"adults.{pass.Id}", "many"), ($"under18s.{pass.Id}", "1"));
        await Maria.PostAsync(OfInstitution, "expected", ($"label.{pass.Id}", "Coach 3"), ($"adults.{pass.Id}", "16"), ($"under18s.{pass.Id}", "31"));

        Assert.Equal("many", refused.Value($"adults.{pass.Id}"));
        Assert.Contains("Give the adults expected with it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Coach 3: expected 47, 31 of them under 18", (await Maria.GetAsync($"{OfInstitution}/sheet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pledge_is_made_up_by_groups_too()
    {
        await IssueAsync(20, 25);
        var passes = $"/assemblies/{Hall.Assembly.Id}/passes";
        await Maria.PostAsync(passes, "pledge", ("institutionId", $"{Hall.Institution.Id}"));
        Assert.Equal(55, await Hall.Server.ReadAsync(db => db.Passes.CountAsync(p => p.Adults == null)));
    }

    [Fact]
    public async Task The_holder_reads_how_many_are_expected_and_no_name()
    {
        await Hall.Server.ChangeAsync(db => db.People.Add(
            new Person { AssemblyId = Hall.Assembly.Id, InstitutionId = Hall.Institution.Id, Name = "Grace Okafor", RegisteredAt = TestServer.Evening }));
        var pass = await IssueAsync(15, 30);
        using var phone = new PageClient(Hall.Server.Address);
        var page = await phone.GetAsync($"/p/{pass.Token}");
        Assert.Contains("Coach 3 Delegation pass, expected 45, 30 of them under 18", page.Text, StringComparison.Ordinal);
        Assert.Contains("One pass counts the whole group", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", page.Text, StringComparison.Ordinal);
    }

    private Task<IssuedPass> IssueAsync(int adults, int under18s) =>
        organiser.SendAsync<IssuedPass>($"{Api}/delegation", new DelegationPassCommand(Hall.Institution.Id, "Coach 3", adults, under18s));

    private static async Task<ScanAnswer> ScanAsync(HttpClient steward, ScanCommand scan) =>
        (await steward.SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([scan]))).Answers[0];
}
