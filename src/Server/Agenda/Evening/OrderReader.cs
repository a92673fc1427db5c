using Assemblies.Agenda.Evening.RollCall;
using Assemblies.Agenda.Evening.Rules;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Devices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.Evening;

/// <summary>Puts together what the channel <c>order</c> shows.</summary>
internal static class OrderReader
{
    public static async Task<EveningPresent> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var steps = await EveningReader.StepsAsync(db, assemblyId, cancellation);
        var items = await db.AgendaItems.AsNoTracking().Where(i => i.AssemblyId == assemblyId).OrderBy(i => i.Order).ToDictionaryAsync(i => i.Id, cancellation);
        var life = EveningReader.Described(
            EveningLife.Of(steps), items.ToDictionary(i => i.Key, i => new ItemDescription(i.Value.Title, i.Value.MustNotCut)));
        var order = life.Stage == EveningStage.NotStarted ? Plan(items.Values) : life;
        var links = await OrderLinks.ReadAsync(db, assemblyId, cancellation);
        var devices = await db.Devices.AsNoTracking().Where(d => d.AssemblyId == assemblyId && d.RevokedAt == null).ToDictionaryAsync(d => d.Id, cancellation);
        var zone = DateTimeZoneProviders.Tzdb[assembly.TimeZone];
        var (start, hardEnd) = (zone.AtLeniently(assembly.Start).ToInstant(), zone.AtLeniently(assembly.HardEnd).ToInstant());
        return new EveningPresent(
            life.Version,
            life.Stage,
            assembly.TimeZone,
            EveningFinder.HolderOf(life) is { } holder ? new EveningControl(holder, devices.GetValueOrDefault(holder)?.Name ?? "A device that is no longer paired") : null,
            start,
            hardEnd,
            life.StartedAt,
            life.PausedAt,
            life.EndedAt,
            life.Now?.Id,
            order.Next?.Id,
            new EveningReckoning(
                Reckoning.PlannedFinish(order, start), Reckoning.LeftSeconds(order), Reckoning.CreditSeconds(order),
                life.EndedAt is { } end ? Reckoning.Drift(life, start, end) : null),
            order.Items.Select((item, index) => (item, index)).ToDictionary(i => i.item.Id, i => Row(i.item, i.index + 1, items.GetValueOrDefault(i.item.Id), links, life)),
            new OrderClocks(Clock(life, EveningClockKind.Speaker), Clock(life, EveningClockKind.Answer), Clock(life, EveningClockKind.Explanation)),
            Departures(order, await OrderLinks.DeparturesAsync(db, assemblyId, zone, cancellation)),
            await RollCallReader.ReadAsync(db, assemblyId, life, cancellation),
            devices.Values.Where(d => d.Role == DeviceRole.StageTimer).ToDictionary(d => d.Id, d => new OrderTimer(d.Name)),
            TimerChannel.Messages(life),
            EveningUndo.Last(steps) is { } last ? new OrderUndo(last.Version, last.Kind, last.ItemId, last.At) : null);
    }

    /// <summary>Where the items of those who leave early stand.</summary>
    public static IReadOnlyDictionary<Guid, OrderDeparture> Departures(EveningLife life, IEnumerable<GuestDeparture> departures) => departures.ToDictionary(d => d.Id, d =>
    {
        var (last, seconds) = Reckoning.UntilFree(life, d);
        return new OrderDeparture(d.Name, d.At, last, seconds);
    });

    // Before the start the plan is what it is going to be.
    private static EveningLife Plan(IEnumerable<AgendaItem> items) => EveningLife.New with
    {
        Items = [.. items.OrderBy(i => i.Order).Select(i => new EveningItem(i.Id, i.Kind, i.Title, i.PlannedSeconds, i.PlannedSeconds, i.MustNotCut, IsInserted: false))],
    };

    private static OrderItem Row(EveningItem item, int number, AgendaItem? planned, OrderLinks links, EveningLife life) => new(
        number, item.Kind, item.Title, planned?.Owner, item.MustNotCut, item.IsInserted, item.Status, item.PlannedSeconds, item.Seconds,
        item.Spent.TotalSeconds, item.RunningSince, item.EndsAt, item.BeganAt, item.OverAt,
        links.Speakers(item.Id), links.Asks(item.Id), links.PowerHolders(item.Id),
        [.. (planned?.RequiredWords ?? []).Select(words => new OrderWords(words, life.Words.Contains((item.Id, words))))],
        planned?.Notes ?? AgendaNotes.None,
        links.Commitments(item.Id));

    private static OrderClock? Clock(EveningLife life, EveningClockKind kind) => life.Clocks.TryGetValue(kind, out var clock)
        ? new(clock.SubjectId, clock.Seconds, clock.Spent.TotalSeconds, clock.RunningSince, clock.EndsAt)
        : null;
}
