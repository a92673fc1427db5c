using Assemblies.Data;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Redactions;

/// <summary>What was said in a cell: of a withheld answer or correction the code stays, which the record restates, and no word.</summary>
internal sealed class AnswerWordsBeside : IWordsBeside
{
    private const string Recorded = "answer.recorded";
    private const string Corrected = "answer.corrected";
    private const string Withheld = "(withheld)";

    public IReadOnlyCollection<string> Types => [Recorded, Corrected];

    public async Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation)
    {
        var steps = await db.AnswerSteps.Where(s => s.AskId == entry.AskId && s.PowerHolderId == entry.PowerHolderId).OrderBy(s => s.Version).ToListAsync(cancellation);
        // Each revealing step has its entry, and each correction; so the how manieth entry it is tells which step it came from.
        var number = await db.RecordEntries.CountAsync(
            e => e.AssemblyId == entry.AssemblyId && e.AskId == entry.AskId && e.PowerHolderId == entry.PowerHolderId && e.Type == entry.Type && e.Seq < entry.Seq, cancellation);
        var made = steps.Where(s => s.Kind == (entry.Type == Recorded ? AnswerStepKind.Revealed : AnswerStepKind.Corrected)).ElementAtOrDefault(number);
        if (made is null)
            return;
        var before = steps.LastOrDefault(s => s.Kind == AnswerStepKind.Revealed && s.Version < made.Version)?.Version ?? 0;
        var words = made.Kind == AnswerStepKind.Corrected ? [made] : steps.Where(s => s.Version > before && s.Version <= made.Version).ToList();
        words.ForEach(step => Reduce(db, step));
        foreach (var correction in await db.Corrections.Where(c => c.Id == made.CorrectionId).ToListAsync(cancellation))
        {
            db.Entry(correction).Property(c => c.Answer).CurrentValue = new AnswerWords(correction.Answer.Code);
            // Both stand in the withheld entry, and on every page that tells the history of the answer.
            db.Entry(correction).Property(c => c.Grounds).CurrentValue = Withheld;
            db.Entry(correction).Property(c => c.RequestedBy).CurrentValue = Withheld;
        }
    }

    private static void Reduce(AssemblyDb db, AnswerStep step)
    {
        if (step.Answer is { } answer)
            db.Entry(step).Property(s => s.Answer).CurrentValue = new AnswerWords(answer.Code);
        if (step.AskedAs is not null)
            db.Entry(step).Property(s => s.AskedAs).CurrentValue = null;
    }
}
