using Assemblies.Record.Corrections;

namespace Assemblies.Record.Publication;

/// <param name="Text">The words as put; before, as published; empty for a draft.</param>
/// <param name="Cells">In the agreed order of power-holders; empty for a draft.</param>
/// <param name="Background">Why it is asked.</param>
/// <param name="WithdrawnReason">Why it was withdrawn before it was put.</param>
public sealed record PublicAsk(
    Guid Id, int Number, string? Area, string Text, bool WasPut, IReadOnlyList<PublicCell> Cells, string? Background = null, string? WithdrawnReason = null)
{
    /// <summary>Everybody may read it.</summary>
    public bool IsPublic => Text.Length > 0;

    /// <summary>The id of its element on the page.</summary>
    public string RegionId => $"ask-{Id}";

    internal static PublicAsk Of(SheetAsk ask) => ask.WasPut
        ? new(ask.Id, ask.Number, ask.Area, ask.TextAsPut, true, [.. ask.Cells.Select(c => PublicCell.Of(ask, c))], ask.Background)
        : ask.PublishedText is { } text
        ? new(ask.Id, ask.Number, ask.Area, text, false, [.. ask.Cells.Select(c => PublicCell.Of(ask, c))], ask.Background, ask.WithdrawnReason)
        : new(ask.Id, ask.Number, null, "", false, []);
}

/// <param name="WasAsked">Whether it was put to this power-holder.</param>
/// <param name="IsAskedAgain">Whether it was put again after an answer was revealed.</param>
/// <param name="Answer">The revealed answer; null while there is none.</param>
/// <param name="EarlierText">The words that the answer was given to, where they differ from those shown above it.</param>
/// <param name="History">What was revealed, objected to, acknowledged and corrected, the first first.</param>
/// <param name="Disputes">What offices say against it.</param>
public sealed record PublicCell(
    string PowerHolder, string Office, bool WasAsked, bool IsAskedAgain, AnswerWords? Answer, string? EarlierText,
    IReadOnlyList<AnswerEvent> History, IReadOnlyList<Dispute> Disputes)
{
    /// <summary>What the hall saw before, the latest first: answered otherwise, or corrected.</summary>
    public IEnumerable<AnswerEvent> Earlier => History.Where(e => e.Before is not null).Reverse();

    /// <summary>Whether the power-holder said that what stands is right.</summary>
    public bool Acknowledged => History.Count > 0 && History[^1].Kind == AnswerEventKind.Acknowledged;

    // Of the life of an answer only this: whether the ask was put, which the hall heard, and what was revealed.
    internal static PublicCell Of(SheetAsk ask, SheetCell cell) => new(
        cell.PowerHolder.Name,
        cell.PowerHolder.Office,
        cell.Life.TimesPut > 0,
        cell.Life.AskedAgain,
        cell.Life.Revealed,
        cell.Life.RevealedAskVersion is { } version && (cell.Life.RevealedAskedAs ?? ask.TextOf(version)) is var given && given != ask.TextAsPut ? given : null,
        cell.History,
        cell.Disputes);
}
