using Assemblies.Wire.Spreadsheets;

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
    Size,
}

/// <summary>Finds out what the columns of a file hold, by the many words that alliances use in their headers.</summary>
internal static class ImportColumns
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
            (ImportColumn.Size, ["size", "membership size", "number of members", "members", "congregation size"]),
        }.SelectMany(c => c.Words.Select(word => (word, c.Column))), pair => pair.word, pair => pair.Column);

    public static (ImportHeaders<ImportColumn> Columns, IReadOnlyList<ImportProblem> Problems) Read(string[] headers)
    {
        // "Name" alone is a person where another column names the institution, else the institution itself.
        var name = headers.Any(h => Words.TryGetValue(ImportHeaders<ImportColumn>.Key(h), out var column) && column == ImportColumn.Institution)
            ? ImportColumn.Person
            : ImportColumn.Institution;
        var (columns, problems) = ImportHeaders<ImportColumn>.Read(
            headers, key => key == "name" ? name : Words.TryGetValue(key, out var column) ? column : null);
        if (!columns.Has(ImportColumn.Institution))
            problems.Add(new(1, "", $"No column names the institution. The headers are: {columns.Seen}. Call one of them \"Institution\"."));
        return (columns, problems);
    }
}
