using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Assemblies.Rehearsal;

/// <summary>Where the rehearsal is reached. "Localhost" in a QR code would send every phone to itself.</summary>
/// <param name="bound">The address that the server listens on.</param>
internal sealed class ListeningAddress(string bound)
{
    private readonly bool everywhere = bound.Contains("[::]", StringComparison.Ordinal) || bound.Contains("0.0.0.0", StringComparison.Ordinal);

    public Uri OnThisComputer { get; } =
        new(bound.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));

    /// <summary>The address for other devices, or null where only this computer is listened to.</summary>
    public Uri? InThisNetwork() => InNetworkOf(everywhere ? OwnAddress() : null);

    /// <summary>The address for other devices, when this computer is known to them as <paramref name="own"/>.</summary>
    public Uri? InNetworkOf(IPAddress? own) =>
        everywhere ? own is null ? null : new UriBuilder(OnThisComputer) { Host = own.ToString() }.Uri
        : OnThisComputer.IsLoopback ? null : OnThisComputer;

    // The network with a gateway is the one that phones are in, not that of a virtual machine.
    private static IPAddress? OwnAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Select(network => network.GetIPProperties())
        .OrderByDescending(network => network.GatewayAddresses.Count)
        .SelectMany(network => network.UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork);
}
