using Assemblies.Commitments;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using NodaTime;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Rehearsal;

/// <summary>A promise of an earlier evening, with what became of it.</summary>
/// <param name="Holder">The power-holder's place in the agreed order.</param>
/// <param name="Steps">Days before today, and what happened.</param>
internal sealed record OldPromise(string Area, string Text, string KeptIf, string NotKeptIf, int Holder, AnswerWords Answer, IReadOnlyList<OldStep> Steps);

/// <summary>A step of an old promise.</summary>
/// <param name="DaysAgo">When.</param>
/// <param name="By">Which of the two organisers: 0 or 1.</param>
internal sealed record OldStep(int DaysAgo, CommitmentStepKind Kind, CommitmentDetails Details, string? Note = null, int By = 0)
{
    /// <summary>A name for it, where another step points at it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>Six promises that are as old as promises get, whenever they are written, so no words of theirs name a day: one kept, one overdue, one that waits for a second organiser, and those that nobody looked at.</summary>
internal static class OldPromises
{
    public static readonly (string Name, string Office)[] PowerHolders =
        [("Derek Holt", "Mayor of Riverside"), ("Imran Qureshi", "Leader of the City Council"), ("Dame Ruth Adeyemi", "Chair of the Transport Authority")];

    /// <param name="today">Today, in the assembly's time zone; everything is told from there.</param>
    public static IReadOnlyList<OldPromise> Of(LocalDate today)
    {
        var (works, minutes, wages) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        return
        [
            new("Homes", "Will you bring the 140 empty council homes back into use by the date we agree tonight?", "140 homes are let", "fewer than 140 are let", 1,
                new(AnswerCode.Yes, "Yes. All of them, and we begin on the Quayside.", "en", Due: today.PlusDays(-41)),
                [
                    Contact(230, ContactHow.Meeting, note: "She wants to show the first ten homes with us."),
                    new(150, CommitmentStepKind.EvidenceAdded, new(Evidence: new("Council answer: 61 homes are let", "https://riverside.example/answers/61-homes", On: today.PlusDays(-152), Source: "City Council"))) { Id = works },
                    new(150, CommitmentStepKind.StatusAssessed, new(Assessment: new(DeliveryStatus.UnderWay, today.PlusDays(-150), Evidence: [works]), AssessedBy: [By(0)])),
                    new(60, CommitmentStepKind.HolderChanged, new(Holder: new("Helen Marsh", today.PlusDays(-62), HolderChange.LostElection))),
                    Contact(20, ContactHow.Letter, ContactPurpose.Notice),
                    Work(20, "Homes team", "Private secretary of the mayor"),
                ]),
            new("Living wage", "Will you pay every cleaner of the city a living wage by the date we agree tonight?", "every contract names it", "one contract does not", 2,
                new(AnswerCode.Yes, "Yes, in every contract.", "en", Due: today.PlusDays(-120)),
                [
                    Contact(200, ContactHow.Email, outcome: ContactOutcome.Reached),
                    new(118, CommitmentStepKind.EvidenceAdded, new(Evidence: new("Minutes of the cabinet, item 7", "https://riverside.example/cabinet/7", Archived: "https://archive.example/riverside/cabinet/7"))) { Id = minutes },
                    new(115, CommitmentStepKind.StatusAssessed, new(Assessment: new(DeliveryStatus.Kept, today.PlusDays(-115), Evidence: [minutes], MetOn: today.PlusDays(-125)), AssessedBy: [By(0), By(1)])),
                ]),
            new("Night buses", "Will you run the night bus to the hospital every night?", "it runs seven nights", "it runs fewer", 3,
                new(AnswerCode.Partial, "At weekends, yes; the rest when we have drivers.", "en", Part: "Friday and Saturday nights", Due: today.PlusDays(24)),
                [
                    Contact(75, ContactHow.Phone, outcome: ContactOutcome.Reached, note: "Drivers are being trained; ask for the number."),
                    Work(75, "Transport team", "Head of bus services", today),
                ]),
            new("Mould", "Will you inspect every flat on the Harbour estate for mould?", "every flat was inspected", "one was not", 2,
                new(AnswerCode.YesWithConditions, "Yes, if the landlord gives us the keys.", "en", Condition: "The landlord hands over the keys.", WhoseMove: "Harbour Housing Association", Due: today.PlusDays(3)),
                [Contact(66, ContactHow.Letter, ContactPurpose.Reminder, ContactOutcome.NoReply), Work(66, "Harbour families", null)]),
            new("Youth workers", "Will you say by a date that you name tonight how the twelve youth workers are paid for?", "an answer names the money", "no answer by then", 2,
                new(AnswerCode.Deferred, "You will have my answer by the date you name.", "en", ByWhen: today.PlusDays(-101), Due: today.PlusDays(-101)),
                [new(300, CommitmentStepKind.MeetingAgreed, new(Meeting: new(60, today.PlusDays(-310))))]),
            new("Apprentices", "Will you take on 50 apprentices from the East side?", "50 have begun", "fewer have begun", 3,
                new(AnswerCode.CounterOffer, "Not fifty. Thirty, this year.", "en", Offer: "Will you take 30 apprentices this year?", Due: today.PlusDays(-12)),
                [
                    new(320, CommitmentStepKind.OfferAccepted, new(Grounds: "Thirty this year is more than fifty some day.")),
                    new(18, CommitmentStepKind.EvidenceAdded, new(Evidence: new("Photo of the first day: 24 apprentices", "https://transport.example/apprentices"))) { Id = wages },
                    new(15, CommitmentStepKind.StatusProposed, new(Assessment: new(DeliveryStatus.PartlyKept, today.PlusDays(-10), Evidence: [wages], Part: "24 of 30 have begun")), "They say six more begin in spring.", By: 1),
                ]),
        ];

        OldStep Contact(int ago, ContactHow how, ContactPurpose purpose = ContactPurpose.Contact, ContactOutcome? outcome = null, string? note = null) =>
            new(ago, CommitmentStepKind.ContactLogged, new(Contact: new(today.PlusDays(-ago), how, purpose, outcome)), note);
        OldStep Work(int ago, string team, string? officeContact, LocalDate? next = null) =>
            new(ago, CommitmentStepKind.Assigned, new(Assignment: new(null, team, null, officeContact, next)));
    }

    /// <summary>Stands for one of the two organisers until they are known.</summary>
    public static string By(int organiser) => $"organiser-{organiser}";
}
