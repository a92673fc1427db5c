using Assemblies.Data;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Redactions;

/// <summary>What was said in a cell: of a withheld answer or correction the code stays, which the record restates, and no word.</summary>
internal sealed class AnswerWordsBeside : IWordsBeside
{
    private const string Recorded = "answer.recorded";
    private const string Corrected = "answer.corrected";
    public IReadOnlyCollection<string> Types => [Recorded, Corrected];

    public async Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation)
    {
        var steps = await db.AnswerSteps.Where(s => s.AskId == entry.AskId && s.PowerHolderId == entry.PowerHolderId).OrderBy(s => s.Version).ToListAsync(cancellation);
        var own = await db.RecordEntries.Where(e => e.AssemblyId == entry.AssemblyId && e.AskId == entry.AskId && e.PowerHolderId == entry.PowerHolderId)
            .Select(e => new { e.Seq, e.Type }).ToListAsync(cancellation);
        // Each revealing step has its entry, and each correction. Counted from the end: a record that succeeds one whose key was lost begins with what stood.
        var made = steps.Where(s => s.Kind == (entry.Type == Recorded ? AnswerStepKind.Revealed : AnswerStepKind.Corrected))
            .SkipLast(own.Count(e => e.Type == entry.Type && e.Seq > entry.Seq)).LastOrDefault();
        if (made is null)
            return;
        var before = steps.LastOrDefault(s => s.Kind == AnswerStepKind.Revealed && s.Version < made.Version)?.Version ?? 0;
        var words = made.Kind == AnswerStepKind.Corrected ? [made] : steps.Where(s => s.Version > before && s.Version <= made.Version).ToList();
        // The first answer of such a record says what all rounds and corrections before it came to.
        var earlier = steps.Where(s => s.Kind == AnswerStepKind.Corrected).SkipLast(own.Count(e => e.Type == Corrected)).LastOrDefault();
        if (entry.Type == Recorded && own.TrueForAll(e => e.Type != Recorded || e.Seq >= entry.Seq))
            words = [.. steps.Where(s => s.Version <= Math.Max(made.Version, earlier?.Version ?? 0))];
        words.ForEach(step => Reduce(db, step));
        var corrections = words.Where(s => s.Kind == AnswerStepKind.Corrected).Select(s => s.CorrectionId).ToList();
        foreach (var correction in await db.Corrections.Where(c => corrections.Contains(c.Id)).ToListAsync(cancellation))
        {
            db.Entry(correction).Property(c => c.Answer).CurrentValue = new AnswerWords(correction.Answer.Code);
            // Both stand in the withheld entry, and on every page that tells the history of the answer.
            db.Entry(correction).Property(c => c.Grounds).CurrentValue = RedactionWording.Withheld;
            db.Entry(correction).Property(c => c.RequestedBy).CurrentValue = RedactionWording.Withheld;
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
