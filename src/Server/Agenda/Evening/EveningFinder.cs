using Assemblies.Agenda.Evening.RollCall;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>What a step needs of the rest of the assembly: the plan, the figures, and whether the speaker or timer it names is there.</summary>
public sealed class EveningFinder(AssemblyDb db, RollCallFreeze freeze)
{
    /// <summary>Why a chair's device may not command now: another holds control, and says so by name.</summary>
    internal async Task<Problem?> ControlElsewhereAsync(EveningLife life, Actor actor, RunCommand command, CancellationToken cancellation)
    {
        if (life.Control is null || life.Control == actor.Id || command.Step == EveningStepKind.ControlTaken)
            return null;
        var holder = HolderOf(life) is { } id ? await db.Devices.Where(d => d.Id == id).Select(d => d.Name).FirstOrDefaultAsync(cancellation) : null;
        return new("", $"{holder ?? "Another device"} holds control: take over first.");
    }

    /// <summary>Whether the id is that of a scene's cue or of a step. Where it is no step of the assembly itself, its key would be refused again and again.</summary>
    internal async Task<bool> IsUsedAsync(Guid commandId, CancellationToken cancellation) =>
        await db.EveningSteps.AnyAsync(s => s.CommandId == commandId, cancellation) || await db.SceneCues.AnyAsync(c => c.CommandId == commandId, cancellation);

    /// <summary>The device that holds control.</summary>
    internal static Guid? HolderOf(EveningLife life) => life.Control is { } by && by.StartsWith("device:", StringComparison.Ordinal) ? Guid.Parse(by["device:".Length..]) : null;

    internal async Task<(EveningFindings Findings, Problem? Problem)> FindAsync(
        Actor actor, Guid assemblyId, EveningLife life, RunCommand command, CancellationToken cancellation) => command.Step switch
    {
        EveningStepKind.Started => (new EveningFindings(Plan: await EveningReader.PlanAsync(db, assemblyId, cancellation)), null),
        EveningStepKind.ClockStarted => (EveningFindings.None, await SubjectAsync(assemblyId, command, cancellation)),
        EveningStepKind.WordsRead => (EveningFindings.None, await WordsAsync(assemblyId, command, cancellation)),
        EveningStepKind.MessageShown => (EveningFindings.None, await TimerAsync(assemblyId, command, cancellation)),
        // Frozen only when the roll call can begin: a refused command must leave nothing behind.
        EveningStepKind.RollCallStarted when life is { RollCall: null, Stage: EveningStage.Running or EveningStage.Paused } =>
            await freeze.FreezeAsync(actor, assemblyId, cancellation),
        EveningStepKind.InstitutionCalled when life.RollCall is { } call =>
            (new EveningFindings(Figure: await RollCallReader.FigureAsync(db, assemblyId, call, command.SubjectId!.Value, cancellation)), null),
        _ => (EveningFindings.None, null),
    };

    private async Task<Problem?> SubjectAsync(Guid assemblyId, RunCommand command, CancellationToken cancellation) => command.SubjectId is not { } subject ? null
        : await db.Speakers.AnyAsync(s => s.Id == subject && s.AssemblyId == assemblyId, cancellation)
            || await db.PowerHolders.AnyAsync(p => p.Id == subject && p.AssemblyId == assemblyId, cancellation)
            ? null : new("subjectId", "Name a speaker or power-holder of this assembly.");

    private async Task<Problem?> WordsAsync(Guid assemblyId, RunCommand command, CancellationToken cancellation)
    {
        var item = await db.AgendaItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == command.ItemId && i.AssemblyId == assemblyId, cancellation);
        return item?.RequiredWords.Contains(command.Text!.Trim()) == true ? null : new("text", "These words are not required in that item; perhaps they were changed.");
    }

    private async Task<Problem?> TimerAsync(Guid assemblyId, RunCommand command, CancellationToken cancellation) => command.TimerId is not { } timer
        || await db.Devices.AnyAsync(d => d.Id == timer && d.AssemblyId == assemblyId && d.Role == DeviceRole.StageTimer && d.RevokedAt == null, cancellation)
            ? null : new("timerId", "Name a stage timer that is paired.");
}
