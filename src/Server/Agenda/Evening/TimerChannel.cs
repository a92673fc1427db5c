using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;

namespace Assemblies.Agenda.Evening;

/// <summary>The channel <c>timer</c>: the clock and the messages that only the speaker sees. Never for a screen of the hall (product.md, 27).</summary>
internal sealed class TimerChannel : LiveChannel
{
    public override string Name => "timer";

    public override IReadOnlyList<DeviceRole> Watchers { get; } =
        [DeviceRole.StageTimer, DeviceRole.Chair, DeviceRole.Timekeeper, DeviceRole.StageManager];

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel> { ChangeChannel.Evening, ChangeChannel.Agenda };

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        Present(await EveningReader.DescribedLifeAsync(db, assemblyId, cancellation));

    public static TimerPresent Present(EveningLife life) => new(
        life.Stage,
        life.Now?.Title,
        life.Now is { } now ? new TimerClock(now.Seconds, now.Spent.TotalSeconds, now.EndsAt) : null,
        new TimerClocks(Clock(life, EveningClockKind.Speaker), Clock(life, EveningClockKind.Answer), Clock(life, EveningClockKind.Explanation)),
        Messages(life));

    public static IReadOnlyDictionary<Guid, TimerMessage> Messages(EveningLife life) =>
        life.Messages.ToDictionary(m => m.Id, m => new TimerMessage(m.Text, m.TimerId, m.At));

    private static TimerClock? Clock(EveningLife life, EveningClockKind kind) => life.Clocks.TryGetValue(kind, out var clock)
        ? new(clock.Seconds, clock.Spent.TotalSeconds, clock.EndsAt)
        : null;
}
