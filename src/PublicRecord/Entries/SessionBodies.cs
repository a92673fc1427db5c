using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>The assembly began.</summary>
public sealed record SessionOpened(string? Venue = null, string? Language = null) : EntryBody
{
    public override string Type => "session.opened";
    public override JsonMap ToJson() => new JsonMap().With("venue", Venue).With("language", Language);
}

/// <summary>The official turnout: published counts of the same evening differ, so this one says how and when.</summary>
/// <param name="Arrived">People counted.</param>
/// <param name="Method">How: at the doors, by institution, by clickers.</param>
/// <param name="CountedAt">The moment that the figure is of.</param>
public sealed record TurnoutCounted(int Arrived, string Method, DateTimeOffset CountedAt) : EntryBody
{
    public int? Under18s { get; init; }
    public int? Institutions { get; init; }
    public override string Type => "turnout.counted";

    public override JsonMap ToJson() => new JsonMap()
        .With("arrived", (long)Arrived).With("method", Method).With("counted_at", Instant(CountedAt))
        .With("under18s", (long?)Under18s).With("institutions", (long?)Institutions);
}

/// <summary>A testimony was given. Who gave it enters only as a disclosure's digest.</summary>
/// <param name="Position">The how manieth of the evening, from 1.</param>
/// <param name="Ask">The ask that it grounds.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record TestimonyHeard(int Position, string? Ask = null, string? Language = null) : EntryBody
{
    public override string Type => "testimony.heard";
    public override JsonMap ToJson() => new JsonMap().With("position", (long)Position).With("ask", Ask).With("language", Language);
}

/// <summary>The assembly ended. Every entry with an index below the size was said in the room; afterwards no answer is recorded.</summary>
/// <param name="Size">The record's size with this entry: what the closing checkpoint says.</param>
public sealed record SessionClosed(long Size) : EntryBody
{
    public override string Type => "session.closed";
    public override JsonMap ToJson() => new JsonMap().With("size", Size);
}
