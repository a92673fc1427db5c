using System.Net;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Asks;

public sealed class AskPagesTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PageClient maria = null!;

    private string Asks => $"/assemblies/{hall.Assembly.Id}/asks";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        maria = await PageClient.FirstOrganiserAsync(hall.Server);
    }

    public ValueTask DisposeAsync()
    {
        maria.Dispose();
        return hall.Server.DisposeAsync();
    }

    [Fact]
    public async Task An_ask_is_written_for_one_power_holder_and_reworded()
    {
        Assert.Equal(Asks, (await maria.PostAsync($"{Asks}/new", "save", ("text", "Will you meet us?"), ("powerHolderIds", $"{hall.Leader.Id}"))).Location);
        var id = await hall.Server.ReadAsync(db => db.Asks.Where(a => a.Number == 2).Select(a => a.Id).SingleAsync());
        await maria.PostAsync($"{Asks}/{id}", "save", ("text", "Will you meet us\nin May?"), ("number", "2"), ("powerHolderIds", $"{hall.Leader.Id}"));
        Assert.Contains("Will you meet us in May?", (await maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await hall.Server.ReadAsync(db => db.AskVersions.CountAsync(v => v.AskId == id)));
        Assert.Equal(1, await hall.Server.ReadAsync(db => db.AskTargets.CountAsync(t => t.AskId == id)));
    }

    [Fact]
    public async Task A_refused_ask_keeps_what_was_typed()
    {
        var page = await maria.PostAsync($"{Asks}/new", "save", ("text", ""), ("area", "Housing & rents"), ("powerHolderIds", $"{hall.Mayor.Id}"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"text-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("Housing & rents", page.Value("area"));
        Assert.Matches($"value=\"{hall.Mayor.Id}\" checked", page.Html);
    }

    [Fact]
    public async Task Power_holders_are_added_and_moved()
    {
        await maria.PostAsync(Asks, "add", ("name", "C. Minister"), ("office", "Minister"));
        var id = await hall.Server.ReadAsync(db => db.PowerHolders.Where(p => p.Order == 3).Select(p => p.Id).SingleAsync());
        await maria.PostAsync(Asks, "order", ("up", $"{id}"));
        Assert.Contains("2. C. Minister", (await maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
        await maria.PostAsync($"/assemblies/{hall.Assembly.Id}/power-holders/{id}", "remove");
        Assert.DoesNotContain("C. Minister", (await maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
    }
}
