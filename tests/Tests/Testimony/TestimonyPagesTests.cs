using System.Net;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Testimony;

public sealed class TestimonyPagesTests : HallPages
{
    private string Testimony => $"/assemblies/{Hall.Assembly.Id}/testimony";

    [Fact]
    public async Task A_speaker_is_added_asked_for_consent_line_by_line_and_taken_down()
    {
        var id = await AddAsync("Grace O.", ("plannedSeconds", "3:00"), ("timeFactorPercent", "180 %"), ("language", "so"), ("interpreter", "Ali"));
        Assert.Contains("nowhere, institution only", (await Maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
        Assert.Contains("5:24", (await Maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
        var page = await Maria.GetAsync($"{Testimony}/{id}/consent");
        foreach (var channel in Enum.GetValues<ConsentChannel>())
            Assert.Contains(ConsentWords.Sentence(channel), page.Text, StringComparison.Ordinal);
        await Maria.PostAsync($"{Testimony}/{id}/consent", "consent", ("channels", "screen"), ("signedOn", "2026-09-30"));
        Assert.Contains("Hall’s screens : signed 30 September 2026, noted 1 Oct, 17:00", (await Maria.GetAsync($"{Testimony}/{id}/consent")).Text, StringComparison.Ordinal);
        await Maria.PostAsync(Testimony, "withdraw", ("speakerId", $"{id}"));
        Assert.Contains("nowhere, institution only", (await Maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_to_sign_has_every_line_and_says_that_consent_can_be_taken_back()
    {
        var id = await AddAsync("Grace O.");
        var sheet = await Maria.GetAsync($"{Testimony}/{id}/consent-sheet");
        foreach (var channel in Enum.GetValues<ConsentChannel>())
            Assert.Contains(ConsentWords.Sentence(channel), sheet.Text, StringComparison.Ordinal);
        Assert.Contains("take back any of this at any time", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_keeps_what_was_typed()
    {
        var page = await Maria.PostAsync($"{Testimony}/new", "save", ("nameToShow", "Grace & Co"), ("institutionId", $"{Hall.Institution.Id}"), ("plannedSeconds", "three"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"plannedSeconds-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("Grace & Co", page.Value("nameToShow"));
        Assert.Equal("three", page.Value("plannedSeconds"));
    }

    [Fact]
    public async Task A_timing_is_added_compared_with_the_plan_and_removed()
    {
        var id = await AddAsync("Grace O.", ("plannedSeconds", "3:00"));
        await Maria.PostAsync($"{Testimony}/{id}", "time", ("day", "2026-09-20"), ("seconds", "3:20"));
        Assert.Contains("20 September 2026: 3:20 , 0:20 over", (await Maria.GetAsync($"{Testimony}/{id}")).Text, StringComparison.Ordinal);
        var timing = await Hall.Server.ReadAsync(db => db.SpeakerTimings.SingleAsync());
        await Maria.PostAsync($"{Testimony}/{id}", "untime", ("timingId", $"{timing.Id}"));
        Assert.Equal(0, await Hall.Server.ReadAsync(db => db.SpeakerTimings.CountAsync()));
    }

    [Fact]
    public async Task Speakers_are_put_in_order_and_a_page_that_is_out_of_date_is_told()
    {
        var (ann, ben) = (await AddAsync("Ann"), await AddAsync("Ben"));
        var item = new AgendaItem { AssemblyId = Hall.Assembly.Id, Order = 1, Kind = AgendaItemKind.Testimony, Title = "Stories", PlannedSeconds = 600 };
        await Hall.Server.ChangeAsync(db => db.Add(item));
        var (order, form) = ($"{Testimony}/order", $"order-{item.Id}");
        await Maria.PostAsync(order, form, ("speakerId", $"{ann}"), ("add", "true"));
        var early = await Maria.GetAsync(order);
        await Maria.PostAsync(order, form, ("speakerId", $"{ben}"), ("add", "true"));
        await Maria.PostAsync(order, form, ("up", $"{ben}"));
        Assert.Matches("1\\. Ben.*2\\. Ann", (await Maria.GetAsync(order)).Text);
        var late = await Maria.SendAsync(early, order, form, ("out", $"{ann}"));
        Assert.Contains("Somebody changed the order in the meantime", late.Text, StringComparison.Ordinal);
        await Maria.PostAsync(order, form, ("out", $"{ann}"));
        Assert.Equal([ben], await Hall.Server.ReadAsync(db => db.AgendaItemSpeakers.Select(l => l.SpeakerId).ToListAsync()));
    }

    private async Task<Guid> AddAsync(string name, params (string, string)[] more)
    {
        var page = await Maria.PostAsync($"{Testimony}/new", "save", [("nameToShow", name), ("institutionId", $"{Hall.Institution.Id}"), .. more]);
        Assert.EndsWith("/consent", page.Location, StringComparison.Ordinal);
        return await Hall.Server.ReadAsync(db => db.Speakers.Where(s => s.NameToShow == name).Select(s => s.Id).SingleAsync());
    }
}
