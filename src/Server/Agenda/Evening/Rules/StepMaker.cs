using Assemblies.Floor;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Agenda.Evening.Rules;

/// <summary>Makes the step of a command: what the command leaves open is decided now and kept, so that no later change moves it.</summary>
internal static class StepMaker
{
    private const int LongestTitle = 200;
    private const int LongestMessage = 120;

    /// <summary>Which members of the command are missing or out of range, whatever the state of the evening.</summary>
    public static IReadOnlyList<Problem> Problems(RunCommand command)
    {
        var problems = new List<Problem>();
        if (command.CommandId == Guid.Empty)
            problems.Add(FloorSaving.NeedsItsOwnId);
        if (NeedsItem(command.Step) && command.ItemId is null)
            problems.Add(new("itemId", "Name the item."));
        if (IsLength(command.Step) && command.Seconds is not (>= 1 and <= EveningRules.LongestSeconds))
            problems.Add(new("seconds", "Give a length of 1 second to 12 hours."));
        if (command.Step is EveningStepKind.TimeAdded or EveningStepKind.ClockExtended
            && command.Seconds is not (not 0 and >= -EveningRules.LongestSeconds and <= EveningRules.LongestSeconds))
            problems.Add(new("seconds", "Say how many seconds are added; less than 0 takes away."));
        if (LongestText(command.Step) is { } longest && (command.Text?.Trim() ?? "").Length is var length && (length == 0 || length > longest))
            problems.Add(new("text", $"Write 1 to {longest} characters."));
        if (command.Step is EveningStepKind.ClockStarted or EveningStepKind.ClockPaused or EveningStepKind.ClockResumed or EveningStepKind.ClockExtended
            or EveningStepKind.ClockStopped && command.Clock is null)
            problems.Add(new("clock", "Name the clock: speaker, answer or explanation."));
        if (command.Step is EveningStepKind.InstitutionCalled or EveningStepKind.InstitutionUncalled && command.SubjectId is null)
            problems.Add(new("subjectId", "Name the institution."));
        if (command.Step == EveningStepKind.Undone && command.Undoes is null)
            problems.Add(new("undoes", "Name the version of the step to take back."));
        return problems;
    }

    /// <summary>The step, its version the next one. The command has no <see cref="Problems"/>.</summary>
    public static EveningStep Make(EveningLife life, RunCommand command, StepOrigin origin, EveningFindings findings) => new()
    {
        AssemblyId = origin.AssemblyId,
        Version = life.Version + 1,
        CommandId = command.CommandId,
        Kind = command.Step,
        At = origin.At,
        By = origin.By,
        ItemId = Item(life, command, findings),
        Details = new EveningDetails(
            command.Step == EveningStepKind.Started ? findings.Plan : null,
            IsPlaced(command.Step) ? command.AfterItemId ?? life.Now?.Id : null,
            IsLength(command.Step) || command.Step is EveningStepKind.TimeAdded or EveningStepKind.ClockExtended ? command.Seconds : null,
            LongestText(command.Step) is null ? null : command.Text!.Trim(),
            command.Step == EveningStepKind.Inserted ? command.ItemKind : null,
            command.Clock,
            command.SubjectId,
            command.Step is EveningStepKind.RollCallStarted or EveningStepKind.RollCallOrdered ? command.Order : null,
            command.Step is EveningStepKind.RollCallStarted or EveningStepKind.RollCallOrdered ? command.InstitutionIds?.Distinct().ToList() : null,
            findings.Figures,
            findings.Figure,
            command.Step is EveningStepKind.MessageShown or EveningStepKind.MessageCleared ? command.TimerId : null,
            command.Step == EveningStepKind.Undone ? command.Undoes : null),
    };

    private static Guid? Item(EveningLife life, RunCommand command, EveningFindings findings) => command.Step switch
    {
        EveningStepKind.Started => findings.Plan is { Count: > 0 } plan ? plan[0].Id : null,
        EveningStepKind.Advanced => command.ItemId ?? life.Next?.Id,
        EveningStepKind.Returned => life.Items.Take(Math.Max(0, life.NowIndex)).LastOrDefault(i => i.Status == ItemStatus.Done)?.Id,
        EveningStepKind.Inserted => command.ItemId ?? Guid.CreateVersion7(),
        EveningStepKind.TimeAdded => command.ItemId ?? life.Now?.Id,
        _ => NeedsItem(command.Step) ? command.ItemId : null,
    };

    private static bool NeedsItem(EveningStepKind step) => step is EveningStepKind.Skipped or EveningStepKind.Restored or EveningStepKind.LengthChanged
        or EveningStepKind.Moved or EveningStepKind.WordsRead or EveningStepKind.WordsUnread;

    private static bool IsLength(EveningStepKind step) => step is EveningStepKind.LengthChanged or EveningStepKind.Inserted or EveningStepKind.ClockStarted;

    private static bool IsPlaced(EveningStepKind step) => step is EveningStepKind.Moved or EveningStepKind.Inserted;

    private static int? LongestText(EveningStepKind step) => step switch
    {
        EveningStepKind.Inserted => LongestTitle,
        EveningStepKind.MessageShown => LongestMessage,
        // Compared with the item's own words, however long they are.
        EveningStepKind.WordsRead or EveningStepKind.WordsUnread => int.MaxValue,
        _ => null,
    };
}

/// <summary>Where, when and by whom a step is taken.</summary>
internal sealed record StepOrigin(Guid AssemblyId, Instant At, string By);

/// <summary>What a step keeps of the rest of the assembly.</summary>
/// <param name="Plan">started: the running order.</param>
/// <param name="Figures">roll_call_started: the frozen figures.</param>
/// <param name="Figure">institution_called: the figure announced.</param>
internal sealed record EveningFindings(IReadOnlyList<PlannedItem>? Plan = null, IReadOnlyDictionary<Guid, int>? Figures = null, int? Figure = null)
{
    public static EveningFindings None { get; } = new();
}
