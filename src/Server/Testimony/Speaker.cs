using NodaTime;

namespace Assemblies.Testimony;

/// <summary>Someone who gives a testimony: a first-person story that grounds an ask.</summary>
public sealed class Speaker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>The ask the story grounds, where there is one.</summary>
    public Guid? AskId { get; set; }

    /// <summary>The name the speaker wants shown. Shown only where <see cref="Consents.MayShow"/> says so.</summary>
    public required string NameToShow { get; set; }

    /// <summary>How the name is said, for whoever announces the speaker.</summary>
    public string? Pronunciation { get; set; }

    /// <summary>How long the story takes in the speaker's own language, in seconds; null while nobody said.</summary>
    public int? PlannedSeconds { get; set; }

    /// <summary>Who tells the story if the speaker cannot: another speaker of the same assembly …</summary>
    public Guid? UnderstudyId { get; set; }

    /// <summary>… or somebody who is not entered yet. Staff only.</summary>
    public string? UnderstudyName { get; set; }

    /// <summary>BCP 47 tag of the language the speaker speaks; null for the language of the evening.</summary>
    public string? Language { get; set; }

    /// <summary>Who interprets. Staff only.</summary>
    public string? Interpreter { get; set; }

    /// <summary>What interpretation does to the time, in per cent: 100 for none or simultaneous, about 180 for consecutive.</summary>
    public int TimeFactorPercent { get; set; } = SpeakerRules.NoFactor;

    /// <summary>The text so far. For the organiser's pages and API only: on no channel, tablet or screen, ever.</summary>
    public string? Draft { get; set; }

    /// <summary>How long they will be on the stage, in seconds, interpretation included.</summary>
    public int? SecondsOnStage => SpeakerRules.SecondsOnStage(PlannedSeconds, TimeFactorPercent);
}

/// <summary>How long the story took when it was rehearsed.</summary>
public sealed class SpeakerTiming
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SpeakerId { get; init; }

    /// <summary>The day of the rehearsal.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Measured length, interpretation included.</summary>
    public required int Seconds { get; init; }
}
