using Assemblies.Data;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Agenda.RunningOrder.Spreadsheet;

/// <summary>What an import of a running order did, or would do.</summary>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Items">Items of the file.</param>
/// <param name="PlannedSeconds">Their lengths together.</param>
/// <param name="Encoding">How the file was read.</param>
/// <param name="IgnoredColumns">Headers that mean nothing here.</param>
public sealed record RunningOrderImportReply(bool DryRun, int Items, int PlannedSeconds, string Encoding, IReadOnlyList<string> IgnoredColumns);

/// <summary>An import's outcome: exactly one of what it did, the rows that are wrong, and what is wrong with the request.</summary>
public sealed record RunningOrderImportResult(RunningOrderImportReply? Reply, IReadOnlyList<ImportProblem> Rows, IReadOnlyList<Problem> Problems);

/// <summary>Imports a running order from a spreadsheet: all of it or nothing.</summary>
public sealed class RunningOrderImport(RunningOrderReader reader, RunningOrderEditor editor)
{
    /// <summary>Imports a file, or only checks it.</summary>
    public async Task<RunningOrderImportResult> RunAsync(
        Actor actor, Guid assemblyId, byte[] bytes, FillMode? mode, bool dryRun, CancellationToken cancellation)
    {
        var (sheet, unreadable) = ImportSheet.Open(bytes);
        if (sheet is null)
            return new(null, unreadable, []);
        var (columns, badHeaders) = RunningOrderColumns.Read(sheet.Headers);
        if (badHeaders.Count > 0)
            return new(null, badHeaders, []);
        var rows = new RunningOrderRowReader(columns, await reader.ReadLinkableAsync(assemblyId, cancellation));
        IReadOnlyList<AgendaItemCommand> items = [.. sheet.Rows.Select(rows.Read)];
        if (sheet.BadRows.Count + rows.Problems.Count > 0)
            return new(null, [.. sheet.BadRows.Concat(rows.Problems).OrderBy(p => p.Line)], []);
        if (!dryRun && await editor.FillAsync(actor, assemblyId, items, mode, cancellation) is { Count: > 0 } problems)
            return new(null, [], problems);
        return new(new(dryRun, items.Count, items.Sum(i => i.PlannedSeconds!.Value), sheet.Encoding, columns.Ignored), [], []);
    }
}
