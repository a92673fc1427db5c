using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
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
            await CueAsync(actor, step, await SceneOfAsync(now?.Kind, now?.Id ?? Guid.Empty, cancellation), cancellation);
        else if (step.Kind == EveningStepKind.RollCallStarted)
            await CueAsync(actor, step, new ShownScene(Scene.RollCall), cancellation);
        else if (step is { Kind: EveningStepKind.ClockStarted, Details: { Clock: EveningClockKind.Speaker, SubjectId: { } speaker } } && now?.Kind == AgendaItemKind.Testimony)
            await CueAsync(actor, step, new ShownScene(Scene.Testimony, SpeakerId: speaker), cancellation);
    }

    /// <summary>What the hall would see with the item that comes next; the welcome when nothing does.</summary>
    internal async Task<ShownScene> NextAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var steps = await EveningReader.StepsAsync(db, assemblyId, cancellation);
        var life = EveningLife.Of(steps);
        // Before the start no item has become part of the evening: the first of the plan is next.
        var first = life.Stage == EveningStage.NotStarted && await EveningReader.PlanAsync(db, assemblyId, cancellation) is [var planned, ..] ? planned : null;
        var next = life.Next?.Id ?? first?.Id;
        return (await SceneOfAsync(life.Next?.Kind ?? first?.Kind, next ?? Guid.Empty, cancellation)) with { ItemId = next };
    }

    private Task CueAsync(Actor actor, EveningStep step, ShownScene shown, CancellationToken cancellation) =>
        stage.CueAsync(actor, step.AssemblyId, step.CommandId, shown, cancellation);

    private async Task<ShownScene> SceneOfAsync(AgendaItemKind? kind, Guid itemId, CancellationToken cancellation) => kind switch
    {
        null or AgendaItemKind.Welcome => new(Scene.Welcome),
        AgendaItemKind.RollCall => new(Scene.RollCall),
        AgendaItemKind.Testimony when await FirstSpeakerAsync(itemId, cancellation) is { } speaker => new(Scene.Testimony, SpeakerId: speaker),
        // While it is read its words stand alone; putting it brings those who answer.
        AgendaItemKind.Ask when await FirstAskAsync(itemId, cancellation) is { } ask => new(Scene.Ask, ask),
        AgendaItemKind.Answer when await FirstAskAsync(itemId, cancellation) is { } ask => new(Scene.Answer, ask),
        AgendaItemKind.ReportBack when await db.AgendaItemCommitments.AnyAsync(l => l.ItemId == itemId, cancellation) => new(Scene.Commitments),
        _ => new(Scene.NowNext),
    };

    private Task<Guid?> FirstSpeakerAsync(Guid itemId, CancellationToken cancellation) =>
        db.AgendaItemSpeakers.Where(l => l.ItemId == itemId).OrderBy(l => l.Order).Select(l => (Guid?)l.SpeakerId).FirstOrDefaultAsync(cancellation);

    private Task<Guid?> FirstAskAsync(Guid itemId, CancellationToken cancellation) =>
        db.AgendaItemAsks.Where(l => l.ItemId == itemId).OrderBy(l => l.Order).Select(l => (Guid?)l.AskId).FirstOrDefaultAsync(cancellation);
}
