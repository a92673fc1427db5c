using Assemblies.Data;
using Assemblies.PublicRecord.Text;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments;

/// <summary>Compares the steps of follow-up with the entries that were signed, as <see cref="SignedWords"/> does for asks and answers.</summary>
internal static class SignedSteps
{
    // Numbers of other entries, which follow from those; and the office's name, which belongs to the power-holder.
    private static readonly string[] NotCompared = ["target", "evidence", "contact", "notice", "office"];

    /// <summary>What differs.</summary>
    /// <param name="db">Where the entries are.</param>
    /// <param name="assemblyId">Whose record.</param>
    /// <param name="commitments">All of the assembly.</param>
    /// <param name="steps">All of their steps.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IReadOnlyList<UnsignedWords>> DifferingAsync(
        AssemblyDb db, Guid assemblyId, IReadOnlyList<Commitment> commitments, ILookup<(Guid, Guid), CommitmentStep> steps, CancellationToken cancellation)
    {
        var entries = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId && e.AskId != null).OrderBy(e => e.Seq).ToListAsync(cancellation);
        var index = new RecordIndex();
        entries.ForEach(index.Add);
        // Steps of a record that ended stand in that one.
        var mayBeElsewhere = await db.EndedRecords.AnyAsync(r => r.AssemblyId == assemblyId, cancellation);
        var signed = entries.Where(e => e.StepId is not null).ToLookup(e => e.StepId!.Value);
        var found = new List<UnsignedWords>();
        foreach (var commitment in commitments)
        {
            var what = $"Ask {commitment.Ask.Number}, {commitment.Given.Office}, what became of it";
            var own = steps[(commitment.Key.AskId, commitment.Key.PowerHolderId)].Where(s => CommitmentEntries.IsPublic(s.Kind)).ToList();
            foreach (var step in own)
                if (signed[step.Id].ToList() is not { Count: > 0 } entry)
                {
                    if (!mayBeElsewhere)
                        found.Add(new(what, null));
                }
                else if (Differs(step, commitment, entry, index))
                    found.Add(new(what, entry[0].Seq));
            found.AddRange(entries.Where(e => e.AskId == commitment.Key.AskId && e.PowerHolderId == commitment.Key.PowerHolderId && e.StepId is { } id && own.TrueForAll(s => s.Id != id))
                .Select(e => new UnsignedWords(what, e.Seq)));
        }
        return found;
    }

    private static bool Differs(CommitmentStep step, Commitment commitment, List<RecordEntry> signed, RecordIndex index)
    {
        // Who holds the office now is told in the words of that day, with the name that the office had.
        if (step.Kind == CommitmentStepKind.HolderChanged || signed.Exists(e => e.Bytes is null))
            return false;
        var says = CommitmentEntries.Of(step, commitment, index).Select(Text).ToList();
        return !says.SequenceEqual(signed.Select(e => StrictJson.TryRead(e.Bytes, out var entry) && (entry as JsonMap)?.GetValueOrDefault("body") is JsonMap body ? Text(body) : ""));
    }

    private static string Text(JsonMap body)
    {
        foreach (var name in NotCompared)
            body.Remove(name);
        return Convert.ToBase64String(CanonicalJson.Write(body));
    }
}
