using Assemblies.Commitments.Spreadsheet;
using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Commitments.Publication;

/// <summary>What became of it as a table: the columns of the organisers' export, under the same headers, without those that say who does the work.</summary>
internal static class FollowUpTable
{
    private static readonly WorkNames Nobody = new(new Dictionary<Guid, string>(), new Dictionary<Guid, string>());

    private static readonly CommitmentColumn[] Columns = [.. Enum.GetValues<CommitmentColumn>().Where(c => !CommitmentColumns.IsWork(c))];

    public static byte[] Write(FollowUp followUp) => SpreadsheetFile.Write(
        [[.. Columns.Select(c => CommitmentColumns.Headers[(int)c])], .. followUp.Commitments.Select(c => Columns.Select(column => CommitmentCsv.Cell(c.Of, column, Nobody)).ToList())]);
}
