using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Keys;
using Assemblies.Record.Redactions;
using Microsoft.EntityFrameworkCore;
using Logged = Assemblies.PublicRecord.Entries;

namespace Assemblies.Record.Log;

/// <summary>The first entries of a record: who keeps it and, where it succeeds one whose key was lost, that one's last checkpoint and what stood in it.</summary>
/// <remarks>What stood is said again so that follow-up has something to point at; that it is the same, anybody can compare in the record that ended (decision 0015).</remarks>
internal static class RecordBeginning
{
    // A word that was redacted cannot be said again, and its member may not be missing.
    /// <summary>What comes before the first entry that anybody asks for.</summary>
    public static async Task<IReadOnlyList<RecordDraft>> OfAsync(AssemblyDb db, Guid assemblyId, string by, CancellationToken cancellation)
    {
        var assembly = db.Assemblies.Local.FirstOrDefault(a => a.Id == assemblyId) ?? await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var ended = await db.EndedRecords.AsNoTracking().Where(r => r.AssemblyId == assemblyId).OrderByDescending(r => r.EndedAt).FirstOrDefaultAsync(cancellation);
        var opened = Opened(assembly, ended);
        return ended is null
            ? [new(assemblyId, by, _ => opened)]
            : [new(assemblyId, by, _ => opened), .. (await StandingAsync(db, ended, by, cancellation)).Select(d => d with { MayWait = true })];
    }

    private static LogOpened Opened(AccountabilityAssembly assembly, EndedRecord? ended) => new(RecordWords.Text(assembly.Title))
    {
        On = assembly.Start.Date.ToDateOnly(),
        Zone = assembly.TimeZone,
        Venue = RecordWords.Text(assembly.Venue),
        Language = "en",
        Predecessor = ended is null ? null : (ended.Checkpoint, ended.VerifierKey),
    };

    private static async Task<List<RecordDraft>> StandingAsync(AssemblyDb db, EndedRecord ended, string by, CancellationToken cancellation)
    {
        var id = ended.AssemblyId;
        var types = await db.EndedRecordEntries.Where(e => e.Slug == ended.Slug).Select(e => e.Type).Distinct().ToListAsync(cancellation);
        var asks = await db.Asks.AsNoTracking().Where(a => a.AssemblyId == id && a.PublishedVersion != null && a.WithdrawnAt == null).OrderBy(a => a.Number).ToListAsync(cancellation);
        var words = (await db.AskVersions.AsNoTracking().Where(v => db.Asks.Any(a => a.Id == v.AskId && a.AssemblyId == id)).ToListAsync(cancellation)).ToDictionary(v => (v.AskId, v.Version));
        var holders = await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == id).ToListAsync(cancellation);
        var targets = (await db.AskTargets.AsNoTracking().Where(t => db.Asks.Any(a => a.Id == t.AskId && a.AssemblyId == id)).ToListAsync(cancellation)).ToLookup(t => t.AskId, t => t.PowerHolderId);
        var steps = (await db.AnswerSteps.AsNoTracking().Where(s => s.AssemblyId == id).OrderBy(s => s.Version).ToListAsync(cancellation)).ToLookup(s => (s.AskId, s.PowerHolderId));

        List<PowerHolder> To(Ask ask) => [.. holders.Where(p => targets[ask.Id].Contains(p.Id)).OrderBy(p => p.Order)];
        var drafts = asks.Select(ask => new RecordDraft(id, by, index => RecordWords.Published(ask, words[(ask.Id, ask.PublishedVersion!.Value)], To(ask), index))
        {
            AskId = ask.Id, AskVersion = ask.PublishedVersion,
        }).ToList();
        if (types.Contains("session.opened"))
            drafts.Add(new(id, by, _ => new SessionOpened()));
        if (await db.OfficialTurnouts.AsNoTracking().Where(o => o.AssemblyId == id).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancellation) is { } official)
            drafts.Add(new(id, by, _ => new TurnoutCounted(official.Arrived, RecordWords.Text(official.Method), official.At.ToDateTimeOffset()) { Under18s = official.Under18s, Institutions = official.Institutions }));
        drafts.AddRange(asks.SelectMany(ask => To(ask).Select(of => Answer(id, by, ask, of, [.. steps[(ask.Id, of.Id)]], words))).OfType<RecordDraft>());
        if (types.Contains("session.closed"))
            drafts.Add(new(id, by, index => new SessionClosed(index.Size + 1)));
        return drafts;
    }

    private static RecordDraft? Answer(
        Guid assemblyId, string by, Ask ask, PowerHolder of, List<AnswerStep> all, IReadOnlyDictionary<(Guid, int), AskVersion> words)
    {
        // A round that began and was not revealed is none of the record's.
        var steps = all.Take(all.FindLastIndex(s => s.Kind is AnswerStepKind.Revealed or AnswerStepKind.Corrected) + 1).ToList();
        if (steps.Count == 0)
            return null;
        var life = AnswerLife.Of(steps);
        return new(assemblyId, by, index => Whole(RecordWords.Answer(ask, of, steps, index)) with
        {
            Wording = life.RevealedAskedAs ?? (life.RevealedAskVersion == ask.PublishedVersion ? null : RecordWords.Text(words[(ask.Id, life.RevealedAskVersion!.Value)].Text)),
        }) { AskId = ask.Id, PowerHolderId = of.Id };
    }

    private static AnswerRecorded Whole(AnswerRecorded answer)
    {
        var code = answer.Answer;
        var wasSaid = code is not (Logged.AnswerCode.Absent or Logged.AnswerCode.NotAsked);
        static string? Or(string? word, bool isNeeded) => word ?? (isNeeded ? RedactionWording.Withheld : null);
        return answer with
        {
            Quote = Or(answer.Quote, wasSaid),
            Language = answer.Language ?? (wasSaid ? RecordWords.Undetermined : null),
            Condition = answer.Condition ?? (code == Logged.AnswerCode.YesWithConditions ? (RedactionWording.Withheld, RedactionWording.Withheld) : null),
            Part = Or(answer.Part, code == Logged.AnswerCode.Partial),
            Offer = Or(answer.Offer, code == Logged.AnswerCode.CounterOffer),
            Invitation = Or(answer.Invitation, code == Logged.AnswerCode.Absent),
            Reason = Or(answer.Reason, code == Logged.AnswerCode.NotAsked),
            TimesAsked = answer.TimesAsked ?? (code == Logged.AnswerCode.NoAnswer ? 1 : null),
        };
    }
}
