using NodaTime;

namespace Assemblies.Commitments.Reminders;

/// <summary>Where a reminder is on its way.</summary>
public enum ReminderState
{
    /// <summary>To be sent; perhaps tried before.</summary>
    Waiting,

    /// <summary>Being handed over. Written down before the first word to the mail server, so that nobody sends it a second time.</summary>
    Sending,

    Sent,

    /// <summary>The line or this server broke while it was handed over: it may have come, and is not sent again.</summary>
    Unknown,

    /// <summary>No longer needed before it could be sent: somebody acted, the date moved, or the next reminder fell.</summary>
    Dropped,
}

/// <summary>One reminder to one organiser: the outbox, and afterwards the proof that nobody was sent it twice.</summary>
/// <remarks>Unique by commitment, due date, offset and recipient; a date that moves begins anew.</remarks>
public sealed class Reminder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid AskId { get; init; }
    public required Guid PowerHolderId { get; init; }

    /// <summary>The due date that it is about, on the assembly's calendar.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>Days after the due date on which it fell.</summary>
    public required int Offset { get; init; }

    /// <summary>The organiser. The address is read when it is sent, and not kept here.</summary>
    public required Guid RecipientId { get; init; }

    public required Instant PlannedAt { get; init; }
    public ReminderState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next, or was tried last.</summary>
    public required Instant TryAt { get; set; }

    /// <summary>Why it was not sent, in words without an address.</summary>
    public string? Problem { get; set; }
}
