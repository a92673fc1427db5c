using Assemblies.Agenda;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;

namespace Assemblies.Commitments.Pages;

/// <summary>What happened to a commitment, a sentence for each step.</summary>
internal static class StepWords
{
    public static string Of(CommitmentStepKind kind, CommitmentDetails details, string office) => (kind, details) switch
    {
        (CommitmentStepKind.OfferAccepted, var d) => $"We took the offer as a commitment. {d.Grounds}",
        (CommitmentStepKind.ContactLogged, { Contact: { } c }) => $"{Purpose(c)} on {WallClock.Day(c.On)}, {How(c.How)}.{Outcome(c.Outcome)}",
        (CommitmentStepKind.EvidenceAdded, { Evidence: { } e }) => $"Evidence: {e.Title.TrimEnd('.')}{(e.Source is null ? "" : $", {e.Source}")}{(e.On is { } on ? $", {WallClock.Day(on)}" : "")}.",
        (CommitmentStepKind.DueChanged, { Due: { } d }) => $"Due date: {Day(d.Old)} → {Day(d.New)}, {(d.AgreedByOffice ? "agreed" : "not agreed")} by the office. {d.Reason}",
        (CommitmentStepKind.StatusProposed, { Assessment: { } a }) => $"Proposed as “{CommitmentWording.Status(a.Status)}”.",
        (CommitmentStepKind.StatusRefused, var d) => $"The proposed status was refused. {d.Grounds}",
        (CommitmentStepKind.StatusAssessed, { Assessment: { } a }) => $"Assessed as “{CommitmentWording.Status(a.Status)}” on {WallClock.Day(a.On)}.{(a.Reason is null ? "" : $" {a.Reason}")}",
        (CommitmentStepKind.ReplyPublished, { Reply: { } r }) => $"{r.Office} replied: “{r.Text}”{(r.OwnStatus is { } own ? $" Their own status: {CommitmentWording.Status(own)}." : "")}",
        (CommitmentStepKind.HolderChanged, { Holder: { } h }) => CommitmentWording.Holder(h, office),
        (CommitmentStepKind.AnsweredInWriting, { Written: { } w }) => $"Answered in writing on {WallClock.Day(w.On)}: {AnswerWording.Line(w.Answer)}",
        (CommitmentStepKind.MeetingAgreed, { Meeting: { } m }) => $"They promised to meet within {m.Days} days: by {WallClock.Day(m.By)}.",
        (CommitmentStepKind.Assigned, { Assignment: { } a }) => $"The work was assigned{(a.NextContact is { } next ? $"; next contact {WallClock.Day(next)}" : "")}.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Day(NodaTime.LocalDate? day) => day is { } date ? WallClock.Day(date) : "none";

    private static string Purpose(ContactWords contact) => contact.Purpose switch
    {
        ContactPurpose.Notice => "Notice was given",
        ContactPurpose.Reminder => "Reminded",
        _ => "Contacted",
    };

    private static string How(ContactHow how) => how switch
    {
        ContactHow.Letter => "by letter",
        ContactHow.Email => "by e-mail",
        ContactHow.Phone => "by phone",
        ContactHow.Meeting => "in a meeting",
        _ => "in another way",
    };

    private static string Outcome(ContactOutcome? outcome) => outcome switch
    {
        ContactOutcome.Reached => " We reached them.",
        ContactOutcome.NoReply => " No reply.",
        ContactOutcome.Refused => " They refused.",
        ContactOutcome.MeetingSet => " A meeting is set.",
        _ => "",
    };
}
