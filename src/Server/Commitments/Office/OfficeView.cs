using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>What an office has to know to use its right of reply.</summary>
internal static class OfficeView
{
    /// <summary>The first day on which the status of a notice may be published; null where none was given, or what it was about stands.</summary>
    public static LocalDate? DecideFrom(CommitmentLife life) =>
        StatusRules.LatestNotice(life) is { Words.On: var on } && !(life.Assessed?.On >= on.PlusDays(StatusRules.NoticeDays)) ? on.PlusDays(StatusRules.NoticeDays) : null;

    /// <summary>The office's own status as it last said it.</summary>
    public static DeliveryStatus? OwnStatus(CommitmentLife life) => life.Replies.LastOrDefault(r => r.Words.OwnStatus is not null)?.Words.OwnStatus;
}
