using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Institutions.Import;

/// <summary>What a file says of one institution. Null where it says nothing.</summary>
internal sealed class ImportedInstitution(string name)
{
    public string Name => name;
    public Dictionary<ImportColumn, (string Value, int Line)> Said { get; } = [];
    public Dictionary<string, (string Name, int Line)> People { get; } = [];
    public int? OwnLine { get; set; }

    public int? Number(ImportColumn column) =>
        Said.TryGetValue(column, out var said) ? int.Parse(said.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public string? Word(ImportColumn column) => Said.TryGetValue(column, out var said) ? said.Value : null;
}

/// <summary>A file that was read: institutions by the key of their name, with their people.</summary>
internal sealed record ImportFile(
    IReadOnlyDictionary<string, ImportedInstitution> Institutions, int Rows, string Encoding, IReadOnlyList<string> IgnoredColumns)
{
    /// <summary>Reads a whole file, and every problem it has.</summary>
    public static (ImportFile? File, IReadOnlyList<ImportProblem> Problems) Read(byte[] bytes)
    {
        var (sheet, unreadable) = ImportSheet.Open(bytes);
        if (sheet is null)
            return (null, unreadable);
        var (columns, badHeaders) = ImportColumns.Read(sheet.Headers);
        if (badHeaders.Count > 0)
            return (null, badHeaders);
        var reader = new ImportReader(columns);
        foreach (var row in sheet.Rows)
            reader.Add(row);
        IReadOnlyList<ImportProblem> problems = [.. sheet.BadRows.Concat(reader.Problems).OrderBy(p => p.Line)];
        return problems.Count > 0 ? (null, problems) : (new ImportFile(reader.Institutions, sheet.Rows.Count, sheet.Encoding, columns.Ignored), []);
    }
}
