using System.Text.Json;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Pages;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Commitments.Publication;

/// <summary>What became of it, for programs (docs/record-pages.md).</summary>
/// <param name="Origin">The record's name for good.</param>
/// <param name="Address">The board.</param>
/// <param name="Today">The day that timeliness is computed on, in the assembly's time zone.</param>
/// <param name="HasBegun">Whether the evening is closed in the record.</param>
/// <param name="Commitments">In the order of the score sheet.</param>
internal sealed record FollowUpDocument(string Origin, string Address, LocalDate Today, bool HasBegun, IReadOnlyList<FollowUpRow> Commitments)
{
    public static byte[] Write(FollowUp followUp) => JsonSerializer.SerializeToUtf8Bytes(new FollowUpDocument(
        followUp.Record.Origin, followUp.Record.At.Whole(followUp.Record.At.FollowUp), followUp.Today, followUp.HasBegun,
        [.. followUp.Commitments.Select(c => FollowUpRow.Of(followUp, c))]), WireFormat.Json);
}

/// <param name="AskId">The ask, as in the record's entries.</param>
/// <param name="PowerHolderId">Whose answer, as in the record's entries.</param>
/// <param name="Address">The answer's page.</param>
/// <param name="Ask">The ask's number.</param>
/// <param name="Wording">Its words as put.</param>
/// <param name="PowerHolder">Who answered.</param>
/// <param name="Office">For which office.</param>
/// <param name="Holder">Who holds the office now.</param>
/// <param name="Answer">The answer that counts now.</param>
/// <param name="Standing">Whether it is a promise.</param>
/// <param name="Status">Delivery, by the alliance; left out where nothing is promised.</param>
/// <param name="CheckedOn">When it was checked.</param>
/// <param name="OfficeStatus">The office's own status.</param>
/// <param name="Due">When it is due; left out for no date given.</param>
/// <param name="Timeliness">How it stands to that date today.</param>
/// <param name="Flags">What else to know.</param>
/// <param name="Steps">The first first.</param>
internal sealed record FollowUpRow(
    Guid AskId, Guid PowerHolderId, string Address, int Ask, string Wording, string PowerHolder, string Office, string Holder, AnswerWords Answer,
    CommitmentStanding Standing, DeliveryStatus? Status, LocalDate? CheckedOn, DeliveryStatus? OfficeStatus, LocalDate? Due, Timeliness Timeliness,
    IReadOnlyList<FlagKind> Flags, IReadOnlyList<FollowUpStep> Steps)
{
    public static FollowUpRow Of(FollowUp followUp, PublicCommitment commitment)
    {
        var (at, of) = (followUp.Record.At, commitment.Of);
        return new(
            of.Key.AskId, of.Key.PowerHolderId, at.Whole(at.Answer(of.Key.AskId, of.Key.PowerHolderId)), of.Ask.Number, of.Ask.Wording, of.Given.Name, of.Given.Office, of.Holder,
            of.Stands, of.Standing, of.Standing == CommitmentStanding.Made ? of.Life.Status : null, of.Life.Assessed?.On, OfficeView.OwnStatus(of.Life), of.Due, of.Timeliness, of.Flags,
            [.. commitment.Steps.Select(s => new FollowUpStep(s.Kind, s.At, StepWords.Of(s.Kind, s.Details, of.Given.Office), [.. s.Places.Select(p => p.Seq)]))]);
    }
}

/// <param name="Kind">What happened.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Words">The same in a sentence.</param>
/// <param name="Entries">The numbers of its entries.</param>
internal sealed record FollowUpStep(CommitmentStepKind Kind, Instant At, string Words, IReadOnlyList<long> Entries);
