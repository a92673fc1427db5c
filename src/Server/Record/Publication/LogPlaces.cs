using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Publication;

/// <summary>One entry of the record, by what it is about.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="At">When it was written.</param>
/// <param name="Type">For example <c>answer.recorded</c>.</param>
/// <param name="AskVersion">For published and amended asks: the server's version of the words.</param>
/// <param name="IsWithheld">Whether only its hash is published.</param>
/// <param name="StepId">The step of follow-up that it records.</param>
public sealed record LogPlace(long Seq, Instant At, string Type, Guid? AskId, Guid? PowerHolderId, int? AskVersion, bool IsWithheld, Guid? StepId);

/// <summary>Where in the record each public thing stands, so that a reader can check it there.</summary>
public sealed class LogPlaces(IReadOnlyList<LogPlace> entries)
{
    /// <summary>All entries, the first first.</summary>
    public IReadOnlyList<LogPlace> Entries => entries;

    internal static async Task<LogPlaces> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        new(await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId).OrderBy(e => e.Seq)
            .Select(e => new LogPlace(e.Seq, e.At, e.Type, e.AskId, e.PowerHolderId, e.AskVersion, e.Bytes == null, e.StepId)).ToListAsync(cancellation));

    /// <summary>The first entry of that type; null where there is none.</summary>
    public LogPlace? First(string type) => entries.FirstOrDefault(e => e.Type == type);

    /// <summary>What was published of an ask: its words, other words, its withdrawal.</summary>
    public IEnumerable<LogPlace> Of(Guid askId) => entries.Where(e => e.AskId == askId && e.Type.StartsWith("ask.", StringComparison.Ordinal));

    /// <summary>The entries of a step of follow-up; none where they stand in a record that ended.</summary>
    public IReadOnlyList<LogPlace> OfStep(Guid stepId) => [.. entries.Where(e => e.StepId == stepId)];

    /// <summary>The entry of each event of a cell, in the order of its history; null where the record has none.</summary>
    public IReadOnlyList<LogPlace?> Of(Guid askId, PublicCell cell)
    {
        var own = entries.Where(e => e.AskId == askId && e.PowerHolderId == cell.PowerHolderId).ToList();
        var (found, next) = (new LogPlace?[cell.History.Count], long.MaxValue);
        // Events and entries are written in the same transactions, so they follow in the same order. From the end, because a record that
        // succeeds one whose key was lost has only what stands.
        for (var i = found.Length - 1; i >= 0; i--)
        {
            found[i] = own.FindLast(e => e.Seq < next && e.Type == TypeOf(cell.History[i].Kind));
            next = found[i]?.Seq ?? next;
        }
        return found;
    }

    /// <summary>The entry of each dispute of a cell, in their order; null for those of a record that ended.</summary>
    public IReadOnlyList<LogPlace?> OfDisputes(Guid askId, PublicCell cell)
    {
        var own = entries.Where(e => e.AskId == askId && e.PowerHolderId == cell.PowerHolderId && e.Type == "answer.disputed").ToList();
        return [.. cell.Disputes.Select((_, i) => own.ElementAtOrDefault(i - cell.Disputes.Count + own.Count))];
    }

    private static string TypeOf(AnswerEventKind kind) => kind switch
    {
        AnswerEventKind.Revealed => "answer.recorded",
        AnswerEventKind.Objected => "answer.readback",
        AnswerEventKind.Acknowledged => "answer.acknowledged",
        AnswerEventKind.Corrected => "answer.corrected",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
