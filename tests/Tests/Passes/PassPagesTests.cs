using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Passes;

public sealed class PassPagesTests : HallPages
{
    private string Passes => $"/assemblies/{Hall.Assembly.Id}/passes";

    private string OfInstitution => $"{Passes}/{Hall.Institution.Id}";

    protected override async Task ArrangeAsync()
    {
        await Hall.Server.ChangeAsync(db => db.People.AddRange(
            Person("Zadie Cole"), Person("Grace Okafor")));
    }

    [Fact]
    public async Task The_sheet_has_every_good_pass_once_with_its_name_and_short_code()
    {
        Assert.Equal(Passes, (await Maria.PostAsync(Passes, "named")).Location);
        await Maria.PostAsync(OfInstitution, "issue", ("count", "3"));
        var passes = await PassesAsync();
        await Maria.PostAsync(OfInstitution, "change", ("revoke", $"{passes.First(p => p.PersonId is null).Id}"));

        var sheet = await Maria.GetAsync($"{OfInstitution}/sheet");

        Assert.Equal(4, Regex.Count(sheet.Html, "<svg"));
        var printed = (await PassesAsync()).Where(p => p.Status == PassStatus.Active).ToList();
        Assert.All(printed, p => Assert.Single(Regex.Matches(sheet.Text, ShortCode(p))));
        Assert.True(sheet.Text.IndexOf("Grace Okafor", StringComparison.Ordinal) < sheet.Text.IndexOf("Zadie Cole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passes_are_issued_up_to_the_pledge_and_pressing_again_issues_none()
    {
        await Maria.PostAsync(Passes, "pledge", ("institutionId", $"{Hall.Institution.Id}"));
        // The pledge is 100, and two people are named: their passes are their own.
        Assert.Equal(98, await Hall.Server.ReadAsync(db => db.Passes.CountAsync()));
        await Maria.PostAsync(Passes, "pledge", ("institutionId", $"{Hall.Institution.Id}"));
        Assert.Equal(98, await Hall.Server.ReadAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_number_that_cannot_be_is_refused_at_its_field_and_kept()
    {
        var page = await Maria.PostAsync(OfInstitution, "issue", ("count", "100000"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Issue 1 to 2000 passes at a time.", page.Text, StringComparison.Ordinal);
        Assert.Equal("100000", page.Value("count"));
        Assert.Equal(0, await Hall.Server.ReadAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task A_large_institution_s_sheet_comes_in_parts()
    {
        await Maria.PostAsync(OfInstitution, "issue", ("count", "900"));
        var first = await Maria.GetAsync($"{OfInstitution}/sheet");
        var last = await Maria.GetAsync($"{OfInstitution}/sheet?part=3");
        Assert.Equal(400, Regex.Count(first.Html, "<svg"));
        Assert.Equal(100, Regex.Count(last.Html, "<svg"));
        Assert.InRange(first.Html.Length, 1, 2_000_000);
    }

    [Fact]
    public async Task Opening_pages_changes_nothing_and_a_form_without_its_token_is_refused()
    {
        await Maria.GetAsync(Passes);
        await Maria.GetAsync($"{OfInstitution}/sheet");
        Assert.Equal(HttpStatusCode.BadRequest, (await Maria.PostRawAsync(Passes, ("_handler", "named"))).Status);
        Assert.Equal(0, await Hall.Server.ReadAsync(db => db.Passes.CountAsync()));
    }

    [Fact]
    public async Task An_institution_or_assembly_that_does_not_exist_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Maria.GetAsync($"{Passes}/{Guid.NewGuid()}/sheet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Maria.GetAsync($"/assemblies/{Guid.NewGuid()}/passes")).Status);
    }

    private Person Person(string name) =>
        new() { AssemblyId = Hall.Assembly.Id, InstitutionId = Hall.Institution.Id, Name = name, RegisteredAt = TestServer.Evening };

    private Task<List<Pass>> PassesAsync() => Hall.Server.ReadAsync(db => db.Passes.ToListAsync());

    private string ShortCode(Pass pass) =>
        ShortCodes.ForReading(Hall.Server.Services.GetRequiredService<PassKey>().ShortCode(pass.Id, pass.Generation));
}
