using NodaTime;

namespace Assemblies.Asks;

/// <summary>What makes an ask testable years later, written when the ask is written (record.md, section 3): part of its version.</summary>
/// <param name="Parts">Dated sub-parts, in the order they are read.</param>
/// <param name="Due">By when the whole is to be done, in the assembly's time zone.</param>
/// <param name="KeptIf">What has to be true for a yes to be kept.</param>
/// <param name="NotKeptIf">What would mean that it was not.</param>
/// <param name="Translations">The same words in other languages, shown beside the original.</param>
public sealed record AskTerms(
    IReadOnlyList<AskPart> Parts, LocalDate? Due = null, string? KeptIf = null, string? NotKeptIf = null, IReadOnlyList<AskTranslation>? Translations = null)
{
    public static AskTerms None { get; } = new([]);

    /// <summary>Compared by what they say: two lists of the same parts are the same.</summary>
    public bool Equals(AskTerms? other) => other is not null
        && (Due, KeptIf, NotKeptIf) == (other.Due, other.KeptIf, other.NotKeptIf)
        && Parts.SequenceEqual(other.Parts) && (Translations ?? []).SequenceEqual(other.Translations ?? []);

    public override int GetHashCode() => HashCode.Combine(Due, KeptIf, NotKeptIf, Parts.Count);
}

/// <param name="Text">What is to be done, for example "an increase in foot patrols".</param>
/// <param name="Due">By when, in the assembly's time zone; null where no date is named.</param>
public sealed record AskPart(string Text, LocalDate? Due = null);

/// <param name="Language">BCP 47 tag, for example <c>es</c>.</param>
/// <param name="Text">The ask in that language.</param>
public sealed record AskTranslation(string Language, string Text);
