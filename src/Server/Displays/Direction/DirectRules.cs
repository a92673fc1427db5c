using Assemblies.Asks;
using Assemblies.Floor;
using Assemblies.Wire;

namespace Assemblies.Displays.Direction;

/// <summary>What a step for screens must say, before anything is read.</summary>
internal static class DirectRules
{
    public const int LongestName = 60;
    public const int UsualSeconds = 15;
    private const int MostScreens = 100;

    /// <summary>What is wrong with the command itself; empty when nothing is.</summary>
    public static IReadOnlyList<Problem> Problems(DirectCommand command)
    {
        var problems = new List<Problem>();
        if (command.CommandId == Guid.Empty)
            problems.Add(FloorSaving.NeedsItsOwnId);
        if (command.Screens.Count is 0 or > MostScreens || command.Screens.Any(s => s is null) || command.Screens.DistinctBy(s => s.ScreenId).Count() != command.Screens.Count)
            problems.Add(new("screens", $"Name 1 to {MostScreens} screens, each once."));
        if (Member(command) is { } member)
            problems.Add(member);
        return problems;
    }

    private static Problem? Member(DirectCommand command) => command.Step switch
    {
        ScreenStepKind.Configured when command.Settings is null => new("settings", "Say how the screen is set up."),
        ScreenStepKind.Configured when command.Text is not null && Name(command) is { } name => name,
        ScreenStepKind.Configured => Settings(command.Settings!),
        ScreenStepKind.Redirected when command.Set is null => new("set", "Choose a scene set."),
        ScreenStepKind.Named => Name(command),
        ScreenStepKind.Identified when command.Seconds is < 5 or > 120 => new("seconds", "Let it show its name for 5 to 120 seconds."),
        ScreenStepKind.Taken when command.Scene is null => new("scene", "Choose a scene."),
        ScreenStepKind.MessageShown => SceneFinder.Message(command.Text),
        _ => null,
    };

    private static Problem? Name(DirectCommand command) =>
        command.Screens.Count > 1 ? new("screens", "Name one screen at a time.")
        : command.Text?.Trim().Length is > 0 and <= LongestName ? null
        : new("text", $"Give the screen a name of 1 to {LongestName} characters, for example \"Left of the stage\".");

    /// <summary>What is wrong with how a screen is set up; null when nothing is.</summary>
    public static Problem? Settings(ScreenSettings settings) =>
        settings.ImageHeight is < 0.2 or > 40 or double.NaN ? new("settings.imageHeight", "Give the height of the picture in metres, 0.2 to 40; for example 2.25.")
        : settings.FarthestSeat is < 1 or > 300 or double.NaN ? new("settings.farthestSeat", "Give the distance of the farthest seat in metres, 1 to 300; for example 24.")
        : settings.ImageHeight is null != settings.FarthestSeat is null
            ? new(settings.ImageHeight is null ? "settings.imageHeight" : "settings.farthestSeat", "Text is sized by both: give the height of the picture and the farthest seat, or neither.")
        : settings.SecondLanguage is { } tag && !AskWording.IsLanguageTag(tag) ? new("settings.secondLanguage", "Give the language as a tag, for example \"es\".")
        : null;

    /// <summary>Why a screen cannot take a step now; null when it can.</summary>
    public static Problem? Forbids(ScreenLife life, string name, ScreenStepKind step) => step switch
    {
        ScreenStepKind.Followed when life.Hold is null => new("step", $"\"{name}\" is neither taken nor frozen: it follows already."),
        ScreenStepKind.Blanked when life.IsBlank => new("step", $"\"{name}\" is blank already."),
        ScreenStepKind.Unblanked when !life.IsBlank => new("step", $"\"{name}\" is not blank."),
        ScreenStepKind.MessageCleared when life.Message is null => new("step", $"\"{name}\" shows no message."),
        _ => null,
    };
}
