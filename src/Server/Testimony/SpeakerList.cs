using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Testimony;

/// <param name="InstitutionId">The speaker's institution.</param>
/// <param name="NameToShow">The name the speaker wants shown.</param>
/// <param name="AskId">The ask the story grounds, or null.</param>
/// <param name="ScreenConsent">Whether the speaker agrees to be named on screens.</param>
public sealed record SpeakerCommand(Guid InstitutionId, string NameToShow, Guid? AskId = null, bool ScreenConsent = false);

/// <param name="Id">The speaker.</param>
/// <param name="InstitutionId">The speaker's institution.</param>
/// <param name="Institution">That institution's name.</param>
/// <param name="NameToShow">The name the speaker wants shown.</param>
/// <param name="AskId">The ask the story grounds, or null.</param>
/// <param name="AskNumber">That ask's number.</param>
/// <param name="ScreenConsentAt">When the speaker agreed to be named on screens; null without consent.</param>
public sealed record SpeakerRow(
    Guid Id, Guid InstitutionId, string Institution, string NameToShow, Guid? AskId, int? AskNumber, Instant? ScreenConsentAt);

/// <summary>Who gives a testimony, and whether their name may be shown.</summary>
public sealed class SpeakerList(AssemblyDb db, StageDirection stage, IClock clock)
{
    private const int LongestName = 100;

    /// <summary>All speakers, by the ask they ground, then by name.</summary>
    public async Task<IReadOnlyList<SpeakerRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var rows = await (
            from speaker in db.Speakers
            where speaker.AssemblyId == assemblyId
            join institution in db.Institutions on speaker.InstitutionId equals institution.Id
            join ask in db.Asks on speaker.AskId equals (Guid?)ask.Id into asks
            from ask in asks.DefaultIfEmpty()
            select new SpeakerRow(
                speaker.Id, institution.Id, institution.Name, speaker.NameToShow, speaker.AskId, ask == null ? null : ask.Number,
                speaker.ScreenConsentAt)).ToListAsync(cancellation);
        return [.. rows.OrderBy(r => r.AskNumber ?? int.MaxValue).ThenBy(r => r.NameToShow, StringComparer.CurrentCulture)];
    }

    /// <summary>Adds a speaker.</summary>
    public async Task<(Guid? SpeakerId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, SpeakerCommand command, CancellationToken cancellation)
    {
        if (await CheckAsync(assemblyId, command, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        var speaker = new Speaker
        {
            AssemblyId = assemblyId,
            InstitutionId = command.InstitutionId,
            AskId = command.AskId,
            NameToShow = command.NameToShow.Trim(),
            ScreenConsentAt = command.ScreenConsent ? clock.GetCurrentInstant() : null,
        };
        db.Speakers.Add(speaker);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.added", "A speaker was added.");
        await db.SaveChangesAsync(cancellation);
        return (speaker.Id, []);
    }

    /// <summary>Changes a speaker. Neither result for a speaker who does not exist.</summary>
    public async Task<(Guid? SpeakerId, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid speakerId, SpeakerCommand command, CancellationToken cancellation)
    {
        var speaker = await FindAsync(assemblyId, speakerId, cancellation);
        if (speaker is null)
            return (null, []);
        var problems = (await CheckAsync(assemblyId, command, cancellation)).ToList();
        if (command.InstitutionId != speaker.InstitutionId)
            problems.Add(new("institutionId", "A speaker stays with the institution they were entered for: add them anew."));
        if (problems.Count > 0)
            return (null, problems);
        speaker.AskId = command.AskId;
        speaker.NameToShow = command.NameToShow.Trim();
        speaker.ScreenConsentAt = command.ScreenConsent ? speaker.ScreenConsentAt ?? clock.GetCurrentInstant() : null;
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.changed", "A speaker was changed.");
        await db.SaveChangesAsync(cancellation);
        return (speaker.Id, []);
    }

    /// <summary>Takes the speaker's name off every screen at once (product.md, 55). False when there is no such speaker.</summary>
    public async Task<bool> WithdrawConsentAsync(Actor actor, Guid assemblyId, Guid speakerId, CancellationToken cancellation)
    {
        var speaker = await FindAsync(assemblyId, speakerId, cancellation);
        if (speaker is null)
            return false;
        if (speaker.ScreenConsentAt is null)
            return true;
        speaker.ScreenConsentAt = null;
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.consent_withdrawn", "A speaker withdrew consent to be named on screens.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Removes a speaker; a screen that shows them goes back to the welcome, and the running order loses the link. False when there is no such speaker.</summary>
    public async Task<bool> RemoveAsync(Actor actor, Guid assemblyId, Guid speakerId, CancellationToken cancellation)
    {
        var speaker = await FindAsync(assemblyId, speakerId, cancellation);
        if (speaker is null)
            return false;
        if (await db.Stages.AnyAsync(s => s.AssemblyId == assemblyId && s.SpeakerId == speakerId, cancellation))
            await stage.CueAsync(actor, assemblyId, new ShowCommand(Guid.CreateVersion7(), Scene.Welcome), cancellation);
        await db.UnlinkSpeakerAsync(actor, assemblyId, speakerId, cancellation);
        db.Speakers.Remove(speaker);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.removed", "A speaker was removed.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private Task<Speaker?> FindAsync(Guid assemblyId, Guid speakerId, CancellationToken cancellation) =>
        db.Speakers.FirstOrDefaultAsync(s => s.Id == speakerId && s.AssemblyId == assemblyId, cancellation);

    private async Task<IReadOnlyList<Problem>> CheckAsync(Guid assemblyId, SpeakerCommand command, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        if (command.NameToShow.Trim().Length is 0 or > LongestName)
            problems.Add(new("nameToShow", $"Write the name to show, at most {LongestName} characters. A first name is enough."));
        if (!await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == command.InstitutionId, cancellation))
            problems.Add(new("institutionId", "Choose an institution of this assembly."));
        if (command.AskId is { } askId && !await db.Asks.AnyAsync(a => a.AssemblyId == assemblyId && a.Id == askId, cancellation))
            problems.Add(new("askId", "Choose an ask of this assembly."));
        return problems;
    }
}
