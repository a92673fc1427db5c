using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Testimony;

/// <summary>What the speakers of an assembly agree to, read anew for every frame: a withdrawal is in the next one.</summary>
public sealed class SpeakerConsents
{
    private readonly Dictionary<Guid, Consents> consents;

    private SpeakerConsents(Dictionary<Guid, Consents> consents) => this.consents = consents;

    /// <summary>What one speaker agrees to.</summary>
    public Consents Of(Guid speakerId) => consents.GetValueOrDefault(speakerId, Consents.None);

    public static async Task<SpeakerConsents> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => new(
        (await db.SpeakerConsents.AsNoTracking().Where(c => db.Speakers.Any(s => s.Id == c.SpeakerId && s.AssemblyId == assemblyId)).ToListAsync(cancellation))
            .GroupBy(c => c.SpeakerId).ToDictionary(g => g.Key, Consents.Of));

    /// <summary>The testimony that is on, as one channel may show it; null when there is no such speaker.</summary>
    public static async Task<ShownSpeaker?> OnStageAsync(AssemblyDb db, Guid speakerId, ConsentChannel channel, CancellationToken cancellation)
    {
        var consents = Consents.Of(await db.SpeakerConsents.AsNoTracking().Where(c => c.SpeakerId == speakerId).ToListAsync(cancellation));
        var found = await (
            from speaker in db.Speakers
            where speaker.Id == speakerId
            join institution in db.Institutions on speaker.InstitutionId equals institution.Id
            join ask in db.Asks on speaker.AskId equals (Guid?)ask.Id into asks
            from ask in asks.DefaultIfEmpty()
            select new { speaker.NameToShow, Institution = institution.Name, Area = ask == null ? null : ask.Area }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new ShownSpeaker(speakerId, consents.Name(channel, found.NameToShow), found.Institution, found.Area);
    }
}
