using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>Issues an office's link; the one before it stops working.</summary>
/// <param name="Days">For how many days it works: 1 to 365.</param>
public sealed record OfficeLinkCommand(int Days = 90);

/// <summary>An office's link as it was just issued.</summary>
/// <param name="Address">The private address; it is shown this once.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record OfficeLinkReply(string Address, Instant ExpiresAt);

/// <summary>An office's link that works.</summary>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record OfficeLinkStatus(Instant IssuedAt, Instant ExpiresAt);

/// <summary>What an office sends about one of its promises. It is published as it is.</summary>
/// <param name="AskId">Which of its promises.</param>
/// <param name="Kind">A reply, or a dispute of the answer itself.</param>
/// <param name="Words">Verbatim.</param>
/// <param name="Person">Which official signs it; null for the office as such.</param>
/// <param name="OwnStatus">reply: the office's own status.</param>
public sealed record OfficeWordCommand(Guid AskId, OfficeWordKind Kind, string? Words, string? Person = null, DeliveryStatus? OwnStatus = null);

/// <summary>What an office sent, as organisers see it.</summary>
/// <param name="Id">The words.</param>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Whose office.</param>
/// <param name="Kind">A reply or a dispute.</param>
/// <param name="Words">Verbatim while it waits; once it is published it is where it was published.</param>
/// <param name="Person">Which official signed it.</param>
/// <param name="OwnStatus">The office's own status.</param>
/// <param name="At">When it came.</param>
/// <param name="State">Whether it is in the public record.</param>
public sealed record OfficeWordRow(
    Guid Id, Guid AskId, Guid PowerHolderId, OfficeWordKind Kind, string? Words, string? Person, DeliveryStatus? OwnStatus, Instant At, OfficeWordState State)
{
    internal static OfficeWordRow Of(OfficeWord w) => new(w.Id, w.AskId, w.PowerHolderId, w.Kind, w.Words, w.Person, w.OwnStatus, w.At, w.State);
}
