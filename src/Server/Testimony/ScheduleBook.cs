using Assemblies.Agenda;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Floor;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>Changes who speaks in which testimony item, before and during the evening: harmless when repeated, refused when somebody was faster.</summary>
public sealed class ScheduleBook(AssemblyDb db, IClock clock)
{
    /// <summary>The order now, with its version.</summary>
    public async Task<(SpeakerSchedule Schedule, int Version)> ReadAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var items = await db.AgendaItems.Where(i => i.AssemblyId == assemblyId && i.Kind == AgendaItemKind.Testimony).Select(i => i.Id).ToListAsync(cancellation);
        var places = (await db.AgendaItemSpeakers.AsNoTracking().Where(l => items.Contains(l.ItemId)).ToListAsync(cancellation)).ToLookup(l => l.ItemId);
        return (
            new(items.ToDictionary(i => i, i => (IReadOnlyList<Guid>)[.. places[i].OrderBy(l => l.Order).ThenBy(l => l.SpeakerId).Select(l => l.SpeakerId)])),
            await VersionAsync(db, assemblyId, cancellation));
    }

    /// <summary>How often the order was changed.</summary>
    internal static async Task<int> VersionAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.ScheduleSteps.Where(s => s.AssemblyId == assemblyId).MaxAsync(s => (int?)s.Version, cancellation) ?? 0;

    /// <summary>Takes one change of the order.</summary>
    public async Task<FloorReply> ScheduleAsync(Actor actor, Guid assemblyId, ScheduleCommand command, CancellationToken cancellation)
    {
        if (command.CommandId == Guid.Empty)
            return FloorReply.Refused(FloorSaving.NeedsItsOwnId);
        if (await db.ScheduleSteps.AnyAsync(s => s.CommandId == command.CommandId, cancellation))
            return FloorReply.Done;
        if (await db.Assemblies.AnyAsync(a => a.Id == assemblyId && a.State == AssemblyState.Closed, cancellation))
            return FloorReply.Refused(new Problem("", "The assembly is over."));
        if (await db.Speakers.FirstOrDefaultAsync(s => s.Id == command.SpeakerId && s.AssemblyId == assemblyId, cancellation) is not { } speaker)
            return FloorReply.Refused(new Problem("speakerId", "Name a speaker of this assembly."));
        if (command.OtherSpeakerId is { } other && !await db.Speakers.AnyAsync(s => s.Id == other && s.AssemblyId == assemblyId, cancellation))
            return FloorReply.Refused(new Problem("otherSpeakerId", "Name a speaker of this assembly."));
        var (schedule, version) = await ReadAsync(assemblyId, cancellation);
        if (version != command.ExpectedVersion)
            // A double tap's first may have been saved a moment ago.
            return await db.ScheduleSteps.Where(s => s.CommandId == command.CommandId).DoneOrStaleAsync(cancellation);
        if (command is { Action: ScheduleAction.TakeUnderstudy, OtherSpeakerId: null })
            command = command with { OtherSpeakerId = UnderstudyOf(speaker) };
        var (next, problem) = schedule.After(command);
        if (next is null)
        {
            db.ChangeTracker.Clear();
            return FloorReply.Refused(problem!);
        }
        await WriteAsync(schedule, next, cancellation);
        db.ScheduleSteps.Add(new ScheduleStep
        {
            AssemblyId = assemblyId,
            Version = version + 1,
            CommandId = command.CommandId,
            Action = command.Action,
            ItemId = command.ItemId,
            SpeakerId = command.SpeakerId,
            OtherItemId = command.OtherItemId,
            OtherSpeakerId = command.OtherSpeakerId,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
        });
        db.Record(actor, assemblyId, ChangeChannel.Agenda, $"speakers.{WireFormat.Word(command.Action)}", "The order of the speakers was changed.");
        return await db.SaveStepsAsync(db.ScheduleSteps.Where(s => s.CommandId == command.CommandId), cancellation);
    }

    // Somebody who is not entered becomes a speaker here, for whom nobody has agreed to anything: no screen will name them.
    private Guid? UnderstudyOf(Speaker speaker)
    {
        if (speaker.UnderstudyId is not null || speaker.UnderstudyName is null)
            return speaker.UnderstudyId;
        var entered = new Speaker
        {
            AssemblyId = speaker.AssemblyId,
            InstitutionId = speaker.InstitutionId,
            AskId = speaker.AskId,
            NameToShow = speaker.UnderstudyName,
            PlannedSeconds = speaker.PlannedSeconds,
            Draft = speaker.Draft,
        };
        db.Speakers.Add(entered);
        (speaker.UnderstudyId, speaker.UnderstudyName) = (entered.Id, null);
        return entered.Id;
    }

    private async Task WriteAsync(SpeakerSchedule before, SpeakerSchedule after, CancellationToken cancellation)
    {
        foreach (var (item, speakers) in after.Items.Where(i => !i.Value.SequenceEqual(before.Items[i.Key])))
        {
            var present = await db.AgendaItemSpeakers.Where(l => l.ItemId == item).ToDictionaryAsync(l => l.SpeakerId, cancellation);
            db.RemoveRange(present.Values.Where(l => !speakers.Contains(l.SpeakerId)));
            foreach (var (i, speaker) in speakers.Index())
                if (present.TryGetValue(speaker, out var link))
                    link.Order = i + 1;
                else
                    db.AgendaItemSpeakers.Add(new AgendaItemSpeaker { ItemId = item, SpeakerId = speaker, Order = i + 1 });
        }
    }
}
