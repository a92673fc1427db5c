using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Record.Corrections;
using Assemblies.Turnout.Supervision;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays.Audience;

/// <summary>What the public page is made of. Nothing provisional is in it, so nothing provisional can be rendered from it.</summary>
/// <param name="Assembly">Title, venue, times.</param>
/// <param name="Arrived">Arrived, cumulative.</param>
/// <param name="Pledged">Sum of the turnout pledges.</param>
/// <param name="Official">The official turnout; null until it is frozen.</param>
/// <param name="AsOf">When the doors last told something of the count, a scan taken back included; null while they have not.</param>
/// <param name="Silent">Devices that may hold scans nobody has counted yet (turnout.md, rule 25).</param>
/// <param name="Asks">All asks in the order of the score sheet; those not put yet have no words here.</param>
/// <param name="AskNow">The ask that the projector shows, if it was put.</param>
/// <param name="Testimony">The testimony that the projector shows, named only where the speaker agreed to this page.</param>
/// <param name="Record">The public record; null while nothing is in it.</param>
public sealed record PublicView(
    AccountabilityAssembly Assembly,
    int Arrived,
    int Pledged,
    ScreenOfficial? Official,
    Instant? AsOf,
    SilentDevices Silent,
    IReadOnlyList<PublicAsk> Asks,
    PublicAsk? AskNow,
    ScreenTestimony? Testimony,
    ScreenRecord? Record)
{
    internal static async Task<PublicView> ReadAsync(AssemblyDb db, Fleet fleet, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var screen = await ScreenChannel.PresentAsync(db, assemblyId, cancellation);
        var stage = await db.Stages.AsNoTracking().FirstOrDefaultAsync(s => s.AssemblyId == assemblyId, cancellation);
        var asks = (await ScoreSheet.ReadAsync(db, assemblyId, cancellation)).Asks.Select(PublicAsk.Of).ToList();
        return new PublicView(
            assembly,
            screen.Turnout.Arrived,
            screen.Turnout.Pledged,
            screen.Turnout.Official,
            await db.Changes.Where(c => c.AssemblyId == assemblyId && c.Channel == ChangeChannel.Turnout).OrderByDescending(c => c.Sequence)
                .Select(c => (Instant?)c.At).FirstOrDefaultAsync(cancellation),
            await fleet.SilentAsync(db, assemblyId, cancellation),
            asks,
            screen.Scene == Scene.Answer ? asks.Find(a => a.Id == screen.AskId && a.WasPut) : null,
            stage is { Scene: Scene.Testimony, SpeakerId: { } speaker }
                ? await ScreenChannel.TestimonyAsync(db, speaker, ConsentChannel.Web, cancellation)
                : null,
            screen.Record);
    }
}

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
