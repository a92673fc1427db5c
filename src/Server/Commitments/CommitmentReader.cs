using Assemblies.Agenda;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.Record;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>Reads commitments out of the answers that were revealed and the steps that followed: the one reading that pages, lists and files are made from.</summary>
public sealed class CommitmentReader(AssemblyDb db, IClock clock)
{
    /// <summary>Every revealed answer of all assemblies, the latest assembly first; promises, offers, what ended, and those that promised nothing.</summary>
    public async Task<IReadOnlyList<Commitment>> AllAsync(CancellationToken cancellation) =>
        await ReadAsync(db, await db.Assemblies.AsNoTracking().OrderByDescending(a => a.Start).ToListAsync(cancellation), clock.GetCurrentInstant(), cancellation);

    /// <summary>Every revealed answer of one assembly, in the order of the score sheet.</summary>
    public async Task<IReadOnlyList<Commitment>> OfAssemblyAsync(Guid assemblyId, CancellationToken cancellation) =>
        await ReadAsync(db, await db.Assemblies.AsNoTracking().Where(a => a.Id == assemblyId).ToListAsync(cancellation), clock.GetCurrentInstant(), cancellation);

    /// <summary>One; null where no answer was revealed.</summary>
    public async Task<Commitment?> FindAsync(CommitmentKey key, CancellationToken cancellation) =>
        (await OfAssemblyAsync(key.AssemblyId, cancellation)).FirstOrDefault(c => c.Key == key);

    /// <summary>The steps of one, the first first.</summary>
    public Task<List<CommitmentStep>> StepsAsync(CommitmentKey key, CancellationToken cancellation) =>
        db.CommitmentSteps.AsNoTracking().Where(s => s.AskId == key.AskId && s.PowerHolderId == key.PowerHolderId && s.AssemblyId == key.AssemblyId)
            .OrderBy(s => s.Version).ToListAsync(cancellation);

    /// <summary>Those of some assemblies, as they stand at a moment: today, or the evening of a later assembly.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="assemblies">Which assemblies.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="known">All their steps, where the caller has read them already.</param>
    internal static async Task<IReadOnlyList<Commitment>> ReadAsync(
        AssemblyDb db, IReadOnlyList<AccountabilityAssembly> assemblies, Instant at, CancellationToken cancellation, ILookup<(Guid, Guid), CommitmentStep>? known = null)
    {
        var ids = assemblies.Select(a => a.Id).ToList();
        var answers = (await db.AnswerSteps.AsNoTracking().Where(s => ids.Contains(s.AssemblyId)).ToListAsync(cancellation)).ToLookup(s => s.AskId);
        var askIds = answers.Select(a => a.Key).ToList();
        var asks = (await db.Asks.AsNoTracking().Where(a => askIds.Contains(a.Id)).ToListAsync(cancellation)).ToLookup(a => a.AssemblyId);
        var versions = (await db.AskVersions.AsNoTracking().Where(v => askIds.Contains(v.AskId)).ToListAsync(cancellation)).ToDictionary(v => (v.AskId, v.Version));
        var people = await db.PowerHolders.AsNoTracking().Where(p => ids.Contains(p.AssemblyId)).ToDictionaryAsync(p => p.Id, cancellation);
        var steps = known ?? (await db.CommitmentSteps.AsNoTracking().Where(s => ids.Contains(s.AssemblyId)).ToListAsync(cancellation)).ToLookup(s => (s.AskId, s.PowerHolderId));
        var disputed = (await db.Disputes.AsNoTracking().Where(d => ids.Contains(d.AssemblyId) && d.Outcome == null)
            .Select(d => new { d.AskId, d.PowerHolderId }).ToListAsync(cancellation)).Select(d => (d.AskId, d.PowerHolderId)).ToHashSet();
        var waiting = (await db.OfficeWords.AsNoTracking().Where(w => ids.Contains(w.AssemblyId) && w.State == OfficeWordState.Received)
            .Select(w => new { w.AskId, w.PowerHolderId }).ToListAsync(cancellation)).Select(w => (w.AskId, w.PowerHolderId)).ToHashSet();
        var logged = await LoggedAsync(db, ids, cancellation);
        return
        [
            .. from assembly in assemblies
               let zone = DateTimeZoneProviders.Tzdb[assembly.TimeZone]
               from ask in asks[assembly.Id].OrderBy(a => a.Number)
               from cell in answers[ask.Id].GroupBy(s => s.PowerHolderId).OrderBy(c => people[c.Key].Order)
               let life = AnswerLife.Of(cell)
               where life.Revealed is not null
               let key = new CommitmentKey(assembly.Id, ask.Id, cell.Key)
               let words = versions[(ask.Id, life.RevealedAskVersion!.Value)]
               select new Commitment(
                   key, assembly, new(ask.Number, ask.Area, life.RevealedAskedAs ?? words.Text, words.Version, words.Terms, ask.Owner), people[cell.Key],
                   new(life.Revealed!, life.RevealedAt!.Value.InZone(zone).Date, life.Corrected, Before(cell)),
                   CommitmentLife.Of(steps[(ask.Id, cell.Key)], zone), at.InZone(zone).Date)
               {
                   IsDisputed = disputed.Contains((ask.Id, cell.Key)),
                   WordsWait = waiting.Contains((ask.Id, cell.Key)),
                   IsRedacted = logged[(ask.Id, cell.Key)].Any(e => e.Withheld),
                   Entry = logged[(ask.Id, cell.Key)].Where(e => e.IsAnswer).Select(e => (long?)e.Seq).Max(),
               },
        ];
    }

    private static async Task<ILookup<(Guid, Guid), Logged>> LoggedAsync(AssemblyDb db, List<Guid> ids, CancellationToken cancellation) =>
        (await db.RecordEntries.AsNoTracking().Where(e => ids.Contains(e.AssemblyId) && e.AskId != null && e.PowerHolderId != null)
            .Select(e => new Logged(e.AskId!.Value, e.PowerHolderId!.Value, e.Seq, e.Type == "answer.recorded", e.Bytes == null)).ToListAsync(cancellation))
        .ToLookup(e => (e.AskId, e.PowerHolderId));

    // Everything that stood before what stands, as revealed or corrected.
    private static List<AnswerWords> Before(IEnumerable<AnswerStep> cell)
    {
        var (before, life) = (new List<AnswerWords>(), AnswerLife.New);
        foreach (var step in cell.OrderBy(s => s.Version))
        {
            var stood = life.Revealed;
            life = life.After(step);
            if (stood is not null && !ReferenceEquals(stood, life.Revealed))
                before.Add(stood);
        }
        return before;
    }

    private sealed record Logged(Guid AskId, Guid PowerHolderId, long Seq, bool IsAnswer, bool Withheld);
}
