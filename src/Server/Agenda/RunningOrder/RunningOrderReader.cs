using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Asks;
using Assemblies.Commitments.ReportBack;
using Assemblies.Data;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Reads the running order: as planned, and once the evening has begun as it is lived.</summary>
public sealed class RunningOrderReader(AssemblyDb db, AskEditor asks, PowerHolderList powerHolders, SpeakerList speakers, IClock clock)
{
    /// <summary>The evening of an assembly that exists.</summary>
    public async Task<PlannedEvening> ReadAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.AssemblyId == assemblyId)
            .OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancellation);
        var links = await ItemLinks.ReadAsync(db, assemblyId, cancellation);
        var life = await EveningReader.LifeAsync(db, assemblyId, cancellation);
        return life.Stage == EveningStage.NotStarted ? Planned(assembly, items, links) : Lived(assembly, items, links, life, clock.GetCurrentInstant());
    }

    /// <summary>Who leaves that evening, once for each item to come that needs them.</summary>
    public async Task<IReadOnlyList<Departure>> ReadDepartingAsync(Guid assemblyId, PlannedEvening evening, CancellationToken cancellation)
    {
        var ahead = evening.Items.Where(i => i.Lived?.Status is null or ItemStatus.Planned or ItemStatus.Now).ToDictionary(i => i.Id, i => i.Position);
        var zone = await db.Assemblies.Where(a => a.Id == assemblyId).Select(a => a.TimeZone).SingleAsync(cancellation);
        var leaving = await OrderLinks.DeparturesAsync(db, assemblyId, DateTimeZoneProviders.Tzdb[zone], cancellation);
        return [.. leaving.SelectMany(guest => guest.ItemIds.Where(ahead.ContainsKey).Select(id => new Departure(guest.Name, guest.At, ahead[id])))];
    }

    /// <summary>What the items may be about.</summary>
    public async Task<Linkable> ReadLinkableAsync(Guid assemblyId, CancellationToken cancellation) => new(
        await asks.ListAsync(assemblyId, cancellation),
        await powerHolders.ListAsync(assemblyId, cancellation),
        await speakers.ListAsync(assemblyId, cancellation),
        await OldCommitments.ListAsync(db, assemblyId, cancellation));

    private static PlannedEvening Planned(AccountabilityAssembly assembly, List<AgendaItem> items, ItemLinks links)
    {
        var timetable = Timetable.Of(assembly, items.Select(i => i.PlannedSeconds));
        return new PlannedEvening(
            [.. items.Zip(timetable.Times).Select((pair, index) => Row(pair.First, index + 1, pair.Second, links))],
            (int)timetable.Planned.TotalSeconds, timetable.Start, timetable.Finish, timetable.HardEnd, (int)timetable.Spare.TotalSeconds,
            items.Where(i => !i.MustNotCut).Sum(i => i.PlannedSeconds));
    }

    private static PlannedEvening Lived(AccountabilityAssembly assembly, List<AgendaItem> items, ItemLinks links, EveningLife life, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[assembly.TimeZone];
        var (start, hardEnd) = (zone.AtLeniently(assembly.Start).ToInstant(), zone.AtLeniently(assembly.HardEnd).ToInstant());
        var finish = Reckoning.ProjectedFinish(life, start, now);
        var byId = items.ToDictionary(i => i.Id);
        IReadOnlyList<AgendaItemRow> rows =
        [
            .. life.Items.Zip(LivedTimes.Of(life, now)).Select((pair, index) =>
                Row(byId.GetValueOrDefault(pair.First.Id) ?? Unwritten(assembly.Id, pair.First), index + 1, pair.Second, links) with
                {
                    PlannedSeconds = pair.First.Seconds,
                    Lived = new(pair.First.Status, pair.First.PlannedSeconds, pair.First.IsInserted, (int)pair.First.SpentAt(now).TotalSeconds),
                }),
        ];
        return new PlannedEvening(
            rows, life.Items.Where(i => i.Status != ItemStatus.Skipped).Sum(i => i.Seconds), life.StartedAt!.Value, finish, hardEnd,
            (int)Math.Floor((hardEnd - finish).TotalSeconds),
            rows.Where(r => r is { MustNotCut: false, Lived.Status: ItemStatus.Planned } && life.Stage != EveningStage.Ended).Sum(r => r.PlannedSeconds),
            new LivedEvening(life.Version, life.Stage, Reckoning.Drift(life, start, now), LivedOrderEditor.FirstPlace(life), now));
    }

    // A chair's insertion, to which no organiser has written yet.
    private static AgendaItem Unwritten(Guid assemblyId, EveningItem item) => new()
    {
        Id = item.Id, AssemblyId = assemblyId, Order = 0, Kind = item.Kind, Title = item.Title, PlannedSeconds = item.Seconds, MustNotCut = item.MustNotCut,
    };

    private static AgendaItemRow Row(AgendaItem item, int position, PlannedTime time, ItemLinks links) => new(
        item.Id, position, item.Kind, item.Title, item.Owner, item.PlannedSeconds, item.MustNotCut, time.Start, time.End,
        item.RequiredWords, item.Notes, links.Speakers(item.Id), links.Asks(item.Id), links.PowerHolders(item.Id), links.Commitments(item.Id));
}
