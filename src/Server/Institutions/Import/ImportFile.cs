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
    private const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Reads a whole file, and every problem it has.</summary>
    public static (ImportFile? File, IReadOnlyList<ImportProblem> Problems) Read(byte[] bytes)
    {
        if (bytes.Length == 0)
            return (null, [new(0, "", "The file is empty.")]);
        if (bytes.Length > LargestFile)
            return (null, [new(0, "", "The file is larger than 8 MB: split it.")]);
        var (text, encoding, unreadable) = ImportText.Read(bytes);
        if (unreadable is not null)
            return (null, [unreadable]);
        var (headers, rows, badRows) = ImportTable.Read(text);
        if (headers.Length == 0)
            return (null, badRows);
        var (columns, badHeaders) = ImportColumns.Read(headers);
        if (badHeaders.Count > 0)
            return (null, badHeaders);
        var reader = new ImportReader(columns);
        foreach (var row in rows)
            reader.Add(row);
        IReadOnlyList<ImportProblem> problems = [.. badRows.Concat(reader.Problems).OrderBy(p => p.Line)];
        return problems.Count > 0 ? (null, problems) : (new ImportFile(reader.Institutions, rows.Count, encoding, columns.Ignored), []);
    }
}
