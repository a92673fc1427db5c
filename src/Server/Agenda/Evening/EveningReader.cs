using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.Evening;

/// <summary>Reads the evening from its steps.</summary>
internal static class EveningReader
{
    public static Task<List<EveningStep>> StepsAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        db.EveningSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).OrderBy(s => s.Version).ToListAsync(cancellation);

    public static async Task<EveningLife> LifeAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        EveningLife.Of(await StepsAsync(db, assemblyId, cancellation));

    /// <summary>The evening with its items described as the running order describes them now.</summary>
    public static async Task<EveningLife> DescribedLifeAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await DescribedAsync(db, assemblyId, EveningLife.Of(await StepsAsync(db, assemblyId, cancellation)), cancellation);

    public static async Task<EveningLife> DescribedAsync(AssemblyDb db, Guid assemblyId, EveningLife life, CancellationToken cancellation) => Described(
        life,
        await db.AgendaItems.Where(i => i.AssemblyId == assemblyId)
            .ToDictionaryAsync(i => i.Id, i => new ItemDescription(i.Title, i.MustNotCut), cancellation));

    /// <summary>A corrected title counts at once, and so does what must not be cut; lengths and order change only by steps.</summary>
    public static EveningLife Described(EveningLife life, IReadOnlyDictionary<Guid, ItemDescription> descriptions) => life with
    {
        Items = [.. life.Items.Select(i => descriptions.TryGetValue(i.Id, out var now) ? i with { Title = now.Title, MustNotCut = now.MustNotCut } : i)],
    };

    /// <summary>The running order as planned.</summary>
    public static async Task<IReadOnlyList<PlannedItem>> PlanAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.AgendaItems.AsNoTracking().Where(i => i.AssemblyId == assemblyId).OrderBy(i => i.Order)
            .Select(i => new PlannedItem(i.Id, i.Kind, i.Title, i.PlannedSeconds, i.MustNotCut)).ToListAsync(cancellation);
}

/// <summary>What of an item an organiser may correct without a step.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="MustNotCut">Never proposed for cutting.</param>
internal sealed record ItemDescription(string Title, bool MustNotCut);
