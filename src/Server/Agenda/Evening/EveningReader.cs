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

    /// <summary>The evening with its items called as they are called now: a corrected title counts at once, lengths and order only by steps.</summary>
    public static async Task<EveningLife> TitledLifeAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => Titled(
        await LifeAsync(db, assemblyId, cancellation),
        await db.AgendaItems.Where(i => i.AssemblyId == assemblyId).ToDictionaryAsync(i => i.Id, i => i.Title, cancellation));

    public static EveningLife Titled(EveningLife life, IReadOnlyDictionary<Guid, string> titles) =>
        life with { Items = [.. life.Items.Select(i => titles.TryGetValue(i.Id, out var title) ? i with { Title = title } : i)] };

    /// <summary>The running order as planned.</summary>
    public static async Task<IReadOnlyList<PlannedItem>> PlanAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.AgendaItems.AsNoTracking().Where(i => i.AssemblyId == assemblyId).OrderBy(i => i.Order)
            .Select(i => new PlannedItem(i.Id, i.Kind, i.Title, i.PlannedSeconds, i.MustNotCut)).ToListAsync(cancellation);
}
