using Assemblies.Turnout.Supervision;
using NodaTime;

namespace Assemblies.Turnout.Official;

/// <summary>Freezes the count of this moment as the official turnout.</summary>
/// <param name="Method">How it was counted, for the public; null says it from the scans.</param>
/// <param name="Reason">Why it is frozen again; needed from the second time on, and shown with it.</param>
public sealed record FreezeCommand(string? Method = null, string? Reason = null);

/// <summary>An official turnout as it was frozen, and what is known today of the same moment.</summary>
/// <param name="Number">From 1; the highest is the one that counts.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="Arrived">The figure that was announced; it never changes.</param>
/// <param name="Corrected">
/// What today's facts say of that moment, where it is another number: scans that were uploaded later, or taken back.
/// </param>
/// <param name="Under18s">Of those arrived under 18.</param>
/// <param name="Pledged">The sum of the turnout pledges.</param>
/// <param name="Institutions">Institutions of which somebody had arrived.</param>
/// <param name="SilentDevices">Devices that had not been heard from.</param>
/// <param name="Method">How it was counted.</param>
/// <param name="Reason">Why it was frozen again; null for the first.</param>
/// <param name="Cursor">The journal's sequence up to which everything is in the figure.</param>
public sealed record OfficialFigure(
    int Number, Instant At, int Arrived, int? Corrected, int Under18s, int Pledged, int Institutions, int SilentDevices, string Method, string? Reason,
    long Cursor);

/// <summary>What is counted now: what freezing it would make official, and what it would leave out.</summary>
/// <param name="At">Of when it is.</param>
/// <param name="Arrived">Arrived until then, cumulative: the figure that would be frozen.</param>
/// <param name="PresentNow">Of them not seen leaving, in all rooms. It is not what is announced.</param>
/// <param name="Silent">Devices that may hold scans nobody has counted yet.</param>
/// <param name="Method">How people were counted so far, in words.</param>
public sealed record TurnoutNow(Instant At, int Arrived, int PresentNow, SilentDevices Silent, string Method);
