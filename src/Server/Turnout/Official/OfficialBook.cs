using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Turnout.Supervision;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Official;

/// <summary>Freezes the official turnout, and says what late uploads have made of it (turnout.md, rule 26).</summary>
public sealed class OfficialBook(AssemblyDb db, Fleet fleet, IClock clock)
{
    private const int LongestMethod = 500;
    private const int LongestReason = 200;

    /// <summary>Freezes what is counted now. The rows before it stay.</summary>
    public async Task<(OfficialFigure? Figure, IReadOnlyList<Problem> Problems)> FreezeAsync(
        Actor actor, Guid assemblyId, FreezeCommand command, CancellationToken cancellation)
    {
        var (official, problems) = await AddAsync(actor, assemblyId, command, cancellation);
        if (official is null)
            return (null, problems);
        return await db.TrySaveAsync("Somebody froze the turnout at the same moment. Look at it before you freeze another.", cancellation) is { } problem
            ? (null, [problem])
            : (Figure(official, null), []);
    }

    /// <summary>Freezes what is counted now as part of a larger change; the caller saves.</summary>
    internal async Task<(OfficialTurnout? Official, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, FreezeCommand command, CancellationToken cancellation)
    {
        var (official, problems) = await OneMoment.ReadAsync(db, () => CountAsync(actor, assemblyId, command, cancellation), cancellation);
        if (official is null)
            return (null, problems);
        db.OfficialTurnouts.Add(official);
        db.Log(new(assemblyId, actor.Id, index => index.Has("session.opened") ? null : new SessionOpened()));
        db.Log(new(assemblyId, actor.Id, _ => new TurnoutCounted(official.Arrived, RecordWords.Text(official.Method), official.At.ToDateTimeOffset())
        {
            Under18s = official.Under18s,
            Institutions = official.Institutions,
        }));
        db.Record(actor, assemblyId, ChangeChannel.Turnout, "turnout.frozen", $"The official turnout was frozen: {official.Arrived}.");
        return (official, []);
    }

    /// <summary>All that were frozen, the one that counts first.</summary>
    public async Task<IReadOnlyList<OfficialFigure>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var figures = new List<OfficialFigure>();
        foreach (var row in await db.OfficialTurnouts.AsNoTracking().Where(o => o.AssemblyId == assemblyId).OrderByDescending(o => o.Number).ToListAsync(cancellation))
            figures.Add(await FigureAsync(db, row, cancellation));
        return figures;
    }

    /// <summary>The one that counts; null while nothing is frozen.</summary>
    internal static async Task<OfficialFigure?> LatestAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.OfficialTurnouts.AsNoTracking().Where(o => o.AssemblyId == assemblyId).OrderByDescending(o => o.Number).FirstOrDefaultAsync(cancellation) is { } row
            ? await FigureAsync(db, row, cancellation)
            : null;

    /// <summary>What would be frozen if it were done now.</summary>
    public Task<TurnoutNow> NowAsync(Guid assemblyId, CancellationToken cancellation) => OneMoment.ReadAsync(db, async () =>
    {
        var now = clock.GetCurrentInstant();
        var (arrived, _) = await TurnoutAt.ReadAsync(db, assemblyId, now, cancellation);
        return new TurnoutNow(
            now, arrived, await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).SumAsync(c => c.Inside, cancellation),
            await fleet.SilentAsync(db, assemblyId, cancellation), await CountingMethod.ReadAsync(db, assemblyId, cancellation));
    }, cancellation);

    private async Task<(OfficialTurnout? Official, IReadOnlyList<Problem> Problems)> CountAsync(
        Actor actor, Guid assemblyId, FreezeCommand command, CancellationToken cancellation)
    {
        // The first query decides which moment it is; the clock is read after it, so that no scan in the figure is later than the figure.
        var cursor = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancellation) ?? 0;
        var now = clock.GetCurrentInstant();
        var number = 1 + (await db.OfficialTurnouts.Where(o => o.AssemblyId == assemblyId).MaxAsync(o => (int?)o.Number, cancellation) ?? 0);
        if (await ProblemsAsync(assemblyId, number, command, cancellation) is { Count: > 0 } problems)
            return (null, problems);
        var (arrived, under18s) = await TurnoutAt.ReadAsync(db, assemblyId, now, cancellation);
        return (new OfficialTurnout
        {
            AssemblyId = assemblyId,
            Number = number,
            At = now,
            By = actor.Id,
            Arrived = arrived,
            Under18s = under18s,
            Pledged = await db.Delegations.Where(d => d.AssemblyId == assemblyId).SumAsync(d => d.Pledge, cancellation),
            Institutions = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId && c.InstitutionId != Guid.Empty && c.Arrived > 0)
                .Select(c => c.InstitutionId).Distinct().CountAsync(cancellation),
            Cursor = cursor,
            SilentDevices = (await fleet.SilentAsync(db, assemblyId, cancellation)).Devices,
            Method = command.Method?.Trim() is { Length: > 0 } words ? words : await CountingMethod.ReadAsync(db, assemblyId, cancellation),
            Reason = number == 1 ? null : command.Reason!.Trim(),
        }, []);
    }

    private static async Task<OfficialFigure> FigureAsync(AssemblyDb db, OfficialTurnout row, CancellationToken cancellation)
    {
        var (today, _) = await TurnoutAt.ReadAsync(db, row.AssemblyId, row.At, cancellation);
        return Figure(row, today == row.Arrived ? null : today);
    }

    private static OfficialFigure Figure(OfficialTurnout row, int? corrected) => new(
        row.Number, row.At, row.Arrived, corrected, row.Under18s, row.Pledged, row.Institutions, row.SilentDevices, row.Method, row.Reason, row.Cursor);

    private async Task<IReadOnlyList<Problem>> ProblemsAsync(Guid assemblyId, int number, FreezeCommand command, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        if (await db.Assemblies.AnyAsync(a => a.Id == assemblyId && a.State == AssemblyState.Preparing, cancellation))
            problems.Add(new("", "The assembly has not been opened: there is nothing to freeze."));
        if (command.Method?.Trim().Length > LongestMethod)
            problems.Add(new("method", $"Say in at most {LongestMethod} characters how it was counted."));
        if (number > 1 && (command.Reason ?? "").Trim().Length is 0 or > LongestReason)
            problems.Add(new("reason", $"Say in 1 to {LongestReason} characters why it is frozen again: it is shown beside the new figure."));
        return problems;
    }
}
