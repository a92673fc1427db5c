using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>An evening that is played with the rules alone: no server, no database.</summary>
internal sealed class PlayedEvening(Instant start)
{
    public const string Chair = "device:0199d3a0-0000-7000-8000-00000000000c";

    private readonly List<EveningStep> steps = [];

    public Instant Now { get; private set; } = start;

    public Instant PlannedStart { get; } = start;

    public IReadOnlyList<EveningStep> Steps => steps;

    public EveningLife Life => EveningLife.Of(steps);

    public static PlannedItem Item(string title, int seconds, AgendaItemKind kind = AgendaItemKind.Free, bool mustNotCut = false) =>
        new(Guid.CreateVersion7(), kind, title, seconds, mustNotCut);

    /// <summary>Started at once with items of these lengths, titled A, B, C …</summary>
    public static PlayedEvening Started(params int[] seconds) => Started([.. seconds.Select((s, i) => Item($"{(char)('A' + i)}", s))]);

    public static PlayedEvening Started(IReadOnlyList<PlannedItem> plan)
    {
        var evening = new PlayedEvening(Instant.FromUtc(2026, 10, 1, 18, 0));
        Assert.Null(evening.Give(EveningStepKind.Started, plan: plan));
        return evening;
    }

    public void Wait(int seconds) => Now += Duration.FromSeconds(seconds);

    public EveningItem Called(string title) => Life.Items.Single(i => i.Title == title);

    public string Titles => string.Join("", Life.Items.Select(i => i.Title));

    public Problem? Give(
        EveningStepKind kind, string? item = null, string? after = null, int? seconds = null, string? text = null, EveningClockKind? clock = null,
        Guid? subject = null, int? undoes = null, IReadOnlyList<PlannedItem>? plan = null, IReadOnlyDictionary<Guid, int>? figures = null) => Give(
            new RunCommand(
                Guid.NewGuid(), Life.Version, kind, Id(item), Id(after), seconds, text, Clock: clock, SubjectId: subject, Undoes: undoes),
            new EveningFindings(plan, figures, kind == EveningStepKind.InstitutionCalled ? 1 : null));

    public Problem? Give(RunCommand command, EveningFindings findings)
    {
        if (StepMaker.Problems(command) is [var wrong, ..])
            return wrong;
        var step = StepMaker.Make(Life, command, new StepOrigin(Guid.Empty, Now, Chair), findings);
        if ((EveningRules.Forbids(Life, step) ?? (step.Kind == EveningStepKind.Undone ? EveningUndo.Forbids(steps, step.Details.Undoes) : null)) is { } problem)
            return problem;
        steps.Add(step);
        return null;
    }

    /// <summary>Whether a command of somebody who last saw that version comes too late.</summary>
    public bool IsStale(int expected, EveningStepKind kind, string? item = null, int? seconds = null, EveningClockKind? clock = null, int? undoes = null, Guid? subject = null)
    {
        var command = new RunCommand(Guid.NewGuid(), expected, kind, Id(item), Seconds: seconds, Text: "x", Clock: clock, SubjectId: subject, Undoes: undoes);
        return EveningStale.Is(steps, StepMaker.Make(Life, command, new StepOrigin(Guid.Empty, Now, Chair), EveningFindings.None), command);
    }

    /// <summary>All that a state says, but for its version: two states with the same text are the same.</summary>
    public static string Text(EveningLife life) => string.Join('\n',
    [
        $"{life.Stage} {life.Control} {life.StartedAt} {life.PausedAt} {life.EndedAt}",
        .. life.Items.Select(i => $"{i}"),
        .. life.Clocks.Values.Select(c => $"{c}"),
        .. life.Speeches.Select(c => $"{c}"),
        .. life.Words.Order().Select(w => $"{w}"),
        .. life.Messages.Select(m => $"{m}"),
        $"{life.RollCall?.Order} {string.Join(',', life.RollCall?.First ?? [])}",
        .. (life.RollCall?.Called ?? []).Select(c => $"{c}"),
    ]);

    private Guid? Id(string? title) => title is null ? null : Life.Items.Find(i => i.Title == title)?.Id ?? Guid.Empty;
}
