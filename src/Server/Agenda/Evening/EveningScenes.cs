using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Record;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>Scenes follow the running order by themselves (live.md, rule 21): in the transaction of the step, so that the hall is never behind the tablets.</summary>
public sealed class EveningScenes(AssemblyDb db, StageDirection stage)
{
    /// <summary>Cues what the hall sees after the step; nothing when it does not move the evening. The caller saves.</summary>
    internal async Task FollowAsync(Actor actor, IReadOnlyList<EveningStep> before, EveningStep step, CancellationToken cancellation)
    {
        var meant = step.Kind == EveningStepKind.Undone ? before.Single(s => s.Version == step.Details.Undoes) : step;
        var now = EveningLife.Of([.. before, step]).Now;
        if (meant.Kind is EveningStepKind.Started or EveningStepKind.Advanced or EveningStepKind.Returned)
            await CueAsync(actor, step, await SceneOfAsync(step.CommandId, now, cancellation), cancellation);
        else if (step.Kind == EveningStepKind.RollCallStarted)
            await CueAsync(actor, step, new ShowCommand(step.CommandId, Scene.RollCall), cancellation);
        else if (step is { Kind: EveningStepKind.ClockStarted, Details: { Clock: EveningClockKind.Speaker, SubjectId: { } speaker } } && now?.Kind == AgendaItemKind.Testimony)
            await CueAsync(actor, step, new ShowCommand(step.CommandId, Scene.Testimony, SpeakerId: speaker), cancellation);
    }

    private Task CueAsync(Actor actor, EveningStep step, ShowCommand cue, CancellationToken cancellation) =>
        stage.CueAsync(actor, step.AssemblyId, cue, cancellation);

    private async Task<ShowCommand> SceneOfAsync(Guid commandId, EveningItem? item, CancellationToken cancellation) => item?.Kind switch
    {
        null or AgendaItemKind.Welcome => new(commandId, Scene.Welcome),
        AgendaItemKind.RollCall => new(commandId, Scene.RollCall),
        AgendaItemKind.Testimony when await FirstSpeakerAsync(item.Id, cancellation) is { } speaker => new(commandId, Scene.Testimony, SpeakerId: speaker),
        AgendaItemKind.Ask or AgendaItemKind.Answer when await FirstAskAsync(item.Id, cancellation) is { } ask => new(commandId, Scene.Answer, ask),
        _ => new(commandId, Scene.NowNext),
    };

    private Task<Guid?> FirstSpeakerAsync(Guid itemId, CancellationToken cancellation) =>
        db.AgendaItemSpeakers.Where(l => l.ItemId == itemId).OrderBy(l => l.Order).Select(l => (Guid?)l.SpeakerId).FirstOrDefaultAsync(cancellation);

    private Task<Guid?> FirstAskAsync(Guid itemId, CancellationToken cancellation) =>
        db.AgendaItemAsks.Where(l => l.ItemId == itemId).OrderBy(l => l.Order).Select(l => (Guid?)l.AskId).FirstOrDefaultAsync(cancellation);
}
