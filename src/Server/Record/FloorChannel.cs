using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Live;
using Assemblies.Testimony;
using Assemblies.Turnout.Tags;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record;

/// <summary>The channel <c>floor</c>: what the tablets of chair, scribe, timekeeper and stage manager show. Staff only.</summary>
internal sealed class FloorChannel : LiveChannel
{
    public override string Name => "floor";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.Chair, DeviceRole.Scribe, DeviceRole.Timekeeper, DeviceRole.StageManager];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Passes, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Asks,
        ChangeChannel.Record, ChangeChannel.Displays,
    };

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await PresentAsync(db, assemblyId, cancellation);

    /// <summary>The same over HTTP: GET /api/floor.</summary>
    public static async Task<FloorPresent> PresentAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var stage = await db.Stages.AsNoTracking().FirstOrDefaultAsync(s => s.AssemblyId == assemblyId, cancellation);
        var sheet = await ScoreSheet.ReadAsync(db, assemblyId, cancellation);
        var arrivals = await TaggedArrivals.ReadAsync(db, assemblyId, cancellation);
        var (scheduleVersion, speakers) = await SpeakersReady.ReadAsync(db, assemblyId, arrivals, cancellation);
        var zone = DateTimeZoneProviders.Tzdb[assembly.TimeZone];
        var powerHolders = await PowerHoldersPresent.ReadAsync(db, assemblyId, zone, arrivals, cancellation);
        return new FloorPresent(
            assembly.Title,
            assembly.TimeZone,
            await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).SumAsync(c => c.Arrived, cancellation),
            await db.Delegations.Where(d => d.AssemblyId == assemblyId).SumAsync(d => d.Pledge, cancellation),
            stage?.Scene ?? Scene.Welcome,
            stage?.AskId,
            stage?.SpeakerId,
            sheet.Asks.ToDictionary(a => a.Id, a => Row(a, powerHolders)),
            speakers,
            scheduleVersion,
            powerHolders,
            stage?.Version ?? 0,
            stage is null ? null : await SceneBeforeAsync(db, assemblyId, stage.Shown, cancellation));
    }

    // Far more cues than anybody gives in a row to the same scene.
    private static async Task<ShownScene?> SceneBeforeAsync(AssemblyDb db, Guid assemblyId, ShownScene now, CancellationToken cancellation) =>
        (await db.SceneCues.AsNoTracking().Where(c => c.AssemblyId == assemblyId).OrderByDescending(c => c.Version).ThenByDescending(c => c.At).Take(20).ToListAsync(cancellation))
            .Select(c => new ShownScene(c.Scene, c.AskId, c.SpeakerId, c.Text)).FirstOrDefault(s => s != now)
            // Before the first cue every screen welcomes.
            ?? (now.Scene == Scene.Welcome ? null : new ShownScene(Scene.Welcome));

    private static FloorAsk Row(SheetAsk ask, IReadOnlyDictionary<Guid, FloorPowerHolder> powerHolders) => new(
        ask.Number, ask.Area, ask.Text, ask.Cells.ToDictionary(c => c.PowerHolder.Id, c => Cell(c.PowerHolder, c.Life, powerHolders[c.PowerHolder.Id].Presence)),
        ask.Terms.Parts.Count == 0 ? null : ask.Terms.Parts);

    private static FloorCell Cell(PowerHolder who, AnswerLife life, Presence presence) => new(
        who.Name, who.Office, who.Order, life.Version, life.Stage, life.TimesPut, life.Recorded, life.At, presence,
        life.AskedAs,
        life.Heard?.Version,
        life.Stage == AnswerStage.Recorded && life.AlsoHeard is { } other ? new(other.Version, other.Answer) : null,
        life.Stage == AnswerStage.Recorded && life.Differ,
        life.Stage == AnswerStage.ReadBack ? life.ReadBackAt + AnswerRules.ObjectionWindow : null,
        life.Objection,
        life.Revealed == life.Recorded ? null : life.Revealed);
}
