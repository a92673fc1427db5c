using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>Begins a running order from a template or from another assembly's.</summary>
public sealed class RunningOrderFiller(AssemblyDb db, RunningOrderReader reader, RunningOrderEditor editor, AskEditor asks)
{
    /// <summary>The assemblies whose running order can be copied, the latest first.</summary>
    public async Task<IReadOnlyList<CopySource>> SourcesAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var counts = await db.AgendaItems.Where(i => i.AssemblyId != assemblyId)
            .GroupBy(i => i.AssemblyId).Select(g => new { g.Key, Items = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Items, cancellation);
        var assemblies = await db.Assemblies.AsNoTracking().Where(a => counts.Keys.Contains(a.Id)).ToListAsync(cancellation);
        return [.. assemblies.OrderByDescending(a => a.Start).Select(a => new CopySource(a.Id, a.Title, a.Start, counts[a.Id]))];
    }

    /// <summary>Puts a template's items into the running order, about the assembly's own asks, power-holders and speakers.</summary>
    public async Task<IReadOnlyList<Problem>> FromTemplateAsync(Actor actor, Guid assemblyId, TemplateCommand command, CancellationToken cancellation)
    {
        if (command.Template is not { } template)
            return [new("template", "Choose a template: small, medium or very large.")];
        var items = RunningOrderTemplates.Build(template, await reader.ReadLinkableAsync(assemblyId, cancellation));
        return await editor.FillAsync(actor, assemblyId, items, command.Mode, cancellation);
    }

    /// <summary>Copies another assembly's items: words, lengths, owners and notes. Its people stay behind; an ask comes along where both have the same words.</summary>
    public async Task<IReadOnlyList<Problem>> CopyAsync(Actor actor, Guid assemblyId, CopyCommand command, CancellationToken cancellation)
    {
        if (command.FromAssemblyId is not { } from || !(await SourcesAsync(assemblyId, cancellation)).Any(s => s.AssemblyId == from))
            return [new("fromAssemblyId", "Choose another assembly that has a running order.")];
        var source = await reader.ReadAsync(from, cancellation);
        var words = (await asks.ListAsync(from, cancellation)).ToDictionary(a => a.Id, a => a.Text);
        var own = (await asks.ListAsync(assemblyId, cancellation)).ToLookup(a => a.Text, a => a.Id);
        return await editor.FillAsync(
            actor, assemblyId, [.. source.Items.Select(item => Copy(item, item.AskIds.SelectMany(id => own[words[id]].Take(1))))], command.Mode, cancellation);
    }

    private static AgendaItemCommand Copy(AgendaItemRow item, IEnumerable<Guid> askIds) => new(
        item.Kind, item.Title, item.PlannedSeconds, item.Owner, item.MustNotCut,
        RequiredWords: item.RequiredWords, Notes: item.Notes, AskIds: [.. askIds]);
}
