using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Evaluation;

/// <summary>Asks and answers in numbers, from what the hall was shown.</summary>
internal static class AnswerTally
{
    private static readonly AnswerCode[] Promises = [AnswerCode.Yes, AnswerCode.YesWithConditions, AnswerCode.Partial];

    public static async Task<AnswerReview> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var sheet = await ScoreSheet.ReadAsync(db, assemblyId, cancellation);
        var asks = sheet.Asks.Where(a => a.WithdrawnReason is null).ToList();
        var cells = asks.SelectMany(a => a.Cells).ToList();
        var shown = cells.Select(c => c.Life.Revealed).OfType<AnswerWords>().ToList();
        return new AnswerReview(
            asks.Count,
            asks.Count(a => a.WasPut),
            cells.Count,
            [.. shown.GroupBy(a => a.Code).OrderBy(g => g.Key).Select(g => new AnswerCount(g.Key, g.Count()))],
            shown.Count(a => Promises.Contains(a.Code) && a is { Due: null, ByWhen: null }),
            await db.Corrections.CountAsync(c => c.AssemblyId == assemblyId && c.State == CorrectionState.Approved, cancellation),
            await db.Disputes.CountAsync(d => d.AssemblyId == assemblyId, cancellation));
    }
}
