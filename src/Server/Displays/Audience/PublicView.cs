using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays.Audience;

/// <summary>What the public page is made of. Nothing provisional is in it, so nothing provisional can be rendered from it.</summary>
/// <param name="Assembly">Title, venue, times.</param>
/// <param name="Arrived">Arrived, cumulative.</param>
/// <param name="Pledged">Sum of the turnout pledges.</param>
/// <param name="Official">The official turnout; null until it is frozen.</param>
/// <param name="LatestArrival">Of when the count is; null before the first arrival.</param>
/// <param name="Asks">All asks in the order of the score sheet; those not put yet have no words here.</param>
/// <param name="AskNow">The ask that the projector shows, if it was put.</param>
/// <param name="Testimony">The testimony that the projector shows, named only where the speaker agreed to this page.</param>
public sealed record PublicView(
    AccountabilityAssembly Assembly,
    int Arrived,
    int Pledged,
    ScreenOfficial? Official,
    Instant? LatestArrival,
    IReadOnlyList<PublicAsk> Asks,
    PublicAsk? AskNow,
    ScreenTestimony? Testimony)
{
    internal static async Task<PublicView> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
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
            screen.Turnout.Latest.Count > 0 ? screen.Turnout.Latest[0].At : null,
            asks,
            screen.Scene == Scene.Answer ? asks.Find(a => a.Id == screen.AskId && a.WasPut) : null,
            stage is { Scene: Scene.Testimony, SpeakerId: { } speaker }
                ? await ScreenChannel.TestimonyAsync(db, speaker, ConsentChannel.Web, cancellation)
                : null);
    }
}

/// <param name="Text">The words as put; empty before.</param>
/// <param name="Cells">In the agreed order of power-holders; empty before it was put.</param>
public sealed record PublicAsk(Guid Id, int Number, string? Area, string Text, bool WasPut, IReadOnlyList<PublicCell> Cells)
{
    /// <summary>The id of its element on the page.</summary>
    public string RegionId => $"ask-{Id}";

    internal static PublicAsk Of(SheetAsk ask) => ask.WasPut
        ? new(ask.Id, ask.Number, ask.Area, ask.TextAsPut, true, [.. ask.Cells.Select(c => PublicCell.Of(ask, c))])
        : new(ask.Id, ask.Number, null, "", false, []);
}

/// <param name="WasAsked">Whether it was put to this power-holder.</param>
/// <param name="IsAskedAgain">Whether it was put again after an answer was revealed.</param>
/// <param name="Answer">The revealed answer; null while there is none.</param>
/// <param name="EarlierText">The words that the answer was given to, where they differ from those shown above it.</param>
public sealed record PublicCell(
    string PowerHolder, string Office, bool WasAsked, bool IsAskedAgain, AnswerWords? Answer, string? EarlierText)
{
    // Of the life of an answer only this: whether the ask was put, which the hall heard, and what was revealed.
    internal static PublicCell Of(SheetAsk ask, SheetCell cell) => new(
        cell.PowerHolder.Name,
        cell.PowerHolder.Office,
        cell.Life.TimesPut > 0,
        cell.Life is { Revealed: not null, Stage: not AnswerStage.Revealed },
        cell.Life.Revealed,
        cell.Life.RevealedAskVersion is { } version && ask.TextOf(version) != ask.TextAsPut ? ask.TextOf(version) : null);
}
