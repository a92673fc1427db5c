using System.Net;
using Assemblies.Floor;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Asks;

public sealed class AskEditorTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Asks => $"/api/assemblies/{hall.Assembly.Id}/asks";

    private string Holders => $"/api/assemblies/{hall.Assembly.Id}/power-holders";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task An_ask_is_put_to_some_power_holders_and_not_to_others()
    {
        var ask = await organiser.SendAsync<AskRow>(Asks, new AskCommand("Will you meet us in 30 days?", "Follow-up", null, [hall.Leader.Id]));
        Assert.Equal((2, 1, "Follow-up"), (ask.Number, ask.Version, ask.Area));
        Assert.Equal([hall.Leader.Id], ask.PowerHolderIds);
        Assert.Empty(ask.Warnings);
    }

    [Fact]
    public async Task Other_words_make_a_new_version_and_the_old_words_stay()
    {
        var changed = await ChangeAsync(hall.Ask.Id, new AskCommand("Will you build 300 homes by 2028?"));
        Assert.Equal(2, changed.Version);
        Assert.Equal(2, (await ChangeAsync(hall.Ask.Id, new AskCommand("Will you build 300 homes by 2028?", "Homes"))).Version);
        var words = await hall.Server.ReadAsync(db => db.AskVersions.OrderBy(v => v.Version).Select(v => v.Text).ToListAsync());
        Assert.Equal(["Will you build 200 homes by 2028?", "Will you build 300 homes by 2028?"], words);
    }

    [Fact]
    public async Task Words_that_do_not_ask_are_kept_with_a_warning()
    {
        var ask = await organiser.SendAsync<AskRow>(Asks, new AskCommand("Do you support housing?"));
        Assert.All(ask.Warnings, w => Assert.Equal("text", w.Field));
        Assert.Equal(["Start with", "\"support\"", "Say how much", "Say by when"],
            ask.Warnings.Zip(["Start with", "\"support\"", "Say how much", "Say by when"], (w, start) => w.Fix[..start.Length]));
    }

    [Theory, InlineData(""), InlineData("   "), InlineData(null)]
    public async Task No_words_and_too_many_words_are_refused(string? text) => Assert.Equal(
        ["text"],
        await organiser.RefusedAsync(HttpStatusCode.BadRequest, Asks, new AskCommand(text ?? "Will you " + new string('x', 992))));

    [Fact]
    public async Task An_ask_moved_to_another_number_makes_the_others_move_up()
    {
        var second = await organiser.SendAsync<AskRow>(Asks, new AskCommand("Will you two?"));
        var third = await organiser.SendAsync<AskRow>(Asks, new AskCommand("Will you three?"));
        await ChangeAsync(third.Id, new AskCommand("Will you three?", null, 1));
        Assert.Equal([third.Id, hall.Ask.Id, second.Id], (await organiser.ReadAsync<List<AskRow>>(Asks)).Select(a => a.Id));
        await organiser.DeleteAsync($"{Asks}/{third.Id}");
        Assert.Equal([1, 2], (await organiser.ReadAsync<List<AskRow>>(Asks)).Select(a => a.Number));
    }

    [Fact]
    public async Task What_was_put_cannot_be_removed_retargeted_or_renumbered()
    {
        await organiser.SendAsync<AskRow>(Asks, new AskCommand("Will you two?"));
        await PutAsync(hall.Mayor.Id);

        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync($"{Asks}/{hall.Ask.Id}")));
        Assert.Equal([""], await Http.RefusedAsync(HttpStatusCode.Conflict, await organiser.DeleteAsync($"{Holders}/{hall.Mayor.Id}")));
        Assert.Equal(["powerHolderIds"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await PutAskAsync(
            hall.Ask.Id, new AskCommand("Will you?", null, null, [hall.Leader.Id]))));
        Assert.Equal(["number"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await PutAskAsync(
            hall.Ask.Id, new AskCommand("Will you?", null, 2))));
        var ask = (await organiser.ReadAsync<List<AskRow>>(Asks))[0];
        Assert.Equal([hall.Mayor.Id, hall.Leader.Id], ask.PowerHolderIds);
        Assert.Equal(1, ask.Version);
    }

    [Fact]
    public async Task A_power_holder_to_whom_it_was_not_put_can_still_be_taken_off()
    {
        await PutAsync(hall.Mayor.Id);
        var ask = await ChangeAsync(hall.Ask.Id, new AskCommand("Will you build 200 homes by 2028?", null, null, [hall.Mayor.Id]));
        Assert.Equal([hall.Mayor.Id], ask.PowerHolderIds);
    }

    [Fact]
    public async Task Removing_an_ask_that_the_projector_shows_brings_back_the_welcome()
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Answer, hall.Ask.Id));
        Assert.Equal(HttpStatusCode.NoContent, (await organiser.DeleteAsync($"{Asks}/{hall.Ask.Id}")).StatusCode);
        var screen = await chair.ReadAsync<ScreenPresent>("/api/screen");
        Assert.Equal((Scene.Welcome, null), (screen.Scene, screen.AskId));
    }

    [Fact]
    public async Task Power_holders_stand_in_the_agreed_order()
    {
        var third = await organiser.SendAsync<PowerHolderRow>(Holders, new PowerHolderCommand("C. Minister", "Minister"));
        await organiser.PostAsJsonAsync($"{Holders}/{third.Id}/move", new { direction = "up" });
        await organiser.PostAsJsonAsync($"{Holders}/{third.Id}/move", new { direction = "up" });
        await organiser.PostAsJsonAsync($"{Holders}/{third.Id}/move", new { direction = "up" });
        var order = await organiser.ReadAsync<List<PowerHolderRow>>(Holders);
        Assert.Equal(["C. Minister", "A. Mayor", "B. Leader"], order.Select(p => p.Name));
        Assert.Equal([1, 2, 3], order.Select(p => p.Order));
    }

    [Fact]
    public async Task A_power_holder_needs_a_name_and_an_office() => Assert.Equal(
        ["name", "office"], await organiser.RefusedAsync(HttpStatusCode.BadRequest, Holders, new PowerHolderCommand(" ", "")));

    private async Task PutAsync(Guid powerHolder)
    {
        var chair = (await hall.PairAsync(DeviceRole.Chair)).Http();
        await chair.SendAsync<FloorReply>("/api/floor/put", new PutCommand(Guid.NewGuid(), [new CellRef(hall.Ask.Id, powerHolder, 0)]));
    }

    private Task<HttpResponseMessage> PutAskAsync(Guid id, AskCommand command) => organiser.PutAsJsonAsync($"{Asks}/{id}", command);

    private async Task<AskRow> ChangeAsync(Guid id, AskCommand command)
    {
        var response = await PutAskAsync(id, command);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<AskRow>(Assemblies.Wire.WireFormat.Json))!;
    }
}
