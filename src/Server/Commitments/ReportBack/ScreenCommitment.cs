using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments.ReportBack;

/// <summary>An old commitment for the hall: what the public record says of it, and never a status that is only proposed.</summary>
/// <param name="PowerHolder">Who gave it.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="Wording">The words of the ask as really put.</param>
/// <param name="Answer">The answer that stands.</param>
/// <param name="AnsweredOn">When it was given in the hall.</param>
/// <param name="Status">Whether it was done, in words.</param>
/// <param name="Definition">What that status means.</param>
/// <param name="Timeliness">How it stands to its date this evening, in words.</param>
public sealed record ScreenCommitment(
    string PowerHolder, string Office, string Wording, AnswerWords Answer, LocalDate AnsweredOn, string Status, string Definition, string Timeliness)
{
    internal static ScreenCommitment Of(Commitment c) => new(
        c.Given.Name, c.Given.Office, c.Ask.Wording, c.Stands, c.Said.On, CommitmentWording.Status(c.Life.Status),
        CommitmentWording.Definition(c.Life.Status), CommitmentWording.Timeliness(c.Timeliness));
}
