using NodaTime;

namespace Assemblies.Record;

/// <summary>The steps in the life of an answer (record.md, section 1).</summary>
public enum AnswerStepKind
{
    /// <summary>The ask was read to the power-holder.</summary>
    Put,

    /// <summary>The scribe wrote down an answer: provisional, staff only.</summary>
    Recorded,

    /// <summary>The chair ruled that the recorded answer is what was said.</summary>
    Confirmed,

    /// <summary>The chair did not accept the recorded answer: the ask is put again.</summary>
    ReAsked,

    /// <summary>The chair put the recorded answer right; it counts as confirmed. She can never turn a "yes, if" into a "yes".</summary>
    Amended,

    /// <summary>The confirmed answer was shown to the hall.</summary>
    Revealed,

    /// <summary>The revealed answer was read back to the power-holder, who may object at once.</summary>
    ReadBack,

    /// <summary>The power-holder objected to what was read back: the ask is put again; what was revealed stays in the history.</summary>
    Objected,

    /// <summary>The power-holder said that the record is right.</summary>
    Acknowledged,

    /// <summary>Two people corrected the revealed answer afterwards; what stood before is shown struck through.</summary>
    Corrected,
}

/// <summary>One append-only step of one cell (ask × power-holder). Rows are never changed or deleted.</summary>
public sealed class AnswerStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>1, 2, 3 … within the cell. Unique there, so two tablets cannot both take the next step.</summary>
    public required int Version { get; init; }

    /// <summary>Made by the tablet; a repeated command finds its earlier step by it (live.md, rule 8).</summary>
    public required Guid CommandId { get; init; }

    public required AnswerStepKind Kind { get; init; }

    /// <summary>When the server took the step (live.md, rule 16).</summary>
    public required Instant At { get; init; }

    /// <summary>The device or organiser that took the step; a role and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>The ask's version and words as they were when the ask was put.</summary>
    public required int AskVersion { get; init; }

    /// <summary>The words in which the ask was really put, where they differ from the version; on put and recorded steps.</summary>
    public string? AskedAs { get; init; }

    /// <summary>The answer as written down, amended or corrected.</summary>
    public AnswerWords? Answer { get; init; }

    /// <summary>On <see cref="AnswerStepKind.Confirmed"/> steps: the version of the recorded step that the chair confirmed; null for the latest.</summary>
    public int? Recording { get; init; }

    /// <summary>On <see cref="AnswerStepKind.Corrected"/> steps: the correction that two people approved.</summary>
    public Guid? CorrectionId { get; init; }

    /// <summary>On <see cref="AnswerStepKind.Objected"/> steps: what the power-holder said to it.</summary>
    public string? Objection { get; init; }
}
