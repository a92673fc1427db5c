using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Devices;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Devices;

public sealed class DevicePagesTests : HallPages
{
    private string Path => $"/assemblies/{Hall.Assembly.Id}/devices";

    [Fact]
    public async Task A_pairing_code_is_shown_once_and_pairs_a_phone()
    {
        var page = await Maria.PostAsync(Path, "invite", ("role", "steward"), ("doorId", $"{Hall.Door.Id}"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<svg", page.Html, StringComparison.Ordinal);
        var code = Regex.Match(page.Text, "[0-9A-Z]{4}-[0-9A-Z]{4}").Value;
        await Hall.Server.Visitor().SendAsync<PairReply>("/api/devices/pair", new PairCommand(code, "Phone 7"));

        var again = await Maria.GetAsync(Path);
        Assert.DoesNotContain("<svg", again.Html, StringComparison.Ordinal);
        Assert.Contains("Phone 7", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_without_a_door_is_refused_at_the_field()
    {
        var page = await Maria.PostAsync(Path, "invite", ("role", "steward"), ("doorId", ""));
        Assert.Matches("<div class=\"invalid-feedback d-block\" id=\"doorId-problem\">Choose the door", page.Html);
        Assert.Matches("<option value=\"steward\" selected", page.Html);
    }

    [Fact]
    public async Task A_door_is_added_renamed_and_removed()
    {
        Assert.Equal(Path, (await Maria.PostAsync(Path, "add-door", ("name", "South door"))).Location);
        var id = Regex.Matches((await Maria.GetAsync(Path)).Html, "/doors/([0-9a-f-]{36})").Select(m => m.Groups[1].Value).Single(d => d != $"{Hall.Door.Id}");
        var door = $"/assemblies/{Hall.Assembly.Id}/doors/{id}";
        Assert.Contains("already", (await Maria.PostAsync(door, "rename", ("name", "North door"))).Text, StringComparison.Ordinal);
        await Maria.PostAsync(door, "rename", ("name", "Garden door"));
        Assert.Contains("Garden door", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
        await Maria.PostAsync(door, "remove");
        Assert.DoesNotContain("Garden door", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_revoked_with_one_button()
    {
        var phone = await Hall.PairAsync(DeviceRole.Steward);
        await Maria.PostAsync(Path, "revoke", ("deviceId", $"{phone.Device.Id}"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Http().GetAsync("/api/devices/me")).StatusCode);
        Assert.Contains("Revoked", (await Maria.GetAsync(Path)).Text, StringComparison.Ordinal);
    }
}
