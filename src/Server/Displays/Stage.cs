namespace Assemblies.Displays;

/// <summary>What the projector shows: one idea at a time (live.md, rules 21 and 23).</summary>
public enum Scene
{
    /// <summary>The title and the hour, before the doors are busy.</summary>
    Welcome,

    /// <summary>Total, pledge, institutions, latest arrivals by institution.</summary>
    Turnout,

    /// <summary>Who is telling their story, if they agreed to be named.</summary>
    Testimony,

    /// <summary>One ask and the answers revealed so far.</summary>
    Answer,

    /// <summary>Nothing, on purpose.</summary>
    Blank,
}

/// <summary>The scene of one assembly's projectors.</summary>
public sealed class Stage
{
    public required Guid AssemblyId { get; init; }
    public Scene Scene { get; set; }

    /// <summary>The ask of <see cref="Scene.Answer"/>.</summary>
    public Guid? AskId { get; set; }

    /// <summary>The speaker of <see cref="Scene.Testimony"/>.</summary>
    public Guid? SpeakerId { get; set; }
}
