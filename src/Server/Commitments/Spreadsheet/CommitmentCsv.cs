using Assemblies.Record;
using Assemblies.Wire.Spreadsheets;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Commitments.Spreadsheet;

/// <summary>Names of those who do the work, for cells.</summary>
/// <param name="Emails">Organisers by id.</param>
/// <param name="Institutions">Institutions by id.</param>
internal sealed record WorkNames(IReadOnlyDictionary<Guid, string> Emails, IReadOnlyDictionary<Guid, string> Institutions);

/// <summary>Commitments for a spreadsheet, one a row. For the organisers: it holds who does the work.</summary>
internal static class CommitmentCsv
{
    public static byte[] Write(IEnumerable<Commitment> commitments, WorkNames names) => SpreadsheetFile.Write(
        [CommitmentColumns.Headers, .. commitments.Select(c => Enum.GetValues<CommitmentColumn>().Select(column => Cell(c, column, names)).ToList())]);

    /// <summary>What stands in a cell.</summary>
    public static object? Cell(Commitment c, CommitmentColumn column, WorkNames names) => column switch
    {
        CommitmentColumn.Assembly => c.Assembly.Slug,
        CommitmentColumn.Ask => c.Ask.Number,
        CommitmentColumn.PowerHolder => c.Given.Name,
        CommitmentColumn.Office => c.Given.Office,
        CommitmentColumn.Area => c.Ask.Area,
        CommitmentColumn.Wording => c.Ask.Wording,
        CommitmentColumn.Answer => AnswerWording.Word(c.Stands),
        CommitmentColumn.Quote => c.Stands.Verbatim,
        CommitmentColumn.Condition => c.Stands.Condition,
        CommitmentColumn.WhoseMove => c.Stands.WhoseMove,
        CommitmentColumn.KeptIf => c.Ask.Terms.KeptIf,
        CommitmentColumn.NotKeptIf => c.Ask.Terms.NotKeptIf,
        CommitmentColumn.AnsweredOn => Day(c.Said.On),
        CommitmentColumn.Due => Day(c.Due),
        CommitmentColumn.Timeliness => CommitmentWording.Timeliness(c.Timeliness),
        CommitmentColumn.Status => c.Standing == Rules.CommitmentStanding.Made ? CommitmentWording.Status(c.Life.Status) : CommitmentWording.Standing(c.Standing),
        CommitmentColumn.CheckedOn => Day(c.Life.Assessed?.On),
        CommitmentColumn.LastActivity => Day(c.ActiveOn),
        CommitmentColumn.Owner => c.Life.Assignment.OwnerId is { } owner ? names.Emails.GetValueOrDefault(owner) : null,
        CommitmentColumn.Team => c.Life.Assignment.Team,
        CommitmentColumn.Institution => c.Life.Assignment.InstitutionId is { } id ? names.Institutions.GetValueOrDefault(id) : null,
        CommitmentColumn.OfficeContact => c.Life.Assignment.OfficeContact,
        CommitmentColumn.NextContact => Day(c.Life.Assignment.NextContact),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
