using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays.Direction;

/// <summary>Takes the steps of the screens: each command is one transaction, harmless when repeated, refused when somebody was faster.</summary>
public sealed class ScreenBook(AssemblyDb db, SceneFinder finder, IClock clock)
{
    /// <summary>Does one step with one screen or several, all or none.</summary>
    public async Task<FloorReply> DirectAsync(Actor actor, Guid assemblyId, DirectCommand command, CancellationToken cancellation)
    {
        if (DirectRules.Problems(command) is { Count: > 0 } problems)
            return FloorReply.Refused(problems);
        while (true)
        {
            if (await AddAsync(actor, assemblyId, command, cancellation) is { } reply)
                return reply;
            try
            {
                await db.SaveChangesAsync(cancellation);
                return FloorReply.Done;
            }
            catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
            {
                // The same command arrived twice at once, or another took a screen's version: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Adds the steps; the reply of a command that adds none, null when they were added.</summary>
    private async Task<FloorReply?> AddAsync(Actor actor, Guid assemblyId, DirectCommand command, CancellationToken cancellation)
    {
        if (await IsTakenAsync(command, cancellation))
            return FloorReply.Done;
        var ids = command.Screens.Select(s => s.ScreenId).ToList();
        var screens = await ScreensReader.Screens(db, assemblyId).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellation);
        if (command.Screens.FirstOrDefault(s => !screens.ContainsKey(s.ScreenId)) is { } unknown)
            return FloorReply.Refused(new Problem("screens", $"{unknown.ScreenId} is no screen that is paired with this assembly."));
        var (details, problem) = await DetailsAsync(assemblyId, command, cancellation);
        if (problem is not null)
            return FloorReply.Refused(problem);
        var lives = await ScreensReader.LivesAsync(db, assemblyId, cancellation);
        var hall = await ScreensReader.HallAsync(db, assemblyId, cancellation);
        // Who does two things with a screen in a row is not somebody else.
        var others = await db.ScreenSteps.Where(s => ids.Contains(s.DeviceId) && s.By != actor.Id)
            .GroupBy(s => s.DeviceId).Select(g => new { g.Key, Version = g.Max(s => s.Version) }).ToDictionaryAsync(g => g.Key, g => g.Version, cancellation);
        foreach (var wanted in command.Screens)
        {
            var life = lives.GetValueOrDefault(wanted.ScreenId, ScreenLife.New);
            if (others.GetValueOrDefault(wanted.ScreenId) > wanted.ExpectedVersion || wanted.ExpectedVersion > life.Version)
                return FloorReply.Stale;
            // Of several screens those that are so already are passed over: "blank them all" is one tap, whatever some of them show.
            if (DirectRules.Forbids(life, screens[wanted.ScreenId].Name, command.Step) is { } forbidden)
            {
                if (command.Screens.Count == 1)
                    // A double tap's first may have been saved a moment ago.
                    return await IsTakenAsync(command, cancellation) ? FloorReply.Done : FloorReply.Refused(forbidden);
                continue;
            }
            Add(actor, screens[wanted.ScreenId], command, life.Version, command.Step == ScreenStepKind.Frozen ? new(Shown: life.Under(hall)) : details!);
        }
        if (!db.ChangeTracker.HasChanges())
            return FloorReply.Done;
        var word = WireFormat.Word(command.Step);
        db.Record(actor, assemblyId, ChangeChannel.Displays, $"screen.{word}", $"Of {(ids.Count == 1 ? "a screen" : $"{ids.Count} screens")}: {word.Replace('_', ' ')}.", ids.Count == 1 ? ids[0] : null);
        return null;
    }

    private Task<bool> IsTakenAsync(DirectCommand command, CancellationToken cancellation) =>
        db.ScreenSteps.AnyAsync(s => s.CommandId == command.CommandId, cancellation);

    private void Add(Actor actor, Device screen, DirectCommand command, int seen, ScreenDetails details)
    {
        if (command.Step is ScreenStepKind.Named or ScreenStepKind.Configured && details.Text is { } name)
            screen.Name = name;
        db.ScreenSteps.Add(new ScreenStep
        {
            AssemblyId = screen.AssemblyId,
            DeviceId = screen.Id,
            Version = seen + 1,
            CommandId = command.CommandId,
            Kind = command.Step,
            At = clock.GetCurrentInstant(),
            By = actor.Id,
            Details = details,
        });
    }

    private async Task<(ScreenDetails? Details, Problem? Problem)> DetailsAsync(Guid assemblyId, DirectCommand command, CancellationToken cancellation)
    {
        switch (command.Step)
        {
            case ScreenStepKind.Configured:
                return (new(command.Settings, command.Set, command.Text?.Trim()), null);
            case ScreenStepKind.Redirected:
                return (new(Set: command.Set), null);
            case ScreenStepKind.Identified:
                return (new(Seconds: command.Seconds ?? DirectRules.UsualSeconds), null);
            case ScreenStepKind.Taken:
                var (shown, problem) = await finder.FindAsync(assemblyId, command.Scene!.Value, command.AskId, command.SpeakerId, command.Text, cancellation);
                return (new(Shown: shown), problem);
            case ScreenStepKind.Named or ScreenStepKind.MessageShown:
                return (new(Text: command.Text!.Trim()), null);
            default:
                return (ScreenDetails.None, null);
        }
    }
}
