using NodaTime;

namespace Assemblies.Commitments.Calendar;

/// <summary>Issues a calendar link; the one before it stops working.</summary>
/// <param name="OnlyMine">Only what the caller follows up; otherwise everything that is open.</param>
public sealed record CalendarLinkCommand(bool OnlyMine = false);

/// <summary>A calendar link as it was just issued.</summary>
/// <param name="Address">The private address; it is shown this once.</param>
/// <param name="OnlyMine">Only what the caller follows up.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record CalendarLinkReply(string Address, bool OnlyMine, Instant IssuedAt);

/// <summary>A calendar link that works.</summary>
/// <param name="OnlyMine">Only what the caller follows up.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record CalendarLinkStatus(bool OnlyMine, Instant IssuedAt);
