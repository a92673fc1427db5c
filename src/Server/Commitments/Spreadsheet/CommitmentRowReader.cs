using System.Globalization;
using Assemblies.Institutions;
using Assemblies.Wire.Spreadsheets;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Commitments.Spreadsheet;

/// <summary>Reads rows as assignments of commitments that exist, and keeps what is wrong with them.</summary>
internal sealed class CommitmentRowReader(ImportHeaders<CommitmentColumn> columns, IReadOnlyList<Commitment> known, WorkNames names)
{
    private const int LongestText = 200;

    private readonly ImportFaults<CommitmentColumn> faults = new(columns);
    private readonly HashSet<CommitmentKey> seen = [];

    public IReadOnlyList<ImportProblem> Problems => faults.Problems;

    /// <summary>The commitment and its assignment as the row has it; null where the row is about none.</summary>
    public (Commitment Commitment, Assignment Assignment)? Read(ImportRow row)
    {
        faults.CheckWidth(row);
        if (Find(row) is not { } commitment)
            return null;
        if (!seen.Add(commitment.Key))
            faults.Refuse(row, CommitmentColumn.Ask, "This commitment is in the file twice.");
        foreach (var column in Enum.GetValues<CommitmentColumn>().Where(c => columns.Has(c) && !CommitmentColumns.IsWork(c) && !CommitmentColumns.IsComputed(c)))
            if (!Same(Text(row, column), Convert.ToString(CommitmentCsv.Cell(commitment, column, names), CultureInfo.InvariantCulture) ?? ""))
                faults.Refuse(row, column, "An import does not change what was promised or what became of it. Change it on the commitment's page, with its reason; leave this cell as it was exported.");
        var work = commitment.Life.Assignment;
        return (commitment, new(
            columns.Has(CommitmentColumn.Owner) ? Named(row, CommitmentColumn.Owner, names.Emails, "organiser has the e-mail address") : work.OwnerId,
            columns.Has(CommitmentColumn.Team) ? Short(row, CommitmentColumn.Team) : work.Team,
            columns.Has(CommitmentColumn.Institution) ? Named(row, CommitmentColumn.Institution, names.Institutions, "institution is called") : work.InstitutionId,
            columns.Has(CommitmentColumn.OfficeContact) ? Short(row, CommitmentColumn.OfficeContact) : work.OfficeContact,
            columns.Has(CommitmentColumn.NextContact) ? Day(row) : work.NextContact));
    }

    private Commitment? Find(ImportRow row)
    {
        var (assembly, number, person, office) = (Text(row, CommitmentColumn.Assembly), Text(row, CommitmentColumn.Ask), Text(row, CommitmentColumn.PowerHolder), Text(row, CommitmentColumn.Office));
        var of = known.Where(c => Same(c.Assembly.Slug, assembly) || Same(c.Assembly.Title, assembly)).ToList();
        if (of.Count == 0)
            return None(CommitmentColumn.Assembly, $"No promise was made at an assembly \"{ImportFaults<CommitmentColumn>.Short(assembly)}\".");
        var asked = of.Where(c => number == c.Ask.Number.ToString(CultureInfo.InvariantCulture)).ToList();
        if (asked.Count == 0)
            return None(CommitmentColumn.Ask, $"No answer to an ask \"{ImportFaults<CommitmentColumn>.Short(number)}\" was revealed there.");
        var given = asked.Where(c => Same(c.Given.Name, person) && (office.Length == 0 || Same(c.Given.Office, office))).ToList();
        return given is [var only] ? only : None(CommitmentColumn.PowerHolder, given.Count == 0
            ? $"\"{ImportFaults<CommitmentColumn>.Short(person)}\" did not answer this ask."
            : "More than one of this name answered it: give the office too.");

        Commitment? None(CommitmentColumn column, string reason)
        {
            faults.Refuse(row, column, reason);
            return null;
        }
    }

    private Guid? Named(ImportRow row, CommitmentColumn column, IReadOnlyDictionary<Guid, string> all, string what)
    {
        var cell = Text(row, column);
        if (cell.Length == 0)
            return null;
        var key = InstitutionName.Key(cell);
        if (all.Where(n => Same(n.Value, cell)).ToList() is [var exact])
            return exact.Key;
        if (column == CommitmentColumn.Institution && all.Where(n => InstitutionName.Key(n.Value) == key).ToList() is [var alike])
            return alike.Key;
        faults.Refuse(row, column, $"No {what} \"{ImportFaults<CommitmentColumn>.Short(cell)}\".");
        return null;
    }

    private string? Short(ImportRow row, CommitmentColumn column)
    {
        var cell = Text(row, column);
        if (cell.Length > LongestText)
            faults.Refuse(row, column, $"At most {LongestText} characters.");
        return cell.Length == 0 ? null : cell;
    }

    private LocalDate? Day(ImportRow row)
    {
        var cell = Text(row, CommitmentColumn.NextContact);
        if (cell.Length == 0)
            return null;
        if (LocalDatePattern.Iso.Parse(cell) is { Success: true, Value: var day })
            return day;
        faults.Refuse(row, CommitmentColumn.NextContact, $"\"{ImportFaults<CommitmentColumn>.Short(cell)}\" is no date: write it as 2027-06-12.");
        return null;
    }

    private string Text(ImportRow row, CommitmentColumn column) => SpreadsheetFile.Unguard(columns.Cell(row, column)).ReplaceLineEndings("\n").Trim();

    private static bool Same(string one, string other) => one.Equals(other.ReplaceLineEndings("\n").Trim(), StringComparison.OrdinalIgnoreCase);
}
