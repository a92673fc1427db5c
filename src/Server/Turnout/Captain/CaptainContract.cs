using NodaTime;

namespace Assemblies.Turnout.Captain;

/// <summary>A captain's link as it was just issued.</summary>
/// <param name="Address">The private address; it is shown this once.</param>
/// <param name="IssuedAt">When it was issued. Earlier ones of the institution stopped working then.</param>
public sealed record CaptainLinkReply(string Address, Instant IssuedAt);

/// <summary>Whether an institution's captain has a link that works.</summary>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="LastUsedAt">When something was last changed with it; null for never.</param>
public sealed record CaptainLinkStatus(Instant IssuedAt, Instant? LastUsedAt);
