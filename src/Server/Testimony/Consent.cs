using NodaTime;

namespace Assemblies.Testimony;

/// <summary>Where a speaker's name may appear: each is agreed to by itself (product.md, 55).</summary>
public enum ConsentChannel
{
    /// <summary>Spoken in the hall by whoever announces the speaker.</summary>
    Stage,

    /// <summary>The printed programme.</summary>
    Programme,

    /// <summary>The hall's screens.</summary>
    Screen,

    /// <summary>The public web page, which everybody can read and copy.</summary>
    Web,

    /// <summary>The live stream and its recording.</summary>
    Stream,

    /// <summary>Photographs.</summary>
    Photo,

    /// <summary>What journalists are given.</summary>
    Press,

    /// <summary>Anything after the evening: newsletters, reports, training.</summary>
    ReUse,
}

/// <summary>What a speaker said about one channel: agreed, or withdrew. Rows are never changed: the latest of a channel stands.</summary>
public sealed class SpeakerConsent
{
    public required Guid SpeakerId { get; init; }

    /// <summary>1, 2, 3 … of the speaker; unique, so that a consent and a withdrawal at once cannot both be the last word.</summary>
    public required int Version { get; init; }

    public required ConsentChannel Channel { get; init; }

    /// <summary>True when agreed, false when withdrawn.</summary>
    public required bool IsGiven { get; init; }

    public required Instant At { get; init; }

    /// <summary>Who noted it: a role and an id, never a name.</summary>
    public required string By { get; init; }

    /// <summary>The date on the signed sheet, where there is one.</summary>
    public LocalDate? SignedOn { get; init; }
}

/// <summary>What a speaker agrees to now, folded from what they said.</summary>
public sealed class Consents
{
    private readonly Dictionary<ConsentChannel, SpeakerConsent> given;

    private Consents(Dictionary<ConsentChannel, SpeakerConsent> given, int version) => (this.given, Version) = (given, version);

    public static Consents None { get; } = new([], 0);

    /// <summary>How much was said in all.</summary>
    public int Version { get; }

    /// <summary>The channels agreed to.</summary>
    public IReadOnlyList<SpeakerConsent> Given => [.. given.Values.OrderBy(c => c.Channel)];

    public static Consents Of(IEnumerable<SpeakerConsent> said)
    {
        var all = said.OrderBy(s => s.Version).ToList();
        return new(
            all.GroupBy(s => s.Channel).Select(g => g.Last()).Where(s => s.IsGiven).ToDictionary(s => s.Channel),
            all.Count == 0 ? 0 : all[^1].Version);
    }

    /// <summary>Whether the speaker's name may be shown there: the one question that everything which shows a name asks.</summary>
    public bool MayShow(ConsentChannel channel) => given.ContainsKey(channel);

    /// <summary>The name, where it may be shown.</summary>
    public string? Name(ConsentChannel channel, string nameToShow) => MayShow(channel) ? nameToShow : null;
}
