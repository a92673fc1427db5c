using Assemblies.Asks;
using Assemblies.Record.Corrections;

namespace Assemblies.Record.Publication;

/// <summary>An ask as everybody may read it: on the live page, in the record's pages, in its files. Nothing provisional is in it.</summary>
/// <param name="Number">Position on the score sheet.</param>
/// <param name="Area">Area or campaign; null for a draft.</param>
/// <param name="Text">The words as put; before, as published; empty for a draft.</param>
/// <param name="WasPut">Whether the hall has heard it.</param>
/// <param name="Cells">In the agreed order of power-holders; empty for a draft.</param>
public sealed record PublicAsk(Guid Id, int Number, string? Area, string Text, bool WasPut, IReadOnlyList<PublicCell> Cells)
{
    /// <summary>The words as written, where they were put in others: the translations are of these.</summary>
    public string? Written { get; init; }

    /// <summary>How it is tested, and the same words in other languages.</summary>
    public AskTerms Terms { get; init; } = AskTerms.None;

    /// <summary>Why it is asked.</summary>
    public string? Background { get; init; }

    /// <summary>Why it was withdrawn before it was put.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Everybody may read it.</summary>
    public bool IsPublic => Text.Length > 0;

    /// <summary>The id of its element on the live page.</summary>
    public string RegionId => $"ask-{Id}";

    /// <summary>For example <c>Ask 3: Housing</c>.</summary>
    public string Title => $"Ask {Number}{(Area is null ? "" : $": {Area}")}";

    internal static PublicAsk Of(SheetAsk ask)
    {
        if (ask.PublicVersion is not { } version)
            return new(ask.Id, ask.Number, null, "", false, []);
        var (put, written) = (ask.WasPut ? ask.TextAsPut : ask.TextOf(version), ask.TextOf(version));
        return new(ask.Id, ask.Number, ask.Area, put, ask.WasPut, [.. ask.Cells.Select(c => PublicCell.Of(ask, c, put))])
        {
            Written = written == put ? null : written,
            Terms = ask.TermsOf(version),
            Background = ask.Background,
            WithdrawnReason = ask.WithdrawnReason,
        };
    }
}

/// <param name="PowerHolderId">Whose answer.</param>
/// <param name="WasAsked">Whether it was put to this power-holder.</param>
/// <param name="IsAskedAgain">Whether it was put again after an answer was revealed.</param>
/// <param name="Answer">The revealed answer; null while there is none.</param>
/// <param name="EarlierText">The words that the answer was given to, where they differ from those shown above it.</param>
/// <param name="History">What was revealed, objected to, acknowledged and corrected, the first first.</param>
/// <param name="Disputes">What offices say against it.</param>
public sealed record PublicCell(
    Guid PowerHolderId, string PowerHolder, string Office, bool WasAsked, bool IsAskedAgain, AnswerWords? Answer, string? EarlierText,
    IReadOnlyList<AnswerEvent> History, IReadOnlyList<Dispute> Disputes)
{
    /// <summary>What the hall saw before, the latest first: answered otherwise, or corrected.</summary>
    public IEnumerable<AnswerEvent> Earlier => History.Where(e => e.Before is not null).Reverse();

    /// <summary>Whether the power-holder said that what stands is right.</summary>
    public bool Acknowledged => History.Count > 0 && History[^1].Kind == AnswerEventKind.Acknowledged;

    /// <summary>The revealing that the present answer goes back to; null while there is none.</summary>
    public AnswerEvent? Revealed => History.LastOrDefault(e => e.Kind == AnswerEventKind.Revealed);

    /// <summary>Whether two people put right what was revealed.</summary>
    public bool IsCorrected => History.LastOrDefault(e => e.Kind is AnswerEventKind.Revealed or AnswerEventKind.Corrected)?.Kind == AnswerEventKind.Corrected;

    /// <summary>Whether an office says that this is not what was said, and nobody has decided yet.</summary>
    public bool IsDisputed => Disputes.Any(d => d.Outcome is null);

    // Of the life of an answer only this: whether the ask was put, which the hall heard, and what was revealed.
    internal static PublicCell Of(SheetAsk ask, SheetCell cell, string asPut) => new(
        cell.PowerHolder.Id,
        cell.PowerHolder.Name,
        cell.PowerHolder.Office,
        cell.Life.TimesPut > 0,
        cell.Life.AskedAgain,
        cell.Life.Revealed,
        cell.Life.RevealedAskVersion is { } version && (cell.Life.RevealedAskedAs ?? ask.TextOf(version)) is var given && given != asPut ? given : null,
        cell.History,
        cell.Disputes);
}
