using NodaTime;

namespace Assemblies.Evaluation.Notes;

/// <summary>What a note or a proposal of the evaluation is about.</summary>
public enum EvaluationTopic
{
    Turnout,
    Doors,
    Programme,
    Testimony,
    Asks,
    Screens,
    Team,
    FollowUp,
    Other,
}

/// <summary>What a note says.</summary>
public enum EvaluationNoteKind
{
    WentWell,
    ToChange,

    /// <summary>Something that somebody does by a date.</summary>
    NextStep,
}

/// <summary>Whether a note still asks for something.</summary>
public enum EvaluationNoteState
{
    Open,

    /// <summary>A next step that was done.</summary>
    Done,

    /// <summary>Taken back; it stays in the history.</summary>
    Withdrawn,
}

/// <summary>One version of a note from the leaders' evaluation. Versions are only added: the highest is the note, the others its history.</summary>
/// <remarks>Staff only, and kept with the assembly: never on a screen, in the public record or in the journal.</remarks>
public sealed class EvaluationNote
{
    public required Guid NoteId { get; init; }

    /// <summary>From 1. Unique in the note, so two who change it at once cannot both be the next.</summary>
    public required int Version { get; init; }

    public required Guid AssemblyId { get; init; }
    public required EvaluationTopic Topic { get; init; }
    public required EvaluationNoteKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Whose view it is, by role: "Co-chair", "Stewards of the north door". No name is needed.</summary>
    public required string Role { get; init; }

    /// <summary>The day on which it was said, on the assembly's calendar.</summary>
    public required LocalDate SaidOn { get; init; }

    /// <summary>Next steps: who does it. Null for other notes.</summary>
    public string? Owner { get; init; }

    /// <summary>Next steps: by when, on the assembly's calendar. Null for other notes.</summary>
    public LocalDate? DueOn { get; init; }

    public required EvaluationNoteState State { get; init; }
    public required Instant At { get; init; }

    /// <summary>Who wrote it: a kind and an id, as in the journal.</summary>
    public required string By { get; init; }
}
