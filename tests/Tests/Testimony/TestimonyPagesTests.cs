using System.Net;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Testimony;

public sealed class TestimonyPagesTests : IAsyncLifetime
{
    private Hall hall = null!;
    private PageClient maria = null!;

    private string Testimony => $"/assemblies/{hall.Assembly.Id}/testimony";

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
    public async Task A_speaker_is_added_asked_for_consent_line_by_line_and_taken_down()
    {
        var id = await AddAsync("Grace O.", ("plannedSeconds", "3:00"), ("timeFactorPercent", "180 %"), ("language", "so"), ("interpreter", "Ali"));
        Assert.Contains("nowhere, institution only", (await maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
        Assert.Contains("5:24", (await maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
        var page = await maria.GetAsync($"{Testimony}/{id}/consent");
        foreach (var channel in Enum.GetValues<ConsentChannel>())
            Assert.Contains(ConsentWords.Sentence(channel), page.Text, StringComparison.Ordinal);
        await maria.PostAsync($"{Testimony}/{id}/consent", "consent", ("channels", "screen"), ("signedOn", "2026-09-30"));
        Assert.Contains("Hall’s screens : signed 30 September 2026, noted 1 Oct, 17:00", (await maria.GetAsync($"{Testimony}/{id}/consent")).Text, StringComparison.Ordinal);
        await maria.PostAsync(Testimony, "withdraw", ("speakerId", $"{id}"));
        Assert.Contains("nowhere, institution only", (await maria.GetAsync(Testimony)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_to_sign_has_every_line_and_says_that_consent_can_be_taken_back()
    {
        var id = await AddAsync("Grace O.");
        var sheet = await maria.GetAsync($"{Testimony}/{id}/consent-sheet");
        foreach (var channel in Enum.GetValues<ConsentChannel>())
            Assert.Contains(ConsentWords.Sentence(channel), sheet.Text, StringComparison.Ordinal);
        Assert.Contains("take back any of this at any time", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_keeps_what_was_typed()
    {
        var page = await maria.PostAsync($"{Testimony}/new", "save", ("nameToShow", "Grace & Co"), ("institutionId", $"{hall.Institution.Id}"), ("plannedSeconds", "three"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"plannedSeconds-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("Grace & Co", page.Value("nameToShow"));
        Assert.Equal("three", page.Value("plannedSeconds"));
    }

    [Fact]
    public async Task A_timing_is_added_compared_with_the_plan_and_removed()
    {
        var id = await AddAsync("Grace O.", ("plannedSeconds", "3:00"));
        await maria.PostAsync($"{Testimony}/{id}", "time", ("day", "2026-09-20"), ("seconds", "3:20"));
        Assert.Contains("20 September 2026: 3:20 , 0:20 over", (await maria.GetAsync($"{Testimony}/{id}")).Text, StringComparison.Ordinal);
        var timing = await hall.Server.ReadAsync(db => db.SpeakerTimings.SingleAsync());
        await maria.PostAsync($"{Testimony}/{id}", "untime", ("timingId", $"{timing.Id}"));
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.SpeakerTimings.CountAsync()));
    }

    [Fact]
    public async Task Speakers_are_put_in_order_and_a_page_that_is_out_of_date_is_told()
    {
        var (ann, ben) = (await AddAsync("Ann"), await AddAsync("Ben"));
        var item = new AgendaItem { AssemblyId = hall.Assembly.Id, Order = 1, Kind = AgendaItemKind.Testimony, Title = "Stories", PlannedSeconds = 600 };
        await hall.Server.ChangeAsync(db => db.Add(item));
        var (order, form) = ($"{Testimony}/order", $"order-{item.Id}");
        await maria.PostAsync(order, form, ("speakerId", $"{ann}"), ("add", "true"));
        var early = await maria.GetAsync(order);
        await maria.PostAsync(order, form, ("speakerId", $"{ben}"), ("add", "true"));
        await maria.PostAsync(order, form, ("up", $"{ben}"));
        Assert.Matches("1\\. Ben.*2\\. Ann", (await maria.GetAsync(order)).Text);
        var late = await maria.SendAsync(early, order, form, ("out", $"{ann}"));
        Assert.Contains("Somebody changed the order in the meantime", late.Text, StringComparison.Ordinal);
        await maria.PostAsync(order, form, ("out", $"{ann}"));
        Assert.Equal([ben], await hall.Server.ReadAsync(db => db.AgendaItemSpeakers.Select(l => l.SpeakerId).ToListAsync()));
    }

    private async Task<Guid> AddAsync(string name, params (string, string)[] more)
    {
        var page = await maria.PostAsync($"{Testimony}/new", "save", [("nameToShow", name), ("institutionId", $"{hall.Institution.Id}"), .. more]);
        Assert.EndsWith("/consent", page.Location, StringComparison.Ordinal);
        return await hall.Server.ReadAsync(db => db.Speakers.Where(s => s.NameToShow == name).Select(s => s.Id).SingleAsync());
    }
}
