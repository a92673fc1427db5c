using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Text;
using Assemblies.Record;
using Assemblies.Record.Log;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>What each public step is in the public record. Notes, proposals, owners and next contacts are in none.</summary>
internal static class CommitmentEntries
{
    /// <summary>Whether everybody may know of steps of this kind.</summary>
    public static bool IsPublic(CommitmentStepKind kind) =>
        kind is not (CommitmentStepKind.StatusProposed or CommitmentStepKind.StatusRefused or CommitmentStepKind.MeetingAgreed or CommitmentStepKind.Assigned);

    /// <summary>Adds the entries of a step that is about to be saved.</summary>
    public static void Log(AssemblyDb db, CommitmentStep step, Commitment commitment)
    {
        foreach (var body in Bodies(step, commitment))
            db.Log(new(step.AssemblyId, step.By, index => body(index, Target(step, index)))
            {
                AskId = step.AskId,
                PowerHolderId = step.PowerHolderId,
                StepId = step.Id,
                Attachments = step.Details.Evidence?.File is { } file ? [new(file.Media, file.Sha256, file.Size)] : [],
            });
    }

    /// <summary>What the entries of a step that was saved say, by a record that has them.</summary>
    public static IEnumerable<JsonMap> Of(CommitmentStep step, Commitment commitment, RecordIndex index) =>
        Bodies(step, commitment).Select(body => body(index, Target(step, index)).ToJson());

    private static IEnumerable<Func<RecordIndex, long, EntryBody>> Bodies(CommitmentStep step, Commitment commitment)
    {
        var (said, office) = (step.Details, commitment.Given.Office);
        switch (step.Kind)
        {
            case CommitmentStepKind.ContactLogged when said.Contact is { } c:
                yield return (_, target) => new ContactLogged(target, Date(c.On), c.How, c.Purpose, c.Outcome);
                break;
            case CommitmentStepKind.EvidenceAdded when said.Evidence is { } e:
                yield return (_, target) => Evidence(target, e.Title, e.Address) with { Archived = e.Archived, On = Date(e.On), Source = Text(e.Source) };
                break;
            case CommitmentStepKind.DueChanged when said.Due is { } d:
                yield return (_, target) => new DueChanged(target, Date(d.Old), Date(d.New), RecordWords.Text(d.Reason), d.AgreedByOffice);
                break;
            case CommitmentStepKind.StatusAssessed when said is { Assessment: { } a, AssessedBy: { } by }:
                yield return (index, target) => Status(target, a, by, index);
                break;
            case CommitmentStepKind.ReplyPublished when said.Reply is { } r:
                yield return (index, target) => new ReplyPublished(r.To is { } to ? Step(index, to) : target, RecordWords.Text(r.Office), RecordWords.Text(r.Text))
                { Person = Text(r.Person), Language = r.Language, OwnStatus = r.OwnStatus };
                break;
            // The format has no type of its own for it, and none can be added without stopping older verifiers (docs/decisions/0021).
            case CommitmentStepKind.HolderChanged when said.Holder is { } h:
                yield return (_, target) => Evidence(target, CommitmentWording.Holder(h, office), h.Address) with { On = Date(h.On) };
                break;
            case CommitmentStepKind.AnsweredInWriting when said.Written is { } w:
                yield return (_, target) => new ReplyPublished(target, RecordWords.Text(office), RecordWords.Text(w.Answer.Verbatim!)) { Language = w.Answer.Language };
                yield return (_, target) => Unchecked(target, step, w.On, $"The office answered in writing on {WallClock.Day(w.On)}: {AnswerWording.Line(w.Answer with { Verbatim = null })}.");
                break;
            case CommitmentStepKind.OfferAccepted:
                yield return (_, target) => Unchecked(target, step, Day(step, commitment), $"The offer is taken as a commitment. {said.Grounds}");
                break;
        }
    }

    private static StatusAssessed Status(long target, Assessment a, IReadOnlyList<string> by, RecordIndex index) =>
        new(target, a.Status, Date(a.On), [.. by.Select(RecordKeeper.RoleId)])
        {
            ReasonCode = a.ReasonCode,
            Reason = Text(a.Reason),
            Evidence = [.. (a.Evidence ?? []).Select(e => Step(index, e))],
            Contact = a.Contact is { } contact ? Step(index, contact) : null,
            Notice = a.Notice is { } notice ? Step(index, notice) : null,
            Part = Text(a.Part),
            Who = Text(a.Who),
            Link = Text(a.Link),
            MetOn = Date(a.MetOn),
            OfficeWithdrew = a.OfficeWithdrew ? true : null,
        };

    // Nobody has looked yet whether it was done; the reason says what the promise is from now on.
    private static StatusAssessed Unchecked(long target, CommitmentStep step, LocalDate on, string reason) =>
        new(target, DeliveryStatus.NotYetChecked, Date(on), [RecordKeeper.RoleId(step.By)]) { Reason = RecordWords.Text(reason) };

    private static EvidenceAdded Evidence(long target, string title, string? address) => new(target, RecordWords.Text(title)) { Address = address };

    private static long Target(CommitmentStep step, RecordIndex index) => index.AnswerAt(step.AskId, step.PowerHolderId)
        ?? throw new RecordRefusedException(new("", "The answer is not in the public record, so nothing can be said to it there."));

    // A record that succeeds another one repeats its answers, not the steps of follow-up (docs/decisions/0015).
    private static long Step(RecordIndex index, Guid step) => index.StepAt(step)
        ?? throw new RecordRefusedException(new("", "The step that this rests on stands in a record that ended. Enter that step again, then this one."));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : RecordWords.Text(text);

    // The step's own day and not today's: what is compared with the entry years later must come to the same.
    private static LocalDate Day(CommitmentStep step, Commitment commitment) => step.At.InZone(DateTimeZoneProviders.Tzdb[commitment.Assembly.TimeZone]).Date;

    private static DateOnly Date(LocalDate date) => date.ToDateOnly();

    private static DateOnly? Date(LocalDate? date) => date?.ToDateOnly();
}
