using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>A reason why a commitment needs somebody.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Days">How many days it is about.</param>
/// <param name="Words">The same in words.</param>
public sealed record NeedRow(NeedKind Kind, int Days, string Words);

/// <summary>A commitment as organisers see it. What is public of it is what its entries in the record say.</summary>
/// <param name="Key">Which; commands name it by these ids.</param>
/// <param name="Assembly">The assembly's title.</param>
/// <param name="Number">The ask's place on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Wording">The words of the ask as really put.</param>
/// <param name="AskVersion">The version that was answered.</param>
/// <param name="KeptIf">What has to be true for it to be kept.</param>
/// <param name="NotKeptIf">What would mean that it was not.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="Person">The person who gave it.</param>
/// <param name="Holder">Who holds the office now.</param>
/// <param name="Answer">What was said in the room, corrections included.</param>
/// <param name="AnsweredOn">When, on the assembly's calendar.</param>
/// <param name="Written">A later answer in writing.</param>
/// <param name="Standing">Whether it is a commitment.</param>
/// <param name="Status">Whether it was done.</param>
/// <param name="Assessed">What the status rests on.</param>
/// <param name="AssessedBy">Who assessed it.</param>
/// <param name="Proposed">A status that waits for a second organiser.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="Proposal">The step that proposed it, for who agrees or refuses.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Timeliness">How it stands to that date today.</param>
/// <param name="Flags">What else has to be known.</param>
/// <param name="Meeting">A meeting that was promised and did not take place yet.</param>
/// <param name="Assignment">Who does the work. Staff only.</param>
/// <param name="ActiveOn">The last day on which anything was done.</param>
/// <param name="Needs">Why it needs somebody today, the most urgent first.</param>
/// <param name="Entry">The answer's entry in the public record.</param>
/// <param name="Version">How many steps were taken.</param>
public sealed record CommitmentRow(
    CommitmentKey Key, string Assembly, int Number, string? Area, string Wording, int AskVersion, string? KeptIf, string? NotKeptIf, string Office, string Person,
    string Holder, AnswerWords Answer, LocalDate AnsweredOn, WrittenWords? Written, CommitmentStanding Standing, DeliveryStatus Status, Assessment? Assessed,
    IReadOnlyList<string> AssessedBy, Assessment? Proposed, string? ProposedBy, Guid? Proposal, LocalDate? Due, Timeliness Timeliness, IReadOnlyList<FlagKind> Flags,
    MeetingWords? Meeting, Assignment Assignment, LocalDate ActiveOn, IReadOnlyList<NeedRow> Needs, long? Entry, int Version)
{
    internal static CommitmentRow Of(Commitment c, Actor me) => new(
        c.Key, c.Assembly.Title, c.Ask.Number, c.Ask.Area, c.Ask.Wording, c.Ask.Version, c.Ask.Terms.KeptIf, c.Ask.Terms.NotKeptIf, c.Given.Office, c.Given.Name,
        c.Holder, c.Said.Words, c.Said.On, c.Life.Written, c.Standing, c.Life.Status, c.Life.Assessed,
        c.Life.AssessedBy, c.Life.Proposed?.Assessment, c.Life.Proposed?.By, c.Life.Proposed?.Id, c.Due, c.Timeliness, c.Flags,
        c.Life.Meeting, c.Life.Assignment, c.ActiveOn, [.. WorkRules.Needs(c, me.Id).Select(n => new NeedRow(n.Kind, n.Days, CommitmentWording.Need(n)))], c.Entry, c.Life.Version);
}

/// <summary>One step of a commitment.</summary>
/// <param name="Id">The step, for what points at it.</param>
/// <param name="Version">Its place.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was entered.</param>
/// <param name="By">Who entered it: an organiser's id.</param>
/// <param name="Details">What it says.</param>
/// <param name="Note">What the organisers keep to themselves.</param>
/// <param name="IsPublic">Whether it is in the public record.</param>
public sealed record CommitmentStepRow(Guid Id, int Version, CommitmentStepKind Kind, Instant At, string By, CommitmentDetails Details, string? Note, bool IsPublic)
{
    internal static CommitmentStepRow Of(CommitmentStep s) => new(s.Id, s.Version, s.Kind, s.At, s.By, s.Details, s.Note, CommitmentEntries.IsPublic(s.Kind));
}

/// <summary>A commitment with everything that happened to it.</summary>
/// <param name="Commitment">As it is today.</param>
/// <param name="Steps">The steps, the first first.</param>
public sealed record CommitmentHistory(CommitmentRow Commitment, IReadOnlyList<CommitmentStepRow> Steps);
