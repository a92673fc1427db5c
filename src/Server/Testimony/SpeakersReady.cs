using Assemblies.Data;
using Assemblies.Turnout.Tags;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>A speaker as the floor's tablets see them. Staff only; without the draft.</summary>
/// <param name="NameToShow">The speaker's name as they want it shown.</param>
/// <param name="Institution">The speaker's institution.</param>
/// <param name="MayShowName">Whether the speaker agreed to be named on the hall's screens.</param>
/// <param name="Agreed">Every channel the speaker agreed to: what is missing must not be said, streamed, photographed or handed out.</param>
/// <param name="Readiness">How ready the speaker is.</param>
/// <param name="Version">To send back as the expected version.</param>
/// <param name="ArrivedAt">Since when the speaker is there.</param>
/// <param name="Door">The door's name, where the arrival was seen there.</param>
/// <param name="LeftAt">When the speaker was seen leaving; left out while in the hall.</param>
/// <param name="With">With whom they came.</param>
/// <param name="Pronunciation">How the name is said.</param>
/// <param name="SecondsOnStage">Planned seconds on the stage, interpretation included.</param>
/// <param name="Language">BCP 47 tag of the language spoken; left out for that of the evening.</param>
/// <param name="Interpreter">Who interprets.</param>
/// <param name="InterpreterArrivedAt">When the interpreter came.</param>
/// <param name="UnderstudyId">Who can take the place, where it is a speaker.</param>
/// <param name="Understudy">The understudy's name.</param>
/// <param name="Places">The speaker's places in the running order.</param>
public sealed record FloorSpeaker(
    string NameToShow,
    string Institution,
    bool MayShowName,
    IReadOnlyList<ConsentChannel> Agreed,
    Readiness Readiness,
    int Version,
    Instant? ArrivedAt,
    string? Door,
    Instant? LeftAt,
    string? With,
    string? Pronunciation,
    int? SecondsOnStage,
    string? Language,
    string? Interpreter,
    Instant? InterpreterArrivedAt,
    Guid? UnderstudyId,
    string? Understudy,
    IReadOnlyList<SpeakerPlace> Places);

/// <param name="ItemId">The testimony item.</param>
/// <param name="Order">The place in it: 1 is first.</param>
public sealed record SpeakerPlace(Guid ItemId, int Order);

/// <summary>All speakers of an assembly with their readiness, for the channels of the floor.</summary>
/// <param name="ScheduleVersion">To send back as the expected version of the order.</param>
/// <param name="Speakers">By id.</param>
public sealed record SpeakersReady(int ScheduleVersion, IReadOnlyDictionary<Guid, FloorSpeaker> Speakers)
{
    /// <param name="arrivals">What the doors know, read by the caller for everybody at once.</param>
    public static async Task<SpeakersReady> ReadAsync(AssemblyDb db, Guid assemblyId, TaggedArrivals arrivals, CancellationToken cancellation)
    {
        var found = await db.Speakers.AsNoTracking().Where(s => s.AssemblyId == assemblyId)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { Speaker = s, Institution = i.Name }).ToListAsync(cancellation);
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
        var steps = (await db.ReadinessSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation)).ToLookup(s => s.SpeakerId);
        var places = (await db.AgendaItemSpeakers.AsNoTracking().Where(l => db.Speakers.Any(s => s.Id == l.SpeakerId && s.AssemblyId == assemblyId))
            .Join(db.AgendaItems, l => l.ItemId, i => i.Id, (l, i) => new { Link = l, ItemOrder = i.Order }).ToListAsync(cancellation)).ToLookup(l => l.Link.SpeakerId);
        var names = found.ToDictionary(f => f.Speaker.Id, f => f.Speaker.NameToShow);
        return new SpeakersReady(await ScheduleBook.VersionAsync(db, assemblyId, cancellation), found.ToDictionary(f => f.Speaker.Id, f =>
        {
            var (s, agreed) = (f.Speaker, consents.Of(f.Speaker.Id));
            var readiness = SpeakerReadiness.Of(
                steps[s.Id], arrivals.Of(s.Id, ArrivalTagKind.Speaker), arrivals.Of(s.Id, ArrivalTagKind.Interpreter));
            return new FloorSpeaker(
                s.NameToShow, f.Institution, agreed.MayShow(ConsentChannel.Screen), [.. agreed.Given.Select(c => c.Channel)], readiness.State,
                readiness.Version, readiness.ArrivedAt, arrivals.Door(readiness.Door), readiness.LeftAt, readiness.With, s.Pronunciation, s.SecondsOnStage,
                s.Language, s.Interpreter, readiness.InterpreterAt, s.UnderstudyId, s.UnderstudyId is { } id ? names[id] : s.UnderstudyName,
                [.. places[s.Id].OrderBy(p => p.ItemOrder).Select(p => new SpeakerPlace(p.Link.ItemId, p.Link.Order))]);
        }));
    }
}
