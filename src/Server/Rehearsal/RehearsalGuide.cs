using System.Text;
using Assemblies.Agenda;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;

namespace Assemblies.Rehearsal;

/// <summary>What a newcomer needs to see every screen: an address and a QR for each role, and how to sign in.</summary>
internal static class RehearsalGuide
{
    public static async Task PrintAsync(
        TextWriter to, RehearsalDevices devices, Uri? inThisNetwork, AccountabilityAssembly evening, IReadOnlyList<string> emails, string password,
        CancellationToken cancellation)
    {
        var door = (await devices.DoorsAsync(cancellation))[0].Id;
        var rows = new List<(string Role, string Address)>();
        foreach (var role in Enum.GetValues<DeviceRole>())
        {
            var atDoor = role is DeviceRole.Steward or DeviceRole.Desk or DeviceRole.Kiosk;
            var invitation = await devices.InviteAsync(role, atDoor ? door : null, cancellation);
            var (name, path) = (WireFormat.Word(role).Replace('_', ' '), $"/app/pair#{invitation.Code}");
            await to.WriteLineAsync($"\n  {name}\n{Terminal(new Uri(inThisNetwork ?? devices.Server, path).ToString())}");
            rows.Add((name, new Uri(devices.Server, path).ToString()));
        }
        await to.WriteLineAsync($"\n{evening.Title}: a rehearsal. Nothing here is real, and it is gone when you stop it.\n");
        await to.WriteLineAsync("Open each in a browser window of its own, within ten minutes; it then stays that device. Begin with the projector:\n");
        foreach (var (role, address) in rows.OrderByDescending(row => row.Role == "projector"))
            await to.WriteLineAsync($"  {role,-14} {address}");
        await to.WriteLineAsync($"\n  {"organiser",-14} {new Uri(devices.Server, "/sign-in")}   {emails[0]}   {password}");
        await to.WriteLineAsync($"  {"co-organiser",-14} {new Uri(devices.Server, "/sign-in")}   {emails[1]}   {password}   (some things two people decide)");
        await to.WriteLineAsync($"  {"public page",-14} {new Uri(devices.Server, $"/a/{evening.Slug}")}\n");
        await to.WriteLineAsync(inThisNetwork is null
            ? $"Only this computer reaches these addresses and codes. For phones and tablets, add --urls http://0.0.0.0:{devices.Server.Port}\n"
            : $"Phones and tablets in this network: the QR codes above, or {inThisNetwork}\n");
    }

    // Two rows of modules in one line of text; light on dark terminals and dark on light ones both scan with the quiet zone drawn.
    private static string Terminal(string content)
    {
        using var code = QrCode.Modules(content);
        var modules = code.ModuleMatrix;
        var text = new StringBuilder();
        for (var y = 0; y < modules.Count; y += 2)
        {
            text.Append("  ");
            for (var x = 0; x < modules.Count; x++)
                text.Append((modules[y][x], y + 1 < modules.Count && modules[y + 1][x]) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    _ => ' ',
                });
            text.Append('\n');
        }
        return text.ToString();
    }
}
