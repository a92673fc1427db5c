using NodaTime;

namespace Assemblies.Record.Corrections;

/// <summary>Proposes to put a revealed answer right.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Whose answer.</param>
/// <param name="Class">What went wrong.</param>
/// <param name="Answer">The whole answer as it is to stand.</param>
/// <param name="Grounds">Public: why, in a sentence, without names of private persons.</param>
/// <param name="RequestedBy">Public: who asked for it, by office or role.</param>
public sealed record CorrectionCommand(
    Guid AskId, Guid PowerHolderId, CorrectionClass Class, AnswerWords Answer, string Grounds, string RequestedBy);

/// <param name="Refusal">Why it is refused.</param>
public sealed record RefuseCorrectionCommand(string Refusal);

/// <param name="Id">The correction.</param>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Whose answer.</param>
/// <param name="Class">What went wrong.</param>
/// <param name="Answer">The whole answer as it is to stand.</param>
/// <param name="Grounds">Why.</param>
/// <param name="RequestedBy">Who asked for it, by office or role.</param>
/// <param name="ProposedBy">Who proposed it: an organiser's id.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="State">Where it is.</param>
/// <param name="DecidedBy">The second person: an organiser's id.</param>
/// <param name="DecidedAt">When it was approved or refused.</param>
/// <param name="Refusal">Why it was refused.</param>
public sealed record CorrectionRow(
    Guid Id, Guid AskId, Guid PowerHolderId, CorrectionClass Class, AnswerWords Answer, string Grounds, string RequestedBy,
    string ProposedBy, Instant ProposedAt, CorrectionState State, string? DecidedBy, Instant? DecidedAt, string? Refusal)
{
    internal static CorrectionRow Of(Correction c) => new(
        c.Id, c.AskId, c.PowerHolderId, c.Class, c.Answer, c.Grounds, c.RequestedBy, c.ProposedBy, c.ProposedAt, c.State, c.DecidedBy, c.DecidedAt, c.Refusal);
}

/// <summary>Enters what an office says against a revealed answer. It is public at once.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Whose answer.</param>
/// <param name="RaisedBy">Who disputes it, by office.</param>
/// <param name="Words">What they say, verbatim.</param>
public sealed record DisputeCommand(Guid AskId, Guid PowerHolderId, string RaisedBy, string Words);

/// <summary>One of the two decisions that a dispute needs.</summary>
/// <param name="Outcome">What is decided.</param>
/// <param name="Grounds">Public once decided: why, in a sentence. The second person agrees with the first's, word for word; other words are a new proposal.</param>
public sealed record DecideDisputeCommand(DisputeOutcome Outcome, string Grounds);

/// <param name="Id">The dispute.</param>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Whose answer.</param>
/// <param name="RaisedBy">Who disputes it, by office.</param>
/// <param name="Words">What they say, verbatim.</param>
/// <param name="RaisedAt">When it was entered.</param>
/// <param name="Proposed">What the first person decided.</param>
/// <param name="ProposedBy">The first person: an organiser's id.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Outcome">What stands; null while it is open.</param>
/// <param name="DecidedAt">When the second person decided the same.</param>
public sealed record DisputeRow(
    Guid Id, Guid AskId, Guid PowerHolderId, string RaisedBy, string Words, Instant RaisedAt,
    DisputeOutcome? Proposed, string? ProposedBy, string? Grounds, DisputeOutcome? Outcome, Instant? DecidedAt)
{
    internal static DisputeRow Of(Dispute d) => new(
        d.Id, d.AskId, d.PowerHolderId, d.RaisedBy, d.Words, d.RaisedAt, d.Proposed, d.ProposedBy, d.Grounds, d.Outcome, d.DecidedAt);
}
