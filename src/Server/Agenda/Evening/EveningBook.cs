using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Floor;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>Takes the steps of the evening: each command is one transaction, harmless when repeated, refused when somebody was faster.</summary>
public sealed class EveningBook(AssemblyDb db, EveningFinder finder, EveningScenes scenes, IClock clock)
{
    private const int MostMinutes = 120;

    /// <summary>A device of the floor gives a step.</summary>
    public async Task<FloorReply> RunAsync(Actor actor, DeviceRole role, Guid assemblyId, RunCommand command, CancellationToken cancellation)
    {
        while (true)
        {
            if (await AddAsync(actor, role, assemblyId, command, cancellation) is { } reply)
                return reply;
            try
            {
                if (await SaveAsync(cancellation))
                    return FloorReply.Done;
            }
            catch (RecordRefusedException refused)
            {
                // The roll call freezes the official turnout, and that figure is an entry of the public record.
                return FloorReply.Refused(refused.Problem);
            }
        }
    }

    /// <summary>Saves steps that were added. False when somebody took their version: look again. Each time round somebody else got on, so it ends.</summary>
    internal async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whether the evening has begun: from then on the plan changes only by steps.</summary>
    public async Task<bool> HasBegunAsync(Guid assemblyId, CancellationToken cancellation) =>
        (await EveningReader.LifeAsync(db, assemblyId, cancellation)).Stage != EveningStage.NotStarted;

    /// <summary>Adds a step as part of a larger change; the caller saves. The reply of a command that adds nothing; null when a step was added.</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="role">The device's role; null for an organiser.</param>
    /// <param name="assemblyId">The assembly.</param>
    /// <param name="command">The step.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<FloorReply?> AddAsync(Actor actor, DeviceRole? role, Guid assemblyId, RunCommand command, CancellationToken cancellation)
    {
        if (StepMaker.Problems(command) is { Count: > 0 } problems)
            return FloorReply.Refused(problems);
        if (!EveningRoles.May(role, command.Step))
            return FloorReply.Refused(EveningRoles.Refusal(command.Step));
        // Asked before the steps are read: a double tap's first that is saved in between is then among them, and not taken for another command.
        var isUsed = await finder.IsUsedAsync(command.CommandId, cancellation);
        // A change that is more than one step finds its own earlier ones too, which are not saved yet.
        IReadOnlyList<EveningStep> steps =
        [
            .. await EveningReader.StepsAsync(db, assemblyId, cancellation),
            .. db.EveningSteps.Local.Where(s => s.AssemblyId == assemblyId && db.Entry(s).State == EntityState.Added),
        ];
        if (steps.Any(s => s.CommandId == command.CommandId))
            return FloorReply.Done;
        if (isUsed)
            return FloorReply.Refused(new Problem("commandId", "Give every command an id of its own: this one was another command's."));
        if (AssemblyLife.NotOpen(await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.State).SingleAsync(cancellation)) is { } closed)
            return FloorReply.Refused(closed);
        var life = await EveningReader.DescribedAsync(db, assemblyId, EveningLife.Of(steps), cancellation);
        if (role == DeviceRole.Chair && await finder.ControlElsewhereAsync(life, actor, command, cancellation) is { } elsewhere)
            return FloorReply.Refused(elsewhere);
        var (findings, problem) = await finder.FindAsync(actor, assemblyId, life, command, cancellation);
        if (problem is not null)
            return FloorReply.Refused(problem);
        var step = StepMaker.Make(life, command, new StepOrigin(assemblyId, After(steps), actor.Id), findings);
        if (EveningStale.Is(steps, step, command))
            return FloorReply.Stale;
        if ((EveningRules.Forbids(life, step) ?? Forbids(steps, life, step, role)) is { } forbidden)
            return FloorReply.Refused(forbidden);
        db.EveningSteps.Add(step);
        db.Record(actor, assemblyId, ChangeChannel.Evening, $"evening.{WireFormat.Word(step.Kind)}", $"Of the evening: {StepWords.Of(step)}.");
        await scenes.FollowAsync(actor, steps, step, cancellation);
        if (HeardTestimonies.MayEndWith(step.Kind))
            await HeardTestimonies.LogAsync(db, actor, assemblyId, EveningLife.Of([.. steps, step]), cancellation);
        return null;
    }

    /// <summary>Ways to win time back. Changes nothing.</summary>
    public async Task<WinBackReply> WinBackAsync(Guid assemblyId, WinBackQuery query, CancellationToken cancellation)
    {
        var life = await EveningReader.DescribedLifeAsync(db, assemblyId, cancellation);
        var seconds = Math.Clamp(query.Minutes, 1, MostMinutes) * 60;
        var (isEnough, proposals) = WinBack.Propose(life, seconds);
        return new(seconds, life.Version, isEnough, proposals, WinBack.InWords(life, seconds, isEnough, proposals));
    }

    private static Problem? Forbids(IReadOnlyList<EveningStep> steps, EveningLife life, EveningStep step, DeviceRole? role)
    {
        if (step.Kind == EveningStepKind.Undone)
            return steps.FirstOrDefault(s => s.Version == step.Details.Undoes) is { } undone && !EveningRoles.May(role, undone.Kind)
                ? EveningRoles.Refusal(undone.Kind) : EveningUndo.Forbids(steps, step.Details.Undoes);
        return OrderSteps.Cuts(life, step) && !EveningRoles.MayCutAnything(role)
            ? new("itemId", "It must not be cut: only the chair or an organiser may.") : null;
    }

    // A clock that is set back must not make an item end before it began.
    private Instant After(IReadOnlyList<EveningStep> steps)
    {
        var now = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        return steps.Count == 0 ? now : Instant.Max(now, steps[^1].At);
    }
}
