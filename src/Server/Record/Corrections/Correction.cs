using NodaTime;

namespace Assemblies.Record.Corrections;

/// <summary>Why a revealed answer is put right (record.md, section 2, CORRECTION).</summary>
public enum CorrectionClass
{
    /// <summary>A slip of the pen. Even this is never silent.</summary>
    Typo,

    /// <summary>Something else was said than was written down.</summary>
    Misheard,

    /// <summary>Whoever said it made clear afterwards what was meant.</summary>
    ClarifiedBySpeaker,

    /// <summary>Somebody else had said it.</summary>
    WrongPerson,
}

/// <summary>Where a correction is.</summary>
public enum CorrectionState
{
    /// <summary>One person proposes it; it changes nothing yet.</summary>
    Proposed,

    /// <summary>A second person approved it: it stands, and what stood before is shown struck through.</summary>
    Approved,

    /// <summary>A second person refused it.</summary>
    Rejected,
}

/// <summary>A proposal to put a revealed answer right, and what became of it. Nobody approves their own.</summary>
public sealed class Correction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>The step that is corrected. If another answer is revealed before it is approved, it lapses.</summary>
    public required int TargetVersion { get; init; }

    public required CorrectionClass Class { get; init; }

    /// <summary>The whole answer as it is to stand.</summary>
    public required AnswerWords Answer { get; init; }

    /// <summary>Public. Why, in a sentence, without names of private persons.</summary>
    public required string Grounds { get; init; }

    /// <summary>Public. Who asked for it, by office or role: "Mayor's office", "Scribe".</summary>
    public required string RequestedBy { get; init; }

    public required string ProposedBy { get; init; }
    public required Instant ProposedAt { get; init; }
    public CorrectionState State { get; set; }

    /// <summary>The second person.</summary>
    public string? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Why it was refused. Staff only.</summary>
    public string? Refusal { get; set; }
}
