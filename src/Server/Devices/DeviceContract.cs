using NodaTime;

namespace Assemblies.Devices;

/// <summary>Uses a pairing code up and makes the caller a device.</summary>
/// <param name="Code">The code, or what the pairing QR holds after <c>#</c>.</param>
/// <param name="Name">What people will call the device: "North door, phone 2". Never a person's name.</param>
public sealed record PairCommand(string Code, string Name);

/// <summary>The device that came of a pairing.</summary>
/// <param name="Token">256 bits, shown once: for programs. Browsers keep it in a cookie that scripts cannot read.</param>
/// <param name="Device">Who the caller is now.</param>
public sealed record PairReply(string Token, DeviceIdentity Device);

/// <summary>Who a paired device is.</summary>
/// <param name="DeviceId">Its id; also the actor in the journal.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Door">The door it is bound to, if any.</param>
/// <param name="AssemblyTitle">The assembly it is bound to.</param>
/// <param name="AssemblySlug">The assembly's public address.</param>
/// <param name="TimeZone">TZDB id of the assembly's wall clock.</param>
/// <param name="ExpiresAt">When the pairing ends.</param>
/// <param name="NextDeviceSeq">The number the device's next new scan must carry.</param>
/// <param name="AtOverflow">Its door leads to another room than the one whose capacity counts; missing elsewhere.</param>
public sealed record DeviceIdentity(
    Guid DeviceId,
    DeviceRole Role,
    string Name,
    string? Door,
    string AssemblyTitle,
    string AssemblySlug,
    string TimeZone,
    Instant ExpiresAt,
    long NextDeviceSeq,
    bool? AtOverflow = null);
