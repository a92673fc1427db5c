using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Live;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record;

/// <summary>The channel <c>floor</c>: what the tablets of chair, scribe, timekeeper and stage manager show. Staff only.</summary>
internal sealed class FloorChannel : LiveChannel
{
    public override string Name => "floor";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.Chair, DeviceRole.Scribe, DeviceRole.Timekeeper, DeviceRole.StageManager];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Asks,
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
        var speakers = await db.Speakers.Where(s => s.AssemblyId == assemblyId)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { s.Id, s.NameToShow, Institution = i.Name, s.ScreenConsentAt })
            .ToListAsync(cancellation);
        return new FloorPresent(
            assembly.Title,
            assembly.TimeZone,
            await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).SumAsync(c => c.Arrived, cancellation),
            await db.Delegations.Where(d => d.AssemblyId == assemblyId).SumAsync(d => d.Pledge, cancellation),
            stage?.Scene ?? Scene.Welcome,
            stage?.AskId,
            stage?.SpeakerId,
            sheet.Asks.ToDictionary(a => a.Id, Row),
            speakers.ToDictionary(s => s.Id, s => new FloorSpeaker(s.NameToShow, s.Institution, s.ScreenConsentAt is not null)));
    }

    private static FloorAsk Row(SheetAsk ask) => new(
        ask.Number, ask.Area, ask.Text, ask.Cells.ToDictionary(c => c.PowerHolder.Id, c => Cell(c.PowerHolder, c.Life)));

    private static FloorCell Cell(PowerHolder who, AnswerLife life) => new(
        who.Name, who.Office, who.Order, life.Version, life.Stage, life.TimesPut, life.Recorded, life.At,
        life.AskedAs,
        life.Heard?.Version,
        life.Stage == AnswerStage.Recorded && life.AlsoHeard is { } other ? new(other.Version, other.Answer) : null,
        life.Stage == AnswerStage.Recorded && life.Differ,
        life.Stage == AnswerStage.ReadBack ? life.ReadBackAt + AnswerRules.ObjectionWindow : null,
        life.Objection,
        life.Revealed == life.Recorded ? null : life.Revealed);
}
