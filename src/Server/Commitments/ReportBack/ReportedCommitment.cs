using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments.ReportBack;

/// <summary>An old commitment on the tablets of the evening that reports back on it. Staff only.</summary>
/// <param name="Assembly">The title of the assembly where it was made.</param>
/// <param name="AnsweredOn">When, on that assembly's calendar.</param>
/// <param name="Wording">The words of the ask as really put.</param>
/// <param name="Office">The office that gave it.</param>
/// <param name="Person">The person who gave it.</param>
/// <param name="Answer">The answer that stands, in words with its quote.</param>
/// <param name="Status">Whether it was done, in words.</param>
/// <param name="Definition">What that status means.</param>
/// <param name="Timeliness">How it stands to its date this evening, in words.</param>
/// <param name="Say">What the chair says of it.</param>
/// <param name="IsOnScreens">Whether the screens show it too: only what the public record has, whole.</param>
public sealed record ReportedCommitment(
    string Assembly, LocalDate AnsweredOn, string Wording, string Office, string Person, string Answer, string Status, string Definition,
    string Timeliness, string Say, bool IsOnScreens)
{
    internal static ReportedCommitment Of(Commitment c) => new(
        c.Assembly.Title, c.Said.On, c.Ask.Wording, c.Given.Office, c.Given.Name, AnswerWording.Line(c.Stands), CommitmentWording.Status(c.Life.Status),
        CommitmentWording.Definition(c.Life.Status), CommitmentWording.Timeliness(c.Timeliness), ReportBackWording.Say(c), ReportBackRules.IsPublic(c));
}
