using System.Net;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Passes;

public sealed class PassOfficeTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/passes";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task Every_named_person_gets_one_pass_however_often_passes_are_issued()
    {
        await hall.Server.ChangeAsync(db => db.People.AddRange(Enumerable.Range(1, 3).Select(i =>
            new Person { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, Name = $"Person {i}", RegisteredAt = TestServer.Evening })));
        Assert.Equal(3, (await IssueAsync(new IssueCommand())).Count);
        Assert.Empty(await IssueAsync(new IssueCommand()));
        var passes = await organiser.ReadAsync<List<IssuedPass>>(Path);
        Assert.Equal(3, passes.Select(p => p.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Passes_without_a_name_are_issued_to_an_institution_and_admit()
    {
        var passes = await IssueAsync(new IssueCommand(hall.Institution.Id, 5));
        Assert.Equal(5, passes.Select(p => p.Token).Distinct().Count());
        Assert.All(passes, p => Assert.Null(p.PersonId));
        Assert.All(passes, p => Assert.Equal($"{hall.Server.Address}P/{p.Token}".ToUpperInvariant(), p.Address));
        Assert.Equal(ScanOutcome.Admitted, await ScanAsync(passes[0].Address));
        Assert.Equal(ScanOutcome.Admitted, await ScanAsync(passes[1].ShortCode, ScanMethod.Code));
    }

    [Fact]
    public async Task The_database_holds_neither_tokens_nor_short_codes()
    {
        var passes = await IssueAsync(new IssueCommand(hall.Institution.Id, 20));
        foreach (var file in Directory.EnumerateFiles(Folder(), "assembly.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await open.CopyToAsync(copy);
            var bytes = System.Text.Encoding.Latin1.GetString(copy.ToArray());
            Assert.All(passes, p => Assert.DoesNotContain(p.Token, bytes, StringComparison.OrdinalIgnoreCase));
            Assert.All(passes, p => Assert.DoesNotContain(p.ShortCode, bytes, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_replaced_pass_says_so_at_the_door_and_the_new_one_admits()
    {
        var old = (await IssueAsync(new IssueCommand(hall.Institution.Id, 1)))[0];
        var replacement = await organiser.SendAsync<IssuedPass>($"{Path}/{old.Id}/replace", new { });
        Assert.NotEqual(old.Token, replacement.Token);
        Assert.Equal(ScanOutcome.Replaced, await ScanAsync(old.Token));
        Assert.Equal(ScanOutcome.Replaced, await ScanAsync(old.ShortCode, ScanMethod.Code));
        Assert.Equal(ScanOutcome.Admitted, await ScanAsync(replacement.Token));
    }

    [Fact]
    public async Task A_revoked_pass_says_so_at_the_door()
    {
        var pass = (await IssueAsync(new IssueCommand(hall.Institution.Id, 1)))[0];
        Assert.Equal(PassStatus.Revoked, (await organiser.SendAsync<IssuedPass>($"{Path}/{pass.Id}/revoke", new { })).Status);
        Assert.Equal(ScanOutcome.Revoked, await ScanAsync(pass.Token));
    }

    [Fact]
    public async Task A_pass_replaced_after_its_holder_came_in_does_not_let_a_second_person_in()
    {
        var old = (await IssueAsync(new IssueCommand(hall.Institution.Id, 1)))[0];
        Assert.Equal(ScanOutcome.Admitted, await ScanAsync(old.Token));
        var replacement = await organiser.SendAsync<IssuedPass>($"{Path}/{old.Id}/replace", new { });
        Assert.Equal(ScanOutcome.AlreadyIn, await ScanAsync(replacement.Token));
    }

    [Fact]
    public async Task Another_assembly_s_pass_cannot_be_revoked_through_this_one()
    {
        var pass = (await IssueAsync(new IssueCommand(hall.Institution.Id, 1)))[0];
        var elsewhere = await organiser.PostAsync($"/api/assemblies/{Guid.NewGuid()}/passes/{pass.Id}/revoke", null);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory, InlineData(0), InlineData(2_001)]
    public async Task No_pass_and_a_forest_of_passes_are_refused(int count) =>
        Assert.Equal(["count"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new IssueCommand(hall.Institution.Id, count)));

    [Fact]
    public void A_short_code_that_somebody_has_is_skipped()
    {
        var key = new PassKey(new byte[32]);
        var pass = new Pass { AssemblyId = Guid.NewGuid(), InstitutionId = Guid.NewGuid() };
        var first = PassMint.Code(pass, key, _ => false);
        var second = PassMint.Code(pass, key, hash => hash.AsSpan().SequenceEqual(first.ShortCodeHash));
        Assert.Equal(1, pass.Generation);
        Assert.Equal(1, second.Generation);
        Assert.Equal(PassKey.TokenHash(key.Token(pass.Id, 1)), second.TokenHash);
    }

    private Task<List<IssuedPass>> IssueAsync(IssueCommand command) => organiser.SendAsync<List<IssuedPass>>(Path, command);

    private async Task<ScanOutcome> ScanAsync(string subject, ScanMethod method = ScanMethod.Qr)
    {
        var steward = await hall.PairAsync(DeviceRole.Steward);
        var reply = await steward.Http().SendAsync<ScanBatchReply>("/api/scans", new ScanBatch([hall.Scan(subject, method)]));
        return reply.Answers.Single().Outcome;
    }

    private string Folder() => hall.Server.Services.GetRequiredService<Assemblies.Data.DataFolder>().Path;
}
