using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Record.Disclosures;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Testimony;

/// <summary>Writes the testimony files: who tells a story, how long it takes, who can stand in.</summary>
public sealed class SpeakerFiles(AssemblyDb db, StageDirection stage, TagOffice tags)
{
    /// <summary>Adds a speaker.</summary>
    public async Task<(Guid? SpeakerId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, SpeakerCommand command, CancellationToken cancellation)
    {
        if (await CheckAsync(assemblyId, null, command, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        var speaker = new Speaker { AssemblyId = assemblyId, InstitutionId = command.InstitutionId, NameToShow = "" };
        db.Speakers.Add(speaker);
        await FillAsync(speaker, command, cancellation);
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
        var problems = (await CheckAsync(assemblyId, speakerId, command, cancellation)).ToList();
        if (command.InstitutionId != speaker.InstitutionId)
            problems.Add(new("institutionId", "A speaker stays with the institution they were entered for: add them anew."));
        if (problems.Count > 0)
            return (null, problems);
        await FillAsync(speaker, command, cancellation);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.changed", "A speaker was changed.");
        await db.SaveChangesAsync(cancellation);
        return (speaker.Id, []);
    }

    /// <summary>Notes a rehearsed timing. Not found for a speaker who does not exist.</summary>
    public async Task<(bool Found, IReadOnlyList<Problem> Problems)> TimeAsync(
        Actor actor, Guid assemblyId, Guid speakerId, TimingCommand command, CancellationToken cancellation)
    {
        if (await FindAsync(assemblyId, speakerId, cancellation) is null)
            return (false, []);
        if (SpeakerRules.Problems(command).ToList() is { Count: > 0 } problems)
            return (true, problems);
        db.SpeakerTimings.Add(new SpeakerTiming { SpeakerId = speakerId, Day = command.Day, Seconds = command.Seconds });
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.timed", $"A testimony was rehearsed in {command.Seconds} seconds.");
        await db.SaveChangesAsync(cancellation);
        return (true, []);
    }

    /// <summary>Takes a mistyped timing away. False when there is none.</summary>
    public async Task<bool> RemoveTimingAsync(Actor actor, Guid assemblyId, Guid speakerId, Guid timingId, CancellationToken cancellation)
    {
        if (await FindAsync(assemblyId, speakerId, cancellation) is null
            || await db.SpeakerTimings.FirstOrDefaultAsync(t => t.Id == timingId && t.SpeakerId == speakerId, cancellation) is not { } timing)
            return false;
        db.SpeakerTimings.Remove(timing);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.timing_removed", "A rehearsed timing was removed.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Removes a speaker with the whole file; a screen that shows them goes back to the welcome. False when there is no such speaker.</summary>
    public async Task<bool> RemoveAsync(Actor actor, Guid assemblyId, Guid speakerId, CancellationToken cancellation)
    {
        var speaker = await FindAsync(assemblyId, speakerId, cancellation);
        if (speaker is null)
            return false;
        if (await db.Stages.AnyAsync(s => s.AssemblyId == assemblyId && s.SpeakerId == speakerId, cancellation))
            await stage.CueAsync(actor, assemblyId, Guid.CreateVersion7(), new ShownScene(Scene.Welcome), cancellation);
        foreach (var other in await db.Speakers.Where(s => s.UnderstudyId == speakerId).ToListAsync(cancellation))
            other.UnderstudyId = null;
        await tags.RemoveAsync(speakerId, cancellation);
        db.RemoveRange(await db.SpeakerConsents.Where(c => c.SpeakerId == speakerId).ToListAsync(cancellation));
        db.RemoveRange(await db.SpeakerTimings.Where(t => t.SpeakerId == speakerId).ToListAsync(cancellation));
        db.RemoveRange(await db.ReadinessSteps.Where(s => s.SpeakerId == speakerId).ToListAsync(cancellation));
        await DisclosureSafe.ForgetAsync(db, assemblyId, speakerId, cancellation);
        await db.UnlinkSpeakerAsync(actor, assemblyId, speakerId, cancellation);
        db.Speakers.Remove(speaker);
        db.Record(actor, assemblyId, ChangeChannel.Testimony, "speaker.removed", "A speaker was removed.");
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private Task<Speaker?> FindAsync(Guid assemblyId, Guid speakerId, CancellationToken cancellation) =>
        db.Speakers.FirstOrDefaultAsync(s => s.Id == speakerId && s.AssemblyId == assemblyId, cancellation);

    private async Task FillAsync(Speaker speaker, SpeakerCommand command, CancellationToken cancellation)
    {
        speaker.AskId = command.AskId;
        speaker.NameToShow = command.NameToShow.Trim();
        speaker.Pronunciation = TypedText.Tidy(command.Pronunciation);
        speaker.PlannedSeconds = command.PlannedSeconds;
        speaker.UnderstudyId = command.UnderstudyId;
        speaker.UnderstudyName = TypedText.Tidy(command.UnderstudyName);
        speaker.Language = TypedText.Tidy(command.Language);
        speaker.Interpreter = TypedText.Tidy(command.Interpreter);
        speaker.TimeFactorPercent = command.TimeFactorPercent;
        speaker.Draft = TypedText.Tidy(command.Draft);
        await tags.SetAsync(speaker.AssemblyId, speaker.Id, ArrivalTagKind.Speaker, command.Arrival, cancellation);
        await tags.SetAsync(speaker.AssemblyId, speaker.Id, ArrivalTagKind.Interpreter, command.InterpreterArrival, cancellation);
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(Guid assemblyId, Guid? speakerId, SpeakerCommand command, CancellationToken cancellation)
    {
        var problems = SpeakerRules.Problems(command).ToList();
        if (!await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == command.InstitutionId, cancellation))
            problems.Add(new("institutionId", "Choose an institution of this assembly."));
        if (command.AskId is { } askId && !await db.Asks.AnyAsync(a => a.AssemblyId == assemblyId && a.Id == askId, cancellation))
            problems.Add(new("askId", "Choose an ask of this assembly."));
        if (command.UnderstudyId is { } understudy
            && (understudy == speakerId || !await db.Speakers.AnyAsync(s => s.AssemblyId == assemblyId && s.Id == understudy, cancellation)))
            problems.Add(new("understudyId", "Choose another speaker of this assembly."));
        foreach (var (tag, field) in new[] { (command.Arrival, "arrival"), (command.InterpreterArrival, "interpreterArrival") })
            if (await tags.CheckAsync(assemblyId, tag, field, cancellation) is { } wrong)
                problems.Add(wrong);
        return problems;
    }
}
