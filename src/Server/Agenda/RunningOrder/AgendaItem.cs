namespace Assemblies.Agenda.RunningOrder;

/// <summary>What happens during an item (live.md, rule 17): it decides what the hall's screens show and which clocks run.</summary>
public enum AgendaItemKind
{
    Welcome,

    /// <summary>A prayer, a reading, a moment of silence.</summary>
    Reflection,

    /// <summary>The public calling of institutions; it freezes the official turnout.</summary>
    RollCall,

    /// <summary>What became of commitments of earlier assemblies.</summary>
    ReportBack,

    /// <summary>First-person stories that ground an ask.</summary>
    Testimony,

    /// <summary>An ask is explained and put.</summary>
    Ask,

    /// <summary>Power-holders answer.</summary>
    Answer,

    Performance,
    Break,

    /// <summary>Anything else.</summary>
    Free,
}

/// <summary>One item of the running order, as planned. What becomes of it on the evening is told by the steps of the evening.</summary>
public sealed class AgendaItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }

    /// <summary>Position: 1 is first, without gaps.</summary>
    public required int Order { get; set; }

    public required AgendaItemKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>Who leads it, in the organiser's words: "Co-chair", "Rev. Bright". Staff only.</summary>
    public string? Owner { get; set; }

    /// <summary>Planned length in seconds, more than 0.</summary>
    public required int PlannedSeconds { get; set; }

    /// <summary>Never proposed for cutting: the last ask must not fall to an over-long welcome.</summary>
    public bool MustNotCut { get; set; }

    /// <summary>Words that must be said, ticked off one by one (product.md, 22).</summary>
    public IReadOnlyList<string> RequiredWords { get; set; } = [];

    public AgendaNotes Notes { get; set; } = AgendaNotes.None;
}

/// <summary>What each role has to know about an item. Staff only.</summary>
/// <param name="Chair">For the chair.</param>
/// <param name="Timekeeper">For the timekeeper.</param>
/// <param name="StageManager">For the stage manager.</param>
/// <param name="Scribe">For the scribe.</param>
public sealed record AgendaNotes(string? Chair = null, string? Timekeeper = null, string? StageManager = null, string? Scribe = null)
{
    public static AgendaNotes None { get; } = new();
}

/// <summary>A speaker's place in a testimony item.</summary>
public sealed class AgendaItemSpeaker
{
    public required Guid ItemId { get; init; }
    public required Guid SpeakerId { get; init; }

    /// <summary>Position within the item: 1 is first.</summary>
    public required int Order { get; set; }
}

/// <summary>An ask that is explained, put or answered in an item.</summary>
public sealed class AgendaItemAsk
{
    public required Guid ItemId { get; init; }
    public required Guid AskId { get; init; }
    public required int Order { get; set; }
}

/// <summary>A commitment of an earlier assembly that an item reports back on.</summary>
public sealed class AgendaItemCommitment
{
    public required Guid ItemId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>The assembly where it was made: not the item's.</summary>
    public required Guid AssemblyId { get; init; }

    public required int Order { get; set; }
}

/// <summary>A power-holder who has to be on the stage for an item.</summary>
public sealed class AgendaItemPowerHolder
{
    public required Guid ItemId { get; init; }
    public required Guid PowerHolderId { get; init; }
}
