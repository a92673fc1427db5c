using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Displays;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening.RollCall;

/// <summary>The roll call as the chair reads it, and as the hall sees it.</summary>
internal static class RollCallReader
{
    private const int RecentShown = 5;

    /// <summary>For the chair: every institution, those of whom nobody has come too. Staff only.</summary>
    public static async Task<OrderRollCall?> ReadAsync(AssemblyDb db, Guid assemblyId, EveningLife life, CancellationToken cancellation)
    {
        if (life.RollCall is not { } call)
            return null;
        var official = await db.OfficialTurnouts.Where(o => o.AssemblyId == assemblyId).OrderByDescending(o => o.Number)
            .Select(o => new { o.Arrived, o.At }).FirstAsync(cancellation);
        var names = await NamesAsync(db, assemblyId, cancellation);
        var arrived = await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId).GroupBy(c => c.InstitutionId)
            .Select(g => new { g.Key, Arrived = g.Sum(c => c.Arrived) }).ToDictionaryAsync(g => g.Key, g => g.Arrived, cancellation);
        var called = call.Called.ToDictionary(c => c.Id);
        var rows = RollCallSort.Sort(call, names.Values.Where(n => call.Figures.ContainsKey(n.Id))).Select((name, index) =>
        {
            var frozen = call.Figures[name.Id];
            var isLate = frozen == 0 && arrived.GetValueOrDefault(name.Id) > 0;
            var figure = called.TryGetValue(name.Id, out var one) ? one.Figure : isLate ? arrived[name.Id] : frozen;
            return (name.Id, Row: new RollCallRow(index + 1, name.Name, name.Chapter, figure, isLate, one?.At, name.Pronunciation));
        });
        return new(official.Arrived, official.At, call.Order, call.Called is [.., var current] ? current.Id : null, rows.ToDictionary(r => r.Id, r => r.Row));
    }

    /// <summary>For the hall: who was called, never who was not, and no figure that is too small to be shown (turnout.md, rule 25).</summary>
    public static async Task<ScreenRollCall?> ShowAsync(AssemblyDb db, Guid assemblyId, EveningLife life, int smallestShown, CancellationToken cancellation)
    {
        if (life.RollCall is not { } call)
            return null;
        var official = await db.OfficialTurnouts.Where(o => o.AssemblyId == assemblyId).OrderByDescending(o => o.Number).Select(o => o.Arrived).FirstAsync(cancellation);
        var names = await NamesAsync(db, assemblyId, cancellation);
        var called = call.Called.Reverse().Where(c => names.ContainsKey(c.Id))
            .Select(c => new ScreenCalled(names[c.Id].Name, c.Figure >= Math.Max(1, smallestShown) ? c.Figure : null, c.At)).ToList();
        return new(called.FirstOrDefault(), [.. called.Skip(1).Take(RecentShown)], called.Count, official);
    }

    /// <summary>The figure to announce: the frozen one; of a late institution, how many have come by now.</summary>
    public static async Task<int> FigureAsync(AssemblyDb db, Guid assemblyId, RollCallLife call, Guid institutionId, CancellationToken cancellation) =>
        call.Figures.GetValueOrDefault(institutionId) is > 0 and var frozen ? frozen
            : await db.TurnoutCounts.Where(c => c.AssemblyId == assemblyId && c.InstitutionId == institutionId).SumAsync(c => c.Arrived, cancellation);

    private static Task<Dictionary<Guid, RollCallName>> NamesAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.Delegations.Where(d => d.AssemblyId == assemblyId).Join(db.Institutions, d => d.InstitutionId, i => i.Id, (d, i) => new RollCallName(i.Id, i.Name, i.Chapter, i.Pronunciation))
            .ToDictionaryAsync(n => n.Id, cancellation);
}
