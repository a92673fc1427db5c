using NodaTime;

namespace Assemblies.Data;

/// <summary>One row of the change journal: written in the same transaction as the change it tells of.</summary>
/// <remarks>
/// The journal is the audit trail, the source of live sequence numbers, and what every node tails to feed its screens.
/// It never holds personal data; see docs/decisions/0001-change-journal.md.
/// </remarks>
public sealed class Change
{
    /// <summary>Rises by commit order; gaps may occur.</summary>
    public long Sequence { get; init; }

    /// <summary>Null for changes of the alliance as a whole.</summary>
    public Guid? AssemblyId { get; init; }

    public required Instant At { get; init; }

    /// <summary>Who: a kind and an opaque id, for example <c>device:0199…</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>The part of the state that changed.</summary>
    public required ChangeChannel Channel { get; init; }

    /// <summary>What happened, for example <c>pass.admitted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A sentence for the audit trail, without names of persons.</summary>
    public required string Summary { get; init; }

    /// <summary>The one thing it is about, where readers follow single things: a pass, for the doors' rosters. Null for many or none.</summary>
    public Guid? Subject { get; init; }
}

/// <summary>The parts of the state whose readers are told when they change.</summary>
public enum ChangeChannel
{
    Organisers,
    Agenda,

    /// <summary>A step of the evening: it moves screens and tablets, and nothing that was planned.</summary>
    Evening,
    Institutions,
    Passes,
    Devices,
    Turnout,

    /// <summary>What the help desk does beside scanning: it moves no public figure.</summary>
    Desk,
    Testimony,
    Asks,
    Record,

    /// <summary>What became of what was promised.</summary>
    Commitments,
    Displays,

    /// <summary>What organisers write after the evening: it moves no screen.</summary>
    Evaluation,
}

/// <summary>Who makes a change: a kind and an id, never a name.</summary>
public readonly record struct Actor(string Id)
{
    /// <summary>The server itself: first start, rehearsal data.</summary>
    public static Actor Server { get; } = new("server");

    public static Actor Organiser(Guid id) => new($"organiser:{id}");

    public static Actor Device(Guid id) => new($"device:{id}");

    /// <summary>Whoever has a captain's link.</summary>
    public static Actor Captain(Guid linkId) => new($"captain:{linkId}");

    /// <summary>Whoever has an office's link.</summary>
    public static Actor Office(Guid linkId) => new($"office:{linkId}");

    /// <summary>Someone not signed in, for example whoever uses a pairing code.</summary>
    public static Actor Visitor { get; } = new("visitor");

    public override string ToString() => Id;
}
