using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Floor;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Assemblies.Wire;

namespace Assemblies.Tests.Displays;

/// <summary>An ask on the screens, in its languages.</summary>
public sealed class ScreenAskTests : IAsyncLifetime
{
    private Hall hall = null!;

    public async ValueTask InitializeAsync() => hall = await Hall.OpenAsync();

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_translation_that_was_changed_and_not_published_is_on_no_screen()
    {
        var organiser = await hall.Server.OrganiserAsync();
        var ask = $"/api/assemblies/{hall.Assembly.Id}/asks/{hall.Ask.Id}";
        var words = (await organiser.ReadAsync<IReadOnlyList<AskRow>>($"/api/assemblies/{hall.Assembly.Id}/asks"))[0].Text;
        await TranslateAsync("¿Construirá usted 200 viviendas?");
        await organiser.SendAsync<AskRow>($"{ask}/publish", new { });
        await TranslateAsync("¿Construirá usted 300 viviendas?");
        await (await hall.PairAsync(DeviceRole.Chair)).Http().SendAsync<FloorReply>("/api/floor/show", new ShowCommand(Guid.NewGuid(), Scene.Ask, hall.Ask.Id));

        var screen = await (await hall.PairAsync(DeviceRole.Projector)).Http().ReadAsync<ScreenPresent>("/api/screen");

        Assert.Equal("¿Construirá usted 200 viviendas?", Assert.Single(screen.Asks[hall.Ask.Id].Translations!).Text);

        async Task TranslateAsync(string spanish)
        {
            using var response = await organiser.PutAsJsonAsync(ask, new AskCommand(words, Terms: new([], Translations: [new("es", spanish)])), WireFormat.Json);
            response.EnsureSuccessStatusCode();
        }
    }
}
