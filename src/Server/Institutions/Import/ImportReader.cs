using System.Globalization;
using System.Text.RegularExpressions;
using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Institutions.Import;

/// <summary>Reads row after row and keeps what is wrong.</summary>
internal sealed partial class ImportReader(ImportHeaders<ImportColumn> columns)
{
    private const int LongestWord = 60;

    private readonly Dictionary<string, ImportedInstitution> institutions = [];

    private readonly ImportFaults<ImportColumn> faults = new(columns);

    public List<ImportProblem> Problems => faults.Problems;

    public IReadOnlyDictionary<string, ImportedInstitution> Institutions => institutions;

    public void Add(ImportRow row)
    {
        var before = Problems.Count;
        faults.CheckWidth(row);
        foreach (var column in Enum.GetValues<ImportColumn>())
            CheckFormula(row, column);
        var name = columns.Line(row, ImportColumn.Institution);
        var key = InstitutionName.Key(name);
        if (key.Length == 0)
            Refuse(row, ImportColumn.Institution, "The row names no institution.");
        CheckLength(row, ImportColumn.Institution, InstitutionName.Longest);
        CheckLength(row, ImportColumn.Captain, DelegationRules.LongestName);
        CheckLength(row, ImportColumn.Chapter, LongestWord);
        CheckLength(row, ImportColumn.Kind, LongestWord);
        CheckLength(row, ImportColumn.Pronunciation, InstitutionName.Longest);
        CheckNumber(row, ImportColumn.Pledge);
        CheckNumber(row, ImportColumn.Goal);
        CheckNumber(row, ImportColumn.Size);
        if (columns.Line(row, ImportColumn.Membership) is { Length: > 0 } membership && MembershipOf(membership) is null)
            Refuse(row, ImportColumn.Membership, $"\"{Short(membership)}\" is neither \"member\" nor \"visiting\".");
        var person = Person(row);
        if (person is not null && PersonName.Problem(person) is { } wrong)
            Refuse(row, PersonColumn, char.ToUpperInvariant(wrong[0]) + wrong[1..]);
        if (Problems.Count > before)
            return;

        if (!institutions.TryGetValue(key, out var institution))
            institutions[key] = institution = new ImportedInstitution(name);
        AddFacts(row, institution);
        if (person is not null)
            AddPerson(row, institution, person);
        else if (institution.OwnLine is { } line)
            Refuse(row, ImportColumn.Institution, $"\"{Short(name)}\" was on line {line} already.");
        else
            institution.OwnLine = row.Line;
    }

    /// <summary>The membership a cell means; null when it means none.</summary>
    public static Membership? MembershipOf(string cell) => cell.ToLowerInvariant() switch
    {
        "member" or "yes" or "y" or "true" => Membership.Member,
        "visiting" or "visitor" or "guest" or "no" or "n" or "false" or "non-member" => Membership.Visiting,
        _ => null,
    };

    private ImportColumn PersonColumn => columns.Has(ImportColumn.Person) ? ImportColumn.Person : ImportColumn.FirstName;

    private string? Person(ImportRow row)
    {
        var whole = columns.Line(row, ImportColumn.Person);
        var name = whole.Length > 0
            ? whole
            : $"{columns.Line(row, ImportColumn.FirstName)} {columns.Line(row, ImportColumn.LastName)}".Trim();
        return name.Length > 0 ? name : null;
    }

    private void AddFacts(ImportRow row, ImportedInstitution institution)
    {
        foreach (var column in new[]
        {
            ImportColumn.Pledge, ImportColumn.Goal, ImportColumn.Chapter, ImportColumn.Kind, ImportColumn.Membership, ImportColumn.Captain,
            ImportColumn.Pronunciation, ImportColumn.Size,
        })
        {
            var value = columns.Line(row, column);
            if (value.Length == 0)
                continue;
            // Rows of people repeat what they say of their institution; they must not contradict each other.
            if (!institution.Said.TryAdd(column, (value, row.Line)) && institution.Said[column] is var said && said.Value != value)
                Refuse(row, column, $"\"{Short(value)}\" contradicts line {said.Line}, which says \"{Short(said.Value)}\" of the same institution.");
        }
    }

    private void AddPerson(ImportRow row, ImportedInstitution institution, string person)
    {
        if (!institution.People.TryAdd(PersonName.Key(person), (person, row.Line)))
            Refuse(row, PersonColumn, $"The same name at the same institution was on line {institution.People[PersonName.Key(person)].Line} already. {PersonName.TellApart}");
    }

    private void CheckFormula(ImportRow row, ImportColumn column)
    {
        if (columns.Line(row, column) is ['=' or '+' or '-' or '@', ..] cell && !PlainNumber().IsMatch(cell))
            Refuse(row, column, $"\"{Short(cell)}\" begins like a formula, which a spreadsheet program would run. Remove the first character.");
    }

    private void CheckLength(ImportRow row, ImportColumn column, int longest)
    {
        if (columns.Line(row, column).Length > longest)
            Refuse(row, column, $"The cell has more than {longest} characters.");
    }

    private void CheckNumber(ImportRow row, ImportColumn column)
    {
        if (columns.Line(row, column) is { Length: > 0 } cell
            && !(int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DelegationRules.LargestPledge))
            Refuse(row, column, $"\"{Short(cell)}\" is no whole number from 0 to {DelegationRules.LargestPledge}, without sign, decimals and separators.");
    }

    private void Refuse(ImportRow row, ImportColumn column, string reason) => faults.Refuse(row, column, reason);

    private static string Short(string cell) => ImportFaults<ImportColumn>.Short(cell);

    [GeneratedRegex(@"^[+-]?\d+([.,]\d+)?$")]
    private static partial Regex PlainNumber();
}
