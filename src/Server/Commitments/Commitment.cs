using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments.Rules;
using Assemblies.Record;
using NodaTime;

namespace Assemblies.Commitments;

/// <summary>Which commitment: an answer to an ask by a power-holder. There is no row of its own for it (docs/decisions/0020).</summary>
/// <param name="AssemblyId">Where it was made.</param>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">Who gave it.</param>
public sealed record CommitmentKey(Guid AssemblyId, Guid AskId, Guid PowerHolderId);

/// <summary>The ask as it was answered.</summary>
/// <param name="Number">Its place on the score sheet.</param>
/// <param name="Area">Area or campaign.</param>
/// <param name="Wording">The words as really put.</param>
/// <param name="Version">The version that was answered.</param>
/// <param name="Terms">Parts, date and test of that version.</param>
/// <param name="Owner">Who on the alliance's side follows it up, by role, as written with the ask.</param>
public sealed record AnsweredAsk(int Number, string? Area, string Wording, int Version, AskTerms Terms, string? Owner);

/// <summary>What was said in the room.</summary>
/// <param name="Words">What stands, corrections included.</param>
/// <param name="On">The day, in the assembly's time zone.</param>
/// <param name="Corrected">Whether it was corrected after it was revealed.</param>
/// <param name="Before">What stood before.</param>
public sealed record SaidAnswer(AnswerWords Words, LocalDate On, bool Corrected, IReadOnlyList<AnswerWords> Before);

/// <summary>What an organiser has to know beside the four axes.</summary>
public enum FlagKind
{
    /// <summary>Something must happen first.</summary>
    Conditional,

    /// <summary>The answer was corrected.</summary>
    Corrected,

    /// <summary>The office says that it was not said like that, and nobody has decided yet.</summary>
    Disputed,

    /// <summary>The office's own words stand beside ours.</summary>
    ReplyAvailable,

    /// <summary>A status waits for a second organiser.</summary>
    UnderReview,

    /// <summary>Something of it was withheld.</summary>
    Redacted,
}

/// <summary>A commitment on the day that somebody looks at it: the answer, and what became of it.</summary>
/// <param name="Key">Which.</param>
/// <param name="Assembly">Where it was made.</param>
/// <param name="Ask">The ask as it was answered.</param>
/// <param name="Given">Who gave it. The commitment stays with this office and this person.</param>
/// <param name="Said">What was said.</param>
/// <param name="Life">The follow-up.</param>
/// <param name="Today">Today, in the assembly's time zone.</param>
public sealed record Commitment(
    CommitmentKey Key, AccountabilityAssembly Assembly, AnsweredAsk Ask, PowerHolder Given, SaidAnswer Said, CommitmentLife Life, LocalDate Today)
{
    /// <summary>Whether a dispute about the answer is open.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Whether the office sent words about it that are not in the public record yet.</summary>
    public bool WordsWait { get; init; }

    /// <summary>Whether something of it is withheld in the record.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>The answer's entry in the public record; null before it is there.</summary>
    public long? Entry { get; init; }

    /// <summary>The answer that counts now. What was said in the room stays what was said in the room.</summary>
    public AnswerWords Stands => Life.Written?.Answer ?? Said.Words;

    /// <summary>Whether it is a commitment.</summary>
    public CommitmentStanding Standing => StandingRules.Of(Stands, Life.OfferAccepted, Life.Written is null ? Said.Before : [.. Said.Before, Said.Words]);

    /// <summary>The due date that stands; null for no date given.</summary>
    public LocalDate? Due => Life.DueDates.Count > 0 ? Life.DueDates[^1].Words.New : StandingRules.NamedDue(Stands, Ask.Terms);

    /// <summary>The due date as the public record has it so far.</summary>
    public LocalDate? LoggedDue => Life.DueDates.Count > 0 ? Life.DueDates[^1].Words.New : Said.Words.Due;

    /// <summary>Axis C.</summary>
    public Timeliness Timeliness => Timeliness.Of(Due, Today, Life.Assessed?.MetOn);

    /// <summary>Whether somebody has work with it.</summary>
    public bool IsOpen => Standing == CommitmentStanding.Made && !Life.IsSettled;

    /// <summary>Who holds the office now.</summary>
    public string Holder => Life.Holders.Count > 0 ? Life.Holders[^1].Words.Successor : Given.Name;

    /// <summary>The last day on which anything was done; the day of the answer where nothing was.</summary>
    public LocalDate ActiveOn => Life.ActiveOn is { } day && day > Said.On ? day : Said.On;

    /// <summary>Axis D.</summary>
    public IReadOnlyList<FlagKind> Flags =>
    [
        .. new[]
        {
            (FlagKind.Conditional, Stands.Code == AnswerCode.YesWithConditions),
            (FlagKind.Corrected, Said.Corrected),
            (FlagKind.Disputed, IsDisputed),
            (FlagKind.ReplyAvailable, Life.Replies.Count > 0),
            (FlagKind.UnderReview, Life.Proposed is not null),
            (FlagKind.Redacted, IsRedacted),
        }.Where(f => f.Item2).Select(f => f.Item1),
    ];
}
