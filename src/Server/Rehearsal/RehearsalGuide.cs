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
        TextWriter to, RehearsalDevices devices, AccountabilityAssembly evening, string email, string password, CancellationToken cancellation)
    {
        var door = (await devices.DoorsAsync(cancellation))[0].Id;
        var rows = new List<(string Role, string Address)>();
        foreach (var role in Enum.GetValues<DeviceRole>())
        {
            var atDoor = role is DeviceRole.Steward or DeviceRole.Desk or DeviceRole.Kiosk;
            var invitation = await devices.InviteAsync(role, atDoor ? door : null, cancellation);
            var address = new Uri(devices.Server, $"/app/pair#{invitation.Code}").ToString();
            await to.WriteLineAsync($"\n  {WireFormat.Word(role).Replace('_', ' ')}\n{Terminal(address)}");
            rows.Add((WireFormat.Word(role).Replace('_', ' '), address));
        }
        await to.WriteLineAsync($"\n{evening.Title}: a rehearsal. Nothing here is real, and it is gone when you stop it.\n");
        await to.WriteLineAsync("Each of these makes one device of the browser that opens it first, within ten minutes:\n");
        foreach (var (role, address) in rows)
            await to.WriteLineAsync($"  {role,-14} {address}");
        await to.WriteLineAsync($"\n  {"organiser",-14} {new Uri(devices.Server, "/sign-in")}   {email}   {password}");
        await to.WriteLineAsync($"  {"public page",-14} {new Uri(devices.Server, $"/a/{evening.Slug}")}\n");
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
