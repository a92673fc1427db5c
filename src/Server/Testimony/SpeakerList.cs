using Assemblies.Data;
using Assemblies.Turnout.Tags;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Testimony;

/// <summary>Reads the testimony files of an assembly.</summary>
public sealed class SpeakerList(AssemblyDb db, TagOffice tags)
{
    /// <summary>All speakers, by the ask they ground, then by name.</summary>
    public async Task<IReadOnlyList<SpeakerRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var found = await (
            from speaker in db.Speakers
            where speaker.AssemblyId == assemblyId
            join institution in db.Institutions on speaker.InstitutionId equals institution.Id
            join ask in db.Asks on speaker.AskId equals (Guid?)ask.Id into asks
            from ask in asks.DefaultIfEmpty()
            select new { Speaker = speaker, Institution = institution.Name, AskNumber = ask == null ? (int?)null : ask.Number }).AsNoTracking().ToListAsync(cancellation);
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
        var timings = (await db.SpeakerTimings.AsNoTracking().Where(t => db.Speakers.Any(s => s.Id == t.SpeakerId && s.AssemblyId == assemblyId))
            .ToListAsync(cancellation)).ToLookup(t => t.SpeakerId);
        var arrivals = await tags.ReadAsync(assemblyId, cancellation);
        var names = found.ToDictionary(f => f.Speaker.Id, f => f.Speaker.NameToShow);
        return [.. found.Select(f => f.Speaker is var s ? new SpeakerRow(
                s.Id, s.InstitutionId, f.Institution, s.NameToShow, s.AskId, f.AskNumber, s.Pronunciation, s.PlannedSeconds, s.SecondsOnStage,
                s.UnderstudyId, s.UnderstudyId is { } id ? names[id] : s.UnderstudyName, s.Language, s.Interpreter, s.TimeFactorPercent, s.Draft,
                arrivals.GetValueOrDefault((s.Id, ArrivalTagKind.Speaker)), arrivals.GetValueOrDefault((s.Id, ArrivalTagKind.Interpreter)),
                [.. consents.Of(s.Id).Given.Select(c => new ConsentRow(c.Channel, c.At, c.By, c.SignedOn))],
                [.. timings[s.Id].OrderByDescending(t => t.Day).ThenByDescending(t => t.Id).Select(t => new TimingRow(t.Id, t.Day, t.Seconds))]) : null!)
            .OrderBy(r => r.AskNumber ?? int.MaxValue).ThenBy(r => r.NameToShow, StringComparer.CurrentCulture)];
    }

    /// <summary>The speakers as one channel may show them, in the same order: for programmes, press packs, whoever takes photographs.</summary>
    public async Task<IReadOnlyList<ShownSpeaker>> ShownAsync(Guid assemblyId, ConsentChannel channel, CancellationToken cancellation)
    {
        var areas = await db.Asks.Where(a => a.AssemblyId == assemblyId).ToDictionaryAsync(a => a.Id, a => a.Area, cancellation);
        return [.. (await ListAsync(assemblyId, cancellation)).Select(s => new ShownSpeaker(
            s.Id, s.MayShow(channel) ? s.NameToShow : null, s.Institution, s.AskId is { } ask ? areas[ask] : null))];
    }
}
