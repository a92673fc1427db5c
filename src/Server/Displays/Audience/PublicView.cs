using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Record.Publication;
using Assemblies.Testimony;
using Assemblies.Turnout;
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
    /// <summary>Whether the evening is closed in the record, so that the follow-up has begun.</summary>
    public bool IsFollowedUp { get; init; }

    internal static async Task<PublicView> ReadAsync(AssemblyDb db, Fleet fleet, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var stage = await db.Stages.AsNoTracking().FirstOrDefaultAsync(s => s.AssemblyId == assemblyId, cancellation);
        var turnout = await TurnoutBoard.ReadAsync(db, assemblyId, cancellation);
        var asks = (await ScoreSheet.ReadAsync(db, assemblyId, cancellation)).Asks.Select(PublicAsk.Of).ToList();
        return new PublicView(
            assembly,
            turnout.Arrived,
            turnout.Pledged,
            turnout.Official,
            await db.Changes.Where(c => c.AssemblyId == assemblyId && c.Channel == ChangeChannel.Turnout).OrderByDescending(c => c.Sequence)
                .Select(c => (Instant?)c.At).FirstOrDefaultAsync(cancellation),
            await fleet.SilentAsync(db, assemblyId, cancellation),
            asks,
            stage?.Scene is Scene.Answer or Scene.Ask ? asks.Find(a => a.Id == stage.AskId && a.WasPut) : null,
            stage is { Scene: Scene.Testimony, SpeakerId: { } speaker }
                ? await ScreenChannel.TestimonyAsync(db, speaker, ConsentChannel.Web, cancellation)
                : null,
            await ScreenChannel.RecordAsync(db, assemblyId, cancellation))
        {
            IsFollowedUp = await db.IsRecordClosedAsync(assemblyId, cancellation),
        };
    }
}
