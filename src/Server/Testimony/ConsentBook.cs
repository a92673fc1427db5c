using Assemblies.Data;
using Assemblies.Record.Disclosures;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>Notes what speakers agree to, and takes names down when they withdraw.</summary>
public sealed class ConsentBook(AssemblyDb db, IClock clock)
{
    private const int MostTries = 5;

    /// <summary>Makes exactly these channels the ones agreed to. Not found for a speaker who does not exist.</summary>
    public async Task<(bool Found, IReadOnlyList<Problem> Problems)> SetAsync(
        Actor actor, Guid assemblyId, Guid speakerId, ConsentCommand command, CancellationToken cancellation)
    {
        if (!await ExistsAsync(assemblyId, speakerId, cancellation))
            return (false, []);
        // A day ahead of UTC somewhere is still today; anything later was not signed yet.
        if (command.SignedOn > clock.GetCurrentInstant().InUtc().Date.PlusDays(1))
            return (true, [new("signedOn", "The date on the sheet lies ahead.")]);
        var consents = await ReadAsync(speakerId, cancellation);
        var given = command.Channels.Distinct().Where(c => !consents.MayShow(c)).ToList();
        var withdrawn = consents.Given.Select(c => c.Channel).Where(c => !command.Channels.Contains(c)).ToList();
        Say(actor, speakerId, consents.Version, given, true, command.SignedOn);
        Say(actor, speakerId, consents.Version + given.Count, withdrawn, false, null);
        if (given.Count + withdrawn.Count == 0)
            return (true, []);
        await ForgetAsync(assemblyId, speakerId, withdrawn, cancellation);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.consent_noted",
            $"A speaker's consent was noted: {given.Count} channel(s) agreed to, {withdrawn.Count} withdrawn.");
        await db.SaveChangesAsync(cancellation);
        return (true, []);
    }

    /// <summary>Takes the speaker's name down at once (product.md, 55), everywhere or where <paramref name="channels"/> say. False when there is no such speaker.</summary>
    public async Task<bool> WithdrawAsync(
        Actor actor, Guid assemblyId, Guid speakerId, IReadOnlyList<ConsentChannel>? channels, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!await ExistsAsync(assemblyId, speakerId, cancellation))
                return false;
            var consents = await ReadAsync(speakerId, cancellation);
            var withdrawn = consents.Given.Select(c => c.Channel).Where(c => channels?.Contains(c) ?? true).ToList();
            if (withdrawn.Count == 0)
                return true;
            Say(actor, speakerId, consents.Version, withdrawn, false, null);
            await ForgetAsync(assemblyId, speakerId, withdrawn, cancellation);
            db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.consent_withdrawn", $"A speaker withdrew consent for {withdrawn.Count} channel(s).");
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException error) when (attempt < MostTries && SimultaneousChange.IsCauseOf(error))
            {
                // Somebody noted something at the same moment. A withdrawal is never the one that is told to come again.
                db.ChangeTracker.Clear();
            }
        }
    }

    // What the public record keeps sealed of a person goes with the consent to publish it; the entry and its digest stay.
    private Task ForgetAsync(Guid assemblyId, Guid speakerId, IReadOnlyList<ConsentChannel> withdrawn, CancellationToken cancellation) =>
        withdrawn.Contains(DisclosureSafe.Channel) ? DisclosureSafe.ForgetAsync(db, assemblyId, speakerId, cancellation) : Task.CompletedTask;

    private Task<bool> ExistsAsync(Guid assemblyId, Guid speakerId, CancellationToken cancellation) =>
        db.Speakers.AnyAsync(s => s.Id == speakerId && s.AssemblyId == assemblyId, cancellation);

    private async Task<Consents> ReadAsync(Guid speakerId, CancellationToken cancellation) =>
        Consents.Of(await db.SpeakerConsents.AsNoTracking().Where(c => c.SpeakerId == speakerId).ToListAsync(cancellation));

    private void Say(Actor actor, Guid speakerId, int version, IReadOnlyList<ConsentChannel> channels, bool isGiven, LocalDate? signedOn) =>
        db.SpeakerConsents.AddRange(channels.Select((channel, i) => new SpeakerConsent
        {
            SpeakerId = speakerId,
            Version = version + i + 1,
            Channel = channel,
            IsGiven = isGiven,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            SignedOn = signedOn,
        }));
}
