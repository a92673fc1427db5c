using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>Why an answer's text is corrected.</summary>
public enum CorrectionClass
{
    Typo,
    Misheard,
    ClarifiedBySpeaker,
    WrongPerson,
}

/// <summary>A correction: the only way that an answer changes, and it quotes what it changes.</summary>
/// <param name="Target">The answer.</param>
/// <param name="Class">Why.</param>
/// <param name="Old">The members as they stood, null for absent: a correction that misquotes them is refused.</param>
/// <param name="New">The same members as they stand now, null to remove one.</param>
/// <param name="Decision">Who asked for it, who approved it, and the reason.</param>
public sealed record AnswerCorrected(long Target, CorrectionClass Class, JsonMap Old, JsonMap New, CorrectionDecision Decision) : EntryBody
{
    public override string Type => "answer.corrected";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("class", Code(Class)).With("old", Old).With("new", New).With("requested_by", Decision.RequestedBy)
        .With("approved_by", Items([Decision.ApprovedBy, Decision.AlsoApprovedBy])).With("reason", Decision.Reason);
}

/// <summary>Two different people approve every correction; role ids.</summary>
public sealed record CorrectionDecision(string RequestedBy, string ApprovedBy, string AlsoApprovedBy, string Reason);

/// <summary>Somebody says that an answer was not given like that.</summary>
/// <param name="Target">The answer.</param>
/// <param name="DisputedBy">The office or the organisation.</param>
/// <param name="Text">What they say, verbatim.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record AnswerDisputed(long Target, string DisputedBy, string Text, string? Language = null) : EntryBody
{
    public override string Type => "answer.disputed";

    public override JsonMap ToJson() =>
        new JsonMap().With("target", Target).With("disputed_by", DisputedBy).With("text", Text).With("language", Language);
}

/// <summary>The office's reply, verbatim and at equal weight.</summary>
/// <param name="Target">An answer, a correction, a dispute, a changed date, a contact or a status.</param>
/// <param name="Office">Who replies.</param>
/// <param name="Text">The reply.</param>
public sealed record ReplyPublished(long Target, string Office, string Text) : EntryBody
{
    public string? Person { get; init; }
    public string? Language { get; init; }

    /// <summary>The office's own status, shown beside ours.</summary>
    public DeliveryStatus? OwnStatus { get; init; }

    public override string Type => "reply.published";

    public override JsonMap ToJson() => new JsonMap()
        .With("target", Target).With("office", Office).With("text", Text).With("person", Person).With("language", Language).With("own_status", Code(OwnStatus));
}
