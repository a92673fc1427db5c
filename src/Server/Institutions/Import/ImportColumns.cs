using Assemblies.Wire;

namespace Assemblies.Institutions.Import;

/// <summary>What a column holds.</summary>
internal enum ImportColumn
{
    Institution,
    Person,
    FirstName,
    LastName,
    Pledge,
    Goal,
    Chapter,
    Kind,
    Membership,
    Captain,
    Pronunciation,
}

/// <summary>Finds out what the columns of a file hold, by the many words that alliances use in their headers.</summary>
internal sealed class ImportColumns
{
    private static readonly Dictionary<string, ImportColumn> Words = Enumerable.ToDictionary(
        new (ImportColumn Column, string[] Words)[]
        {
            (ImportColumn.Institution, ["institution", "institution name", "church", "congregation", "organisation", "organization", "organisation name",
                "organization name", "group", "group name", "member institution", "parish", "mosque", "school", "union", "delegation"]),
            (ImportColumn.Person, ["person", "full name", "person name", "attendee", "attendee name", "participant", "leader", "your name"]),
            (ImportColumn.FirstName, ["first", "first name", "firstname", "given name", "forename"]),
            (ImportColumn.LastName, ["last", "last name", "lastname", "surname", "family name"]),
            (ImportColumn.Pledge, ["pledge", "pledged", "turnout pledge", "turn out pledge", "promised", "promise", "number pledged", "turnout", "number"]),
            (ImportColumn.Goal, ["goal", "turnout goal", "turn out goal", "target", "needed"]),
            (ImportColumn.Chapter, ["chapter", "region", "area", "section", "district"]),
            (ImportColumn.Kind, ["kind", "type", "denomination", "institution type", "tradition"]),
            (ImportColumn.Membership, ["membership", "member visiting", "member or visiting", "status", "member"]),
            (ImportColumn.Captain, ["captain", "turn out captain", "turnout captain", "contact", "contact person", "contact name"]),
            (ImportColumn.Pronunciation, ["pronunciation", "pronounced", "said", "how to say"]),
        }.SelectMany(c => c.Words.Select(word => (word, c.Column))), pair => pair.word, pair => pair.Column);

    private readonly Dictionary<ImportColumn, int> positions = [];

    private ImportColumns(string[] headers) => Headers = headers;

    public string[] Headers { get; }

    /// <summary>Headers that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    public static (ImportColumns Columns, IReadOnlyList<ImportProblem> Problems) Read(string[] headers)
    {
        var columns = new ImportColumns(headers);
        var problems = new List<ImportProblem>();
        var meanings = headers.Select(header => Words.TryGetValue(Key(header), out var column) ? column : (ImportColumn?)null).ToArray();
        // "Name" alone is a person where another column names the institution, else the institution itself.
        var name = meanings.Contains(ImportColumn.Institution) ? ImportColumn.Person : ImportColumn.Institution;
        for (var i = 0; i < headers.Length; i++)
        {
            if ((Key(headers[i]) == "name" ? name : meanings[i]) is not { } column)
                continue;
            if (!columns.positions.TryAdd(column, i))
                problems.Add(new(1, headers[i], $"\"{headers[columns.positions[column]]}\" and \"{headers[i]}\" mean the same here: remove or rename one of them."));
        }
        var seen = string.Join(", ", headers.Where(h => h.Length > 0).Select(h => $"\"{h}\""));
        if (!columns.Has(ImportColumn.Institution))
            problems.Add(new(1, "", $"No column names the institution. The headers are: {seen}. Call one of them \"Institution\"."));
        columns.Ignored = [.. headers.Where((h, i) => h.Length > 0 && !columns.positions.ContainsValue(i))];
        return (columns, problems);
    }

    public bool Has(ImportColumn column) => positions.ContainsKey(column);

    public string Header(ImportColumn column) => positions.TryGetValue(column, out var i) ? Headers[i] : "";

    /// <summary>A row's cell; empty when the file has no such column or the row is short.</summary>
    public string Cell(string[] row, ImportColumn column) =>
        positions.TryGetValue(column, out var i) && i < row.Length ? string.Join(' ', row[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    private static string Key(string header) => string.Join(' ', Folding.Words(header));
}
