namespace Assemblies.Displays.Direction;

/// <summary>Where a screen hangs and so what it shows when: the rule is <see cref="SceneSets"/>.</summary>
public enum SceneSet
{
    /// <summary>The projector of the hall: what the running order and the stage manager say.</summary>
    Hall,

    /// <summary>A room that sees the hall only through this screen.</summary>
    Overflow,

    /// <summary>Where people come in and go out: nothing that has to be followed.</summary>
    Foyer,

    /// <summary>Laid over the picture of a stream: its ground is transparent, names as agreed for the stream.</summary>
    Stream,

    /// <summary>What the people on the stage see: the words of the ask, and what comes next.</summary>
    Stage,
}

/// <summary>Bright letters for a dark hall, dark letters for a lit one (live.md, rule 24).</summary>
public enum ScreenTheme
{
    Dark,
    Light,
}

/// <summary>How a screen is set up where it hangs: an organiser enters it once, and text is sized by it (live.md, rule 22).</summary>
/// <param name="Theme">Dark or light.</param>
/// <param name="ImageHeight">Height of the picture in metres; null where nobody measured it.</param>
/// <param name="FarthestSeat">Distance of the farthest seat in metres; null where nobody measured it.</param>
/// <param name="SecondLanguage">BCP 47 tag of the language shown beside the original; null for one language.</param>
public sealed record ScreenSettings(ScreenTheme Theme = ScreenTheme.Dark, double? ImageHeight = null, double? FarthestSeat = null, string? SecondLanguage = null)
{
    public static ScreenSettings Usual { get; } = new();
}
