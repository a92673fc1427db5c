using Assemblies.Agenda.RunningOrder;
using Assemblies.Data;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>Writes the asks and the sparse matrix of whom each is put to. What is on record cannot be edited away.</summary>
public sealed class AskEditor(AssemblyDb db, StageDirection stage, IClock clock)
{
    /// <summary>All asks in the order of the score sheet.</summary>
    public async Task<IReadOnlyList<AskRow>> ListAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var asks = await db.Asks.AsNoTracking().Where(a => a.AssemblyId == assemblyId)
            .Join(db.AskVersions, a => new { AskId = a.Id, a.Version }, v => new { v.AskId, v.Version }, (a, v) => new { Ask = a, v.Text, v.Terms })
            .ToListAsync(cancellation);
        var targets = (await db.PowerHolders.Where(p => p.AssemblyId == assemblyId)
            .Join(db.AskTargets, p => p.Id, t => t.PowerHolderId, (p, t) => new { t.AskId, t.PowerHolderId, p.Order })
            .ToListAsync(cancellation)).ToLookup(t => t.AskId);
        var askIds = asks.Select(a => a.Ask.Id).ToList();
        var sent = (await db.AskSendings.AsNoTracking().Where(s => askIds.Contains(s.AskId)).ToListAsync(cancellation))
            .OrderBy(s => s.SentOn).ToLookup(s => s.AskId, s => new AskSent(s.PowerHolderId, s.Version, s.SentOn, s.How));
        return [.. asks.OrderBy(a => a.Ask.Number).Select(a => new AskRow(
            a.Ask.Id, a.Ask.Number, a.Ask.Area, a.Text, a.Ask.Version,
            [.. targets[a.Ask.Id].OrderBy(t => t.Order).Select(t => t.PowerHolderId)], AskWording.Warnings(a.Text, a.Terms),
            a.Ask.Background, a.Ask.Owner, a.Terms, StateOf(a.Ask), a.Ask.PublishedAt, a.Ask.WithdrawnReason, [.. sent[a.Ask.Id]]))];
    }

    /// <summary>Adds an ask.</summary>
    public async Task<(Guid? AskId, IReadOnlyList<Problem> Problems)> AddAsync(
        Actor actor, Guid assemblyId, AskCommand command, CancellationToken cancellation)
    {
        var (text, area) = Tidy(command);
        var problems = AskWording.Check(text, area, command).ToList();
        problems.AddRange(await CheckPowerHoldersAsync(assemblyId, command.PowerHolderIds, cancellation));
        if (problems.Count > 0)
            return (null, problems);
        var last = await db.Asks.Where(a => a.AssemblyId == assemblyId).MaxAsync(a => (int?)a.Number, cancellation) ?? 0;
        var ask = new Ask
        {
            AssemblyId = assemblyId, Number = last + 1, Area = area, Version = 1,
            Background = TypedText.Tidy(command.Background), Owner = TypedText.Tidy(command.Owner),
        };
        if (await RenumberAsync(ask, command.Number, cancellation) is { } problem)
            return (null, [problem]);
        db.Asks.Add(ask);
        db.AskVersions.Add(Version(ask, text, command.Terms ?? AskTerms.None));
        db.AskTargets.AddRange((command.PowerHolderIds ?? []).Distinct().Select(p => new AskTarget { AskId = ask.Id, PowerHolderId = p }));
        db.Record(actor, assemblyId, ChangeChannel.Asks, "ask.added", $"Ask {ask.Number} was written.");
        await db.SaveChangesAsync(cancellation);
        return (ask.Id, []);
    }

    /// <summary>Changes an ask; other words make a new version. Neither result for an ask that does not exist.</summary>
    public async Task<(Guid? AskId, IReadOnlyList<Problem> Problems)> ChangeAsync(
        Actor actor, Guid assemblyId, Guid askId, AskCommand command, CancellationToken cancellation)
    {
        var ask = await FindAsync(assemblyId, askId, cancellation);
        if (ask is null)
            return (null, []);
        var (text, area) = Tidy(command);
        var problems = AskWording.Check(text, area, command).ToList();
        problems.AddRange(await CheckPowerHoldersAsync(assemblyId, command.PowerHolderIds, cancellation));
        if (problems.Count == 0 && command.PowerHolderIds is { } powerHolders && await RetargetAsync(ask, powerHolders, cancellation) is { } kept)
            problems.Add(kept);
        if (problems.Count == 0 && await RenumberAsync(ask, command.Number, cancellation) is { } numbers)
            problems.Add(numbers);
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return (null, problems);
        }
        ask.Area = area;
        ask.Background = command.Background is null ? ask.Background : TypedText.Tidy(command.Background);
        ask.Owner = command.Owner is null ? ask.Owner : TypedText.Tidy(command.Owner);
        var present = await db.AskVersions.AsNoTracking().SingleAsync(v => v.AskId == askId && v.Version == ask.Version, cancellation);
        // Whom a published ask is put to is part of what was published.
        var retargeted = ask.PublishedVersion is not null && db.ChangeTracker.Entries<AskTarget>().Any(e => e.State is EntityState.Added or EntityState.Deleted);
        if (retargeted || present.Text != text || (command.Terms is { } terms && !terms.Equals(present.Terms)))
        {
            ask.Version++;
            db.AskVersions.Add(Version(ask, text, command.Terms ?? present.Terms));
        }
        db.Record(actor, assemblyId, ChangeChannel.Asks, "ask.changed", $"Ask {ask.Number} was changed; its words are version {ask.Version}.");
        await db.SaveChangesAsync(cancellation);
        return (ask.Id, []);
    }

    /// <summary>Removes an ask that was never put. No problem when there is none.</summary>
    public async Task<Problem?> RemoveAsync(Actor actor, Guid assemblyId, Guid askId, CancellationToken cancellation)
    {
        var ask = await FindAsync(assemblyId, askId, cancellation);
        if (ask is null)
            return null;
        if (await db.AnswerSteps.AnyAsync(s => s.AskId == askId, cancellation))
            return new("", $"Ask {ask.Number} was put or answered: that is on record and stays.");
        if (ask.PublishedVersion is not null)
            return new("", $"Ask {ask.Number} was published: withdraw it, with the reason. It stays readable.");
        if (await db.Speakers.AnyAsync(s => s.AskId == askId, cancellation))
            return new("", $"A testimony grounds ask {ask.Number}. Change the testimony first.");
        if (await db.Stages.AnyAsync(s => s.AssemblyId == assemblyId && s.AskId == askId, cancellation))
            await stage.CueAsync(actor, assemblyId, Guid.CreateVersion7(), new ShownScene(Scene.Welcome), cancellation);
        await db.UnlinkAskAsync(actor, assemblyId, askId, cancellation);
        db.AskTargets.RemoveRange(await db.AskTargets.Where(t => t.AskId == askId).ToListAsync(cancellation));
        db.AskVersions.RemoveRange(await db.AskVersions.Where(v => v.AskId == askId).ToListAsync(cancellation));
        db.Asks.Remove(ask);
        if (!await AnyPutAsync(assemblyId, cancellation))
            foreach (var later in await db.Asks.Where(a => a.AssemblyId == assemblyId && a.Number > ask.Number).ToListAsync(cancellation))
                later.Number--;
        db.Record(actor, assemblyId, ChangeChannel.Asks, "ask.removed", $"Ask {ask.Number} was removed before it was put.");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private static (string Text, string? Area) Tidy(AskCommand command) =>
        (command.Text.Trim(), TypedText.Tidy(command.Area));

    private AskVersion Version(Ask ask, string text, AskTerms terms) =>
        new() { AskId = ask.Id, Version = ask.Version, Text = text, WrittenAt = clock.GetCurrentInstant(), Terms = terms };

    private static AskState StateOf(Ask ask) => ask switch
    {
        { WithdrawnAt: not null } => AskState.Withdrawn,
        { PublishedVersion: null } => AskState.Draft,
        { PublishedVersion: var published } when published != ask.Version => AskState.Amended,
        _ => AskState.Published,
    };

    private Task<Ask?> FindAsync(Guid assemblyId, Guid askId, CancellationToken cancellation) =>
        db.Asks.FirstOrDefaultAsync(a => a.Id == askId && a.AssemblyId == assemblyId, cancellation);

    private Task<bool> AnyPutAsync(Guid assemblyId, CancellationToken cancellation) =>
        db.AnswerSteps.AnyAsync(s => s.AssemblyId == assemblyId, cancellation);

    // The others make room. Not once an ask was put: "ask 3" is then a name that people have heard.
    private async Task<Problem?> RenumberAsync(Ask ask, int? number, CancellationToken cancellation)
    {
        if (number is not { } wanted || wanted == ask.Number)
            return null;
        var others = await db.Asks.Where(a => a.AssemblyId == ask.AssemblyId && a.Id != ask.Id).OrderBy(a => a.Number).ToListAsync(cancellation);
        if (wanted < 1 || wanted > others.Count + 1)
            return new("number", $"Choose a number from 1 to {others.Count + 1}.");
        if (await AnyPutAsync(ask.AssemblyId, cancellation))
            return new("number", "An ask was put already: the numbers stand.");
        others.Insert(wanted - 1, ask);
        for (var i = 0; i < others.Count; i++)
            others[i].Number = i + 1;
        return null;
    }

    private async Task<Problem?> RetargetAsync(Ask ask, IReadOnlyList<Guid> wanted, CancellationToken cancellation)
    {
        var present = await db.AskTargets.Where(t => t.AskId == ask.Id).ToListAsync(cancellation);
        var dropped = present.Where(t => !wanted.Contains(t.PowerHolderId)).ToList();
        var droppedIds = dropped.Select(t => t.PowerHolderId).ToList();
        var onRecord = await db.PowerHolders.Where(p => droppedIds.Contains(p.Id))
            .Where(p => db.AnswerSteps.Any(s => s.AskId == ask.Id && s.PowerHolderId == p.Id))
            .OrderBy(p => p.Order).Select(p => p.Name).ToListAsync(cancellation);
        if (onRecord.Count > 0)
            return new("powerHolderIds", $"Ask {ask.Number} was put to {string.Join(" and ", onRecord)}: that is on record and stays.");
        db.AskTargets.RemoveRange(dropped);
        db.AskTargets.AddRange(wanted.Distinct().Except(present.Select(t => t.PowerHolderId))
            .Select(p => new AskTarget { AskId = ask.Id, PowerHolderId = p }));
        return null;
    }

    private async Task<IEnumerable<Problem>> CheckPowerHoldersAsync(Guid assemblyId, IReadOnlyList<Guid>? ids, CancellationToken cancellation)
    {
        if (ids is not { Count: > 0 })
            return [];
        var known = await db.PowerHolders.Where(p => p.AssemblyId == assemblyId).Select(p => p.Id).ToListAsync(cancellation);
        return ids.Except(known).Any() ? [new("powerHolderIds", "Name power-holders of this assembly.")] : [];
    }
}
