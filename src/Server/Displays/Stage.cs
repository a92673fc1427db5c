using Assemblies.Displays.Direction;
using NodaTime;

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

    /// <summary>The institution that is called, with its frozen figure.</summary>
    RollCall,

    /// <summary>What is now and what comes next.</summary>
    NowNext,

    /// <summary>The close: the public record's code and the seal that is read aloud.</summary>
    Seal,

    /// <summary>The words of one ask, while it is read.</summary>
    Ask,

    /// <summary>Asks × power-holders with every answer revealed so far.</summary>
    ToteBoard,

    /// <summary>What was agreed tonight; while an item reports back, its old commitments and what became of them.</summary>
    Commitments,

    /// <summary>A few words of the stage manager.</summary>
    Message,
}

/// <summary>The scene of one assembly's projectors: the latest of its cues.</summary>
public sealed class Stage
{
    public required Guid AssemblyId { get; init; }
    public Scene Scene { get; set; }

    /// <summary>1, 2, 3 …: how often the scene was changed.</summary>
    public int Version { get; set; }

    /// <summary>The ask of <see cref="Scene.Ask"/> and <see cref="Scene.Answer"/>.</summary>
    public Guid? AskId { get; set; }

    /// <summary>The speaker of <see cref="Scene.Testimony"/>.</summary>
    public Guid? SpeakerId { get; set; }

    /// <summary>What <see cref="Scene.Message"/> says.</summary>
    public string? Text { get; set; }

    /// <summary>The scene with what it is about.</summary>
    public ShownScene Shown => new(Scene, AskId, SpeakerId, Text);
}

/// <summary>One change of scene. Rows are never changed: they tell afterwards what the hall saw and when.</summary>
public sealed class SceneCue
{
    /// <summary>Made by the tablet: a command that arrives again, even after somebody else's, is recognised by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required Guid AssemblyId { get; init; }
    public required Scene Scene { get; init; }
    public Guid? AskId { get; init; }
    public Guid? SpeakerId { get; init; }
    public string? Text { get; init; }

    /// <summary>The version of the scene that it made; 0 in cues of an older version of this program.</summary>
    public int Version { get; init; }

    /// <summary>The version of the scene that was changed, where the sender named one; null for cues that come with something else.</summary>
    public int? ExpectedVersion { get; init; }

    public required Instant At { get; init; }

    /// <summary>The device that gave the cue; a role and an id, never a name.</summary>
    public required string By { get; init; }
}
