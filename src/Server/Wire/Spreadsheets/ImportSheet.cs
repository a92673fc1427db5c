namespace Assemblies.Wire.Spreadsheets;

/// <summary>A file as rows, before anybody asks what its columns mean.</summary>
/// <param name="Headers">The first row.</param>
/// <param name="Rows">The others.</param>
/// <param name="Encoding">How the file was read.</param>
/// <param name="BadRows">Rows that could not be cut into cells: the file is refused with them and with what else is wrong.</param>
internal sealed record ImportSheet(string[] Headers, IReadOnlyList<ImportRow> Rows, string Encoding, IReadOnlyList<ImportProblem> BadRows)
{
    private const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Opens a file; without a sheet the problems say why.</summary>
    public static (ImportSheet? Sheet, IReadOnlyList<ImportProblem> Problems) Open(byte[] bytes)
    {
        if (bytes.Length == 0)
            return (null, [new(0, "", "The file is empty.")]);
        if (bytes.Length > LargestFile)
            return (null, [new(0, "", "The file is larger than 8 MB: split it.")]);
        var (text, encoding, unreadable) = ImportText.Read(bytes);
        if (unreadable is not null)
            return (null, [unreadable]);
        var (headers, rows, badRows) = ImportTable.Read(text);
        return headers.Length == 0 ? (null, badRows) : (new ImportSheet(headers, rows, encoding, badRows), []);
    }
}
