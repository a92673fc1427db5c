using System.Net;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Asks;

public sealed class AskPagesTests : HallPages
{
    private string Asks => $"/assemblies/{Hall.Assembly.Id}/asks";

    [Fact]
    public async Task An_ask_is_written_for_one_power_holder_and_reworded()
    {
        Assert.Equal(Asks, (await Maria.PostAsync($"{Asks}/new", "save", ("text", "Will you meet us?"), ("powerHolderIds", $"{Hall.Leader.Id}"))).Location);
        var id = await Hall.Server.ReadAsync(db => db.Asks.Where(a => a.Number == 2).Select(a => a.Id).SingleAsync());
        await Maria.PostAsync($"{Asks}/{id}", "save", ("text", "Will you meet us\nin May?"), ("number", "2"), ("powerHolderIds", $"{Hall.Leader.Id}"));
        Assert.Contains("Will you meet us in May?", (await Maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await Hall.Server.ReadAsync(db => db.AskVersions.CountAsync(v => v.AskId == id)));
        Assert.Equal(1, await Hall.Server.ReadAsync(db => db.AskTargets.CountAsync(t => t.AskId == id)));
    }

    [Fact]
    public async Task A_refused_ask_keeps_what_was_typed()
    {
        var page = await Maria.PostAsync($"{Asks}/new", "save", ("text", ""), ("area", "Housing & rents"), ("powerHolderIds", $"{Hall.Mayor.Id}"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"text-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("Housing & rents", page.Value("area"));
        Assert.Matches($"value=\"{Hall.Mayor.Id}\" checked", page.Html);
    }

    [Fact]
    public async Task An_ask_is_published_sent_and_withdrawn_on_its_page()
    {
        var page = $"{Asks}/{Hall.Ask.Id}";
        await Maria.PostAsync(page, "publish");
        Assert.Contains("Everybody can read it since", (await Maria.GetAsync(page)).Text, StringComparison.Ordinal);
        await Maria.PostAsync(page, "sent", ("powerHolderId", $"{Hall.Mayor.Id}"), ("sentOn", "2026-09-01"), ("how", "Letter"));
        Assert.Contains("Mayor: 1 September 2026, Letter", (await Maria.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"reason-problem\"", (await Maria.PostAsync(page, "withdraw", ("reason", ""))).Html, StringComparison.Ordinal);
        await Maria.PostAsync(page, "withdraw", ("reason", "Granted already."));
        Assert.Contains("Withdrawn: Granted already.", (await Maria.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_and_translations_are_a_line_each_and_a_wrong_date_loses_nothing()
    {
        var page = $"{Asks}/{Hall.Ask.Id}";
        (string, string)[] fields = [("text", "Will you act?"), ("terms.parts", "more patrols | next May\nmore lights"), ("terms.translations", "es: ¿Lo hará usted?"), ("powerHolderIds", $"{Hall.Mayor.Id}")];
        var refused = await Maria.PostAsync(page, "save", fields);
        Assert.Contains("terms.parts-problem", refused.Html, StringComparison.Ordinal);
        Assert.Contains("more patrols | next May", refused.Text, StringComparison.Ordinal);
        fields[1] = ("terms.parts", "more patrols | 2027-05-01\nmore lights");
        await Maria.PostAsync(page, "save", fields);
        Assert.Contains("more patrols | 2027-05-01", (await Maria.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Contains("by 1 May 2027", (await Maria.GetAsync($"{Asks}/sheet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_holders_are_added_and_moved()
    {
        await Maria.PostAsync(Asks, "add", ("name", "C. Minister"), ("office", "Minister"));
        var id = await Hall.Server.ReadAsync(db => db.PowerHolders.Where(p => p.Order == 3).Select(p => p.Id).SingleAsync());
        await Maria.PostAsync(Asks, "order", ("up", $"{id}"));
        Assert.Contains("2. C. Minister", (await Maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
        await Maria.PostAsync($"/assemblies/{Hall.Assembly.Id}/power-holders/{id}", "remove");
        Assert.DoesNotContain("C. Minister", (await Maria.GetAsync(Asks)).Text, StringComparison.Ordinal);
    }
}
