using Assemblies.Agenda.Evening.Rules;

namespace Assemblies.Agenda.Evening.RollCall;

/// <summary>An institution in the roll call.</summary>
public sealed record RollCallName(Guid Id, string Name, string? Chapter);

/// <summary>The order in which institutions are called. Pure.</summary>
public static class RollCallSort
{
    /// <summary>Those of whom people had come at the freeze, in the order chosen; then the others, so that a late one is offered at the end.</summary>
    public static IReadOnlyList<RollCallName> Sort(RollCallLife call, IEnumerable<RollCallName> institutions)
    {
        var first = call.First.Select((id, place) => (id, place)).ToDictionary(f => f.id, f => f.place);
        return
        [
            .. institutions
                .OrderBy(i => call.Figures.GetValueOrDefault(i.Id) == 0)
                .ThenBy(i => call.Order == RollCallOrder.Custom ? first.GetValueOrDefault(i.Id, int.MaxValue) : 0)
                // Without a chapter at the end, not before all others.
                .ThenBy(i => call.Order == RollCallOrder.Chapter && i.Chapter is null)
                .ThenBy(i => call.Order == RollCallOrder.Chapter ? i.Chapter : null, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(i => i.Name, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(i => i.Id),
        ];
    }
}
