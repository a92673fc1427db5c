using System.Text.Json;
using NodaTime;

namespace Assemblies.Live;

/// <summary>What a client wants to watch.</summary>
/// <param name="Channel">A channel's name: <c>screen</c>, <c>floor</c>, <c>door</c>, <c>public</c>.</param>
/// <param name="Assembly">The assembly's slug, where the caller is not a device bound to one.</param>
public sealed record WatchRequest(string Channel, string? Assembly = null);

/// <summary>One message of a channel: either the whole present or what changed since the message it follows.</summary>
/// <param name="Sequence">The journal sequence this message brings the watcher to.</param>
/// <param name="Follows">For a patch: the sequence it applies to. A watcher that is elsewhere watches anew.</param>
/// <param name="Present">For a snapshot: the whole state.</param>
/// <param name="Patch">For a patch: a JSON Merge Patch (RFC 7396) of the state; null removes.</param>
/// <param name="At">When the present was read, for "as of".</param>
public sealed record LiveFrame(long Sequence, long? Follows, JsonElement? Present, JsonElement? Patch, Instant At);

/// <summary>First half of a four-timestamp clock round trip (live.md, rule 15).</summary>
/// <param name="Sent">The caller's own clock, in milliseconds since any moment it likes.</param>
public sealed record ClockRequest(double Sent);

/// <summary>Second half of a clock round trip. Both server times are milliseconds since 1970-01-01T00:00Z.</summary>
/// <param name="Sent">The caller's own stamp, returned.</param>
/// <param name="Received">When the request arrived.</param>
/// <param name="Answered">When the answer left.</param>
public sealed record ClockReply(double Sent, long Received, long Answered);
