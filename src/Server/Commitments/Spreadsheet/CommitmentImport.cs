using Assemblies.Data;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Spreadsheet;

/// <summary>What an import of commitments did, or would do.</summary>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Changed">Commitments whose work is assigned otherwise than before.</param>
/// <param name="Encoding">How the file was read.</param>
/// <param name="IgnoredColumns">Headers that mean nothing here.</param>
public sealed record CommitmentImportReply(bool DryRun, int Rows, int Changed, string Encoding, IReadOnlyList<string> IgnoredColumns);

/// <summary>An import's outcome: exactly one of what it did, the rows that are wrong, and what is wrong with the request.</summary>
public sealed record CommitmentImportResult(CommitmentImportReply? Reply, IReadOnlyList<ImportProblem> Rows, Problem? Problem);

/// <summary>Takes a file as it was exported, with the work changed: all of it or nothing. What was promised, and whether it was kept, no file changes.</summary>
public sealed class CommitmentImport(AssemblyDb db, CommitmentReader reader, CommitmentBook book)
{
    /// <summary>Imports a file, or only checks it.</summary>
    public async Task<CommitmentImportResult> RunAsync(Actor actor, byte[] bytes, bool dryRun, CancellationToken cancellation)
    {
        var (sheet, unreadable) = ImportSheet.Open(bytes);
        if (sheet is null)
            return new(null, unreadable, null);
        var (columns, badHeaders) = CommitmentColumns.Read(sheet.Headers);
        if (badHeaders.Count > 0)
            return new(null, badHeaders, null);
        var rows = new CommitmentRowReader(columns, await reader.AllAsync(cancellation), await NamesAsync(cancellation));
        var read = sheet.Rows.Select(rows.Read).ToList();
        if (sheet.BadRows.Count + rows.Problems.Count > 0)
            return new(null, [.. sheet.BadRows.Concat(rows.Problems).OrderBy(p => p.Line)], null);
        var changed = read.Select(r => r!.Value).Where(r => r.Assignment != r.Commitment.Life.Assignment).ToList();
        if (!dryRun && await book.AssignAllAsync(actor, changed, cancellation) is { } refused)
            return new(null, [], refused);
        return new(new(dryRun, read.Count, changed.Count, sheet.Encoding, columns.Ignored), [], null);
    }

    /// <summary>Who does the work, by name.</summary>
    internal async Task<WorkNames> NamesAsync(CancellationToken cancellation) => new(
        await db.Users.ToDictionaryAsync(u => u.Id, u => u.Email ?? "", cancellation), await db.Institutions.ToDictionaryAsync(i => i.Id, i => i.Name, cancellation));
}
