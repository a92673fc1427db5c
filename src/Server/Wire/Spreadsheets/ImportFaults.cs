namespace Assemblies.Wire.Spreadsheets;

/// <summary>Collects what is wrong with the rows of a file, so that somebody corrects a file once and not row by row.</summary>
internal sealed class ImportFaults<TColumn>(ImportHeaders<TColumn> headers) where TColumn : struct, Enum
{
    public List<ImportProblem> Problems { get; } = [];

    public void Refuse(ImportRow row, TColumn? column, string reason) =>
        Problems.Add(new ImportProblem(row.Line, column is { } c ? headers.Header(c) : "", reason));

    /// <summary>Refuses a row that has more cells than there are headers.</summary>
    public void CheckWidth(ImportRow row)
    {
        if (row.Cells.Skip(headers.Count).Any(cell => cell.Length > 0))
            Refuse(row, null, "The row has more cells than there are headers. Is a cell with a separator in it not in quotation marks?");
    }

    /// <summary>A cell for quoting in a sentence.</summary>
    public static string Short(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
