using Assemblies.Commitments.Pages;
using Assemblies.Wire;
using Assemblies.Wire.Publishing;

namespace Assemblies.Commitments.Publication;

/// <summary>Every step of follow-up as a feed: each item is an entry of the record, and its id is the address of that entry's proof under the record's own name.</summary>
internal static class FollowUpNews
{
    public static AtomFeed Feed(FollowUp followUp)
    {
        var record = followUp.Record;
        return new(
            $"https://{record.Origin}/follow-up", $"{record.Assembly.Title}: what became of it", record.At.Whole(record.At.FollowUpFeed), record.At.Whole(record.At.FollowUp),
            record.Assembly.Title, record.ClosedAt ?? record.Log.Entries[0].At,
            [.. followUp.Commitments.SelectMany(c => Entries(followUp, c)).OrderByDescending(n => n.Seq).Select(n => n.Entry)]);
    }

    private static IEnumerable<(long Seq, AtomEntry Entry)> Entries(FollowUp followUp, PublicCommitment commitment)
    {
        var (record, of) = (followUp.Record, commitment.Of);
        foreach (var step in commitment.Steps.Where(s => s.Places.Count > 0))
            yield return (step.Places[0].Seq, new(
                $"https://{record.Origin}/receipts/{step.Places[0].Seq}.tlog-proof", $"{of.Given.Name} on ask {of.Ask.Number}: {Title(step)}",
                record.At.Whole(record.At.Answer(of.Key.AskId, of.Key.PowerHolderId)), step.At, step.At, WireFormat.Word(step.Kind), StepWords.Of(step.Kind, step.Details, of.Given.Office)));
    }

    private static string Title(PublicStep step) => step.Kind switch
    {
        CommitmentStepKind.StatusAssessed => CommitmentWording.Status(step.Details.Assessment!.Status).ToLowerInvariant(),
        CommitmentStepKind.ContactLogged => "the office was contacted",
        CommitmentStepKind.EvidenceAdded => "evidence was added",
        CommitmentStepKind.DueChanged => "the date moved",
        CommitmentStepKind.ReplyPublished => "the office replied",
        CommitmentStepKind.HolderChanged => "somebody else holds the office",
        CommitmentStepKind.AnsweredInWriting => "answered again, in writing",
        CommitmentStepKind.OfferAccepted => "the offer was taken",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
