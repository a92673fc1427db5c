using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>Writes into the public record that a testimony was heard. Who gave it enters by digest only (record.md, section 2, PERSONAL).</summary>
/// <remarks>
/// Heard is a testimony whose speaker's clock ran and stopped; in an item that is over and in which no speaker's clock ran, those who had their place in it.
/// Written once for each speaker, whatever is undone afterwards: a mistake is taken back by a redaction.
/// </remarks>
internal static class HeardTestimonies
{
    private const string Type = "testimony.heard";

    /// <summary>Whether a step can end a testimony.</summary>
    public static bool MayEndWith(EveningStepKind kind) =>
        kind is EveningStepKind.ClockStarted or EveningStepKind.ClockStopped or EveningStepKind.Advanced or EveningStepKind.Ended;

    /// <summary>Who was heard, in the order of their speeches.</summary>
    /// <param name="life">The evening.</param>
    /// <param name="places">Who has a place in which item, in their order.</param>
    public static IReadOnlyList<Guid> Of(EveningLife life, ILookup<Guid, Guid> places)
    {
        var speeches = life.Speeches.Where(s => s is { Kind: EveningClockKind.Speaker, SubjectId: not null }).ToList();
        var timed = speeches.Concat(life.Clocks.Values.Where(c => c.Kind == EveningClockKind.Speaker)).Select(s => s.ItemId).ToHashSet();
        var untimed = life.Items.Where(i => i is { Kind: AgendaItemKind.Testimony, Status: ItemStatus.Done, BeganAt: not null } && !timed.Contains(i.Id));
        return [.. speeches.Select(s => (s.StartedAt, Speaker: s.SubjectId!.Value))
            .Concat(untimed.SelectMany(i => places[i.Id].Select(speaker => (i.BeganAt!.Value, speaker))))
            .OrderBy(h => h.Item1).Select(h => h.Item2).Distinct()];
    }

    /// <summary>Adds the entries that are missing; the caller saves. They wait where the record is locked: the evening goes on (decision 0012).</summary>
    public static async Task LogAsync(AssemblyDb db, Actor actor, Guid assemblyId, EveningLife life, CancellationToken cancellation)
    {
        var places = (await db.AgendaItemSpeakers.AsNoTracking().Where(p => db.AgendaItems.Any(i => i.Id == p.ItemId && i.AssemblyId == assemblyId))
            .OrderBy(p => p.Order).ToListAsync(cancellation)).ToLookup(p => p.ItemId, p => p.SpeakerId);
        var heard = Of(life, places);
        var logged = await db.RecordEntries.Where(e => e.AssemblyId == assemblyId && e.Type == Type && e.SubjectId != null).Select(e => e.SubjectId!.Value).ToListAsync(cancellation);
        var missing = heard.Except(logged).ToList();
        if (missing.Count == 0)
            return;
        var speakers = await db.Speakers.AsNoTracking().Where(s => s.AssemblyId == assemblyId && missing.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        var asks = await db.Asks.Where(a => a.AssemblyId == assemblyId && a.PublishedVersion != null).Select(a => a.Id).ToListAsync(cancellation);
        db.Log(new(assemblyId, actor.Id, index => index.Has("session.opened") ? null : new SessionOpened()) { MayWait = true });
        foreach (var speaker in missing.Where(speakers.ContainsKey).Select(id => speakers[id]))
        {
            var ask = speaker.AskId is { } id && asks.Contains(id) ? RecordWords.Id(id) : null;
            db.Log(new(assemblyId, actor.Id, index => index.Has(Type, speaker.Id) ? null : new TestimonyHeard(index.Count(Type) + 1, ask, speaker.Language))
            {
                Subject = new RecordSubject(speaker.Id, [Disclosure.Make("name", RecordWords.Text(speaker.NameToShow))]),
                MayWait = true,
            });
        }
    }
}
