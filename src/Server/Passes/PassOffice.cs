using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Passes;

/// <summary>Issues, replaces and revokes passes.</summary>
public sealed class PassOffice(AssemblyDb db, PassKey key, IClock clock)
{
    /// <summary>More without a name than any delegation has; a slip of the finger should not print a forest.</summary>
    internal const int MostAtOnce = 2_000;

    /// <summary>Issues passes: to named people who have none, or a number of them without a name.</summary>
    /// <returns>The new passes, or why none was issued.</returns>
    public async Task<(IReadOnlyList<Pass>? Passes, Problem? Problem)> IssueAsync(
        Actor actor, Guid assemblyId, IssueCommand command, CancellationToken cancellation)
    {
        if (command.Count is < 1 or > MostAtOnce)
            return (null, new("count", $"Issue 1 to {MostAtOnce} passes at a time."));
        if (command.Count is not null && command.InstitutionId is null)
            return (null, new("institutionId", "Choose the institution that the passes count for."));
        if (command.InstitutionId is { } id && !await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == id, cancellation))
            return (null, new("institutionId", "That institution has no delegation at this assembly."));

        var passes = command.Count is { } count
            ? [.. Enumerable.Range(0, count).Select(_ => New(assemblyId, command.InstitutionId!.Value, null))]
            : await ForNamedPeopleAsync(assemblyId, command.InstitutionId, cancellation);
        if (passes.Count == 0)
            return (passes, null);
        var taken = await TakenAsync(assemblyId, cancellation);
        foreach (var pass in passes)
            AddCode(pass, taken);
        db.Passes.AddRange(passes);
        db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.issued", $"{passes.Count} pass(es) were issued.", passes.Count == 1 ? passes[0].Id : null);
        return await SaveAsync(cancellation) ? (passes, null) : (null, new("", "Somebody issued passes at the same moment. Look again before issuing more."));
    }

    /// <summary>Issues one delegation pass.</summary>
    public async Task<(Pass? Pass, IReadOnlyList<Problem> Problems)> IssueDelegationAsync(
        Actor actor, Guid assemblyId, DelegationPassCommand command, CancellationToken cancellation)
    {
        var expected = new ExpectedCommand(command.Label, command.Adults, command.Under18s);
        var problems = DelegationPassRules.Problems(expected).ToList();
        if (!await db.Delegations.AnyAsync(d => d.AssemblyId == assemblyId && d.InstitutionId == command.InstitutionId, cancellation))
            problems.Add(new("institutionId", "Choose an institution that has a delegation at this assembly."));
        if (problems.Count > 0)
            return (null, problems);
        var pass = New(assemblyId, command.InstitutionId!.Value, null);
        DelegationPassRules.Fill(pass, expected);
        AddCode(pass, await TakenAsync(assemblyId, cancellation));
        db.Passes.Add(pass);
        db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.issued", $"A delegation pass for {command.Adults + (command.Under18s ?? 0)} was issued.", pass.Id);
        await db.SaveChangesAsync(cancellation);
        return (pass, []);
    }

    /// <summary>Changes what is expected with delegation passes of one institution, all of them or none. Fields are named <c>adults.{id}</c>.</summary>
    /// <returns>What is wrong; null when one of them is no delegation pass of that institution.</returns>
    public async Task<IReadOnlyList<Problem>?> ExpectAsync(
        Actor actor, Guid assemblyId, Guid institutionId, IReadOnlyDictionary<Guid, ExpectedCommand> commands, CancellationToken cancellation)
    {
        var passes = await db.Passes.Where(p => p.AssemblyId == assemblyId && p.InstitutionId == institutionId && p.Adults != null && commands.Keys.Contains(p.Id))
            .ToListAsync(cancellation);
        if (passes.Count < commands.Count)
            return null;
        var problems = commands.SelectMany(c => DelegationPassRules.Problems(c.Value).Select(p => p with { Field = $"{p.Field}.{c.Key}" })).ToList();
        if (problems.Count > 0)
            return problems;
        foreach (var pass in passes)
        {
            DelegationPassRules.Fill(pass, commands[pass.Id]);
            if (db.Entry(pass).State == EntityState.Modified)
                db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.expected", $"A delegation pass expects {pass.Adults + pass.Under18s} now.", pass.Id);
        }
        await db.SaveChangesAsync(cancellation);
        return [];
    }

    /// <summary>Gives a pass a new code, for a lost sheet or phone: the old one then answers "replaced". A revoked pass becomes good again.</summary>
    /// <returns>The pass; null when the assembly has no such pass.</returns>
    public async Task<Pass?> ReplaceAsync(Actor actor, Guid assemblyId, Guid passId, CancellationToken cancellation)
    {
        var pass = await db.Passes.FirstOrDefaultAsync(p => p.Id == passId && p.AssemblyId == assemblyId, cancellation);
        if (pass is null)
            return null;
        pass.Generation++;
        pass.Status = PassStatus.Active;
        AddCode(pass, await TakenAsync(assemblyId, cancellation));
        db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.replaced", "A pass was replaced.", passId);
        await db.SaveChangesAsync(cancellation);
        return pass;
    }

    /// <summary>Withdraws a pass. Repeating it changes nothing.</summary>
    /// <returns>The pass; null when the assembly has no such pass.</returns>
    public async Task<Pass?> RevokeAsync(Actor actor, Guid assemblyId, Guid passId, CancellationToken cancellation)
    {
        var pass = await db.Passes.FirstOrDefaultAsync(p => p.Id == passId && p.AssemblyId == assemblyId, cancellation);
        if (pass is null or { Status: PassStatus.Revoked })
            return pass;
        pass.Status = PassStatus.Revoked;
        db.Record(actor, assemblyId, ChangeChannel.Passes, "pass.revoked", "A pass was revoked.", passId);
        await db.SaveChangesAsync(cancellation);
        return pass;
    }

    private async Task<List<Pass>> ForNamedPeopleAsync(Guid assemblyId, Guid? institutionId, CancellationToken cancellation)
    {
        var people = await db.People
            .Where(p => p.AssemblyId == assemblyId && (institutionId == null || p.InstitutionId == institutionId))
            .Where(p => !db.Passes.Any(pass => pass.PersonId == p.Id))
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.InstitutionId })
            .ToListAsync(cancellation);
        return [.. people.Select(p => New(assemblyId, p.InstitutionId, p.Id))];
    }

    private Pass New(Guid assemblyId, Guid institutionId, Guid? personId) => new()
    {
        AssemblyId = assemblyId,
        InstitutionId = institutionId,
        PersonId = personId,
        IssuedAt = clock.GetCurrentInstant(),
    };

    private void AddCode(Pass pass, HashSet<string> taken)
    {
        var code = PassMint.Code(pass, key, hash => taken.Contains(Convert.ToHexString(hash)));
        taken.Add(Convert.ToHexString(code.ShortCodeHash));
        db.PassCodes.Add(code);
    }

    // Of this assembly only: the hash is keyed by the assembly, so others cannot collide.
    private async Task<HashSet<string>> TakenAsync(Guid assemblyId, CancellationToken cancellation) =>
        [.. (await db.PassCodes.Where(c => c.AssemblyId == assemblyId).Select(c => c.ShortCodeHash).ToListAsync(cancellation)).Select(Convert.ToHexString)];

    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            // One pass a person: the unique index refused the second of two organisers.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
