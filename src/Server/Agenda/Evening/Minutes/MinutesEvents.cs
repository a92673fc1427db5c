using Assemblies.Agenda.Evening.Rules;

namespace Assemblies.Agenda.Evening.Minutes;

/// <summary>The steps of the evening as events that somebody who was not there wants to know. What was taken back, and what only the tablets did, is left out.</summary>
internal static class MinutesEvents
{
    public static IEnumerable<MinutesEvent> Of(IReadOnlyList<EveningStep> steps, EveningLife life)
    {
        var undone = steps.Where(s => s.Kind == EveningStepKind.Undone).Select(s => s.Details.Undoes).ToHashSet();
        return steps.Where(s => !undone.Contains(s.Version)).Select(s => (s.At, Text: Text(s, life.Find(s.ItemId)?.Title))).Where(e => e.Text is not null)
            .Select(e => new MinutesEvent(e.At, e.Text!));
    }

    private static string? Text(EveningStep step, string? item) => step.Kind switch
    {
        EveningStepKind.Started => $"The evening was started: {item}.",
        EveningStepKind.Advanced => $"{item} began.",
        EveningStepKind.Returned => $"The evening went back to {item}.",
        EveningStepKind.Paused => "The evening was paused.",
        EveningStepKind.Resumed => "The evening went on.",
        EveningStepKind.Ended => "The evening was ended.",
        EveningStepKind.Skipped => $"{item} was left out.",
        EveningStepKind.Restored => $"{item} was taken back in.",
        EveningStepKind.Inserted => $"{item} was added to the running order.",
        EveningStepKind.WordsRead => $"It was said: “{step.Details.Text}”",
        EveningStepKind.RollCallStarted => "The roll call began; the official turnout was frozen.",
        _ => null,
    };
}
