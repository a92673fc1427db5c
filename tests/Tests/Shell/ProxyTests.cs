using Assemblies.Devices;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Shell;

/// <summary>Behind a reverse proxy the server knows how it was really asked; docker-compose.yml stands on it.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task A_trusted_proxy_is_believed_that_the_phone_used_https()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        using var organiser = await server.OrganiserAsync();
        using var phone = server.Visitor();
        phone.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var invitation = await organiser.SendAsync<InviteReply>($"/api/assemblies/{hall.Assembly.Id}/pairings", new InviteCommand(DeviceRole.Chair));
        using var paired = await phone.PostAsJsonAsync("/api/devices/pair", new PairCommand(invitation.Code, "Tablet"));

        Assert.Contains("; secure", Assert.Single(paired.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }
}
