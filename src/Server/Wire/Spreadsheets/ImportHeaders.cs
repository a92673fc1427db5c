namespace Assemblies.Wire.Spreadsheets;

/// <summary>Which column of a file holds what.</summary>
/// <typeparam name="TColumn">What a column may hold.</typeparam>
internal sealed class ImportHeaders<TColumn> where TColumn : struct, Enum
{
    private readonly Dictionary<TColumn, int> positions = [];
    private readonly string[] headers;

    private ImportHeaders(string[] headers) => this.headers = headers;

    public int Count => headers.Length;

    /// <summary>Headers that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    /// <summary>The first row in words, for whoever looks for a column.</summary>
    public string Seen => string.Join(", ", headers.Where(h => h.Length > 0).Select(h => $"\"{h}\""));

    /// <param name="headers">The first row.</param>
    /// <param name="meaning">What a header means, by its <see cref="Key"/>; null when it means nothing.</param>
    public static (ImportHeaders<TColumn> Headers, List<ImportProblem> Problems) Read(string[] headers, Func<string, TColumn?> meaning)
    {
        var read = new ImportHeaders<TColumn>(headers);
        var problems = new List<ImportProblem>();
        for (var i = 0; i < headers.Length; i++)
            if (meaning(Key(headers[i])) is { } column && !read.positions.TryAdd(column, i))
                problems.Add(new(1, headers[i], $"\"{headers[read.positions[column]]}\" and \"{headers[i]}\" mean the same here: remove or rename one of them."));
        read.Ignored = [.. headers.Where((h, i) => h.Length > 0 && !read.positions.ContainsValue(i))];
        return (read, problems);
    }

    /// <summary>A header without case, accents and punctuation.</summary>
    public static string Key(string header) => string.Join(' ', Folding.Words(header));

    public bool Has(TColumn column) => positions.ContainsKey(column);

    public string Header(TColumn column) => positions.TryGetValue(column, out var i) ? headers[i] : "";

    /// <summary>A row's cell as it is; empty when the file has no such column or the row is short.</summary>
    public string Cell(ImportRow row, TColumn column) => positions.TryGetValue(column, out var i) && i < row.Cells.Length ? row.Cells[i] : "";

    /// <summary>A row's cell on one line, with single blanks.</summary>
    public string Line(ImportRow row, TColumn column) => string.Join(' ', Cell(row, column).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
