using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Institutions.Import;

/// <summary>Imports institutions, their numbers and their people from a spreadsheet: all of it or nothing.</summary>
public sealed class DelegationImport(AssemblyDb db, IClock clock)
{
    /// <summary>In <c>matches</c>: this name is an institution of its own.</summary>
    public const string New = "new";

    /// <summary>Imports a file, or only checks it.</summary>
    /// <param name="matches">For names that are like others: the id of the institution meant, a name before it in the file, or <see cref="New"/>.</param>
    public async Task<ImportResult> RunAsync(
        Actor actor, Guid assemblyId, byte[] bytes, IReadOnlyDictionary<string, string> matches, bool dryRun, CancellationToken cancellation)
    {
        var (file, problems) = ImportFile.Read(bytes);
        if (file is null)
            return new ImportResult(null, problems, []);
        var known = await db.Institutions.ToListAsync(cancellation);
        var (resolved, questions, wrong) = new ImportMatching(known).Resolve(file, matches);
        if (wrong.Count > 0 || questions.Count > 0)
            return new ImportResult(null, wrong, wrong.Count > 0 ? [] : questions);

        var (added, people, already) = (0, 0, 0);
        var numbered = new HashSet<Guid>();
        var present = await db.Delegations.Where(d => d.AssemblyId == assemblyId).ToDictionaryAsync(d => d.InstitutionId, cancellation);
        var named = (await db.People.AsNoTracking().Where(p => p.AssemblyId == assemblyId).Select(p => new { p.InstitutionId, p.Name }).ToListAsync(cancellation))
            .Select(p => (p.InstitutionId, PersonName.Key(p.Name))).ToHashSet();
        var now = clock.GetCurrentInstant();
        var entered = new Dictionary<string, Institution>();
        foreach (var (said, existing, key) in resolved)
        {
            var institution = existing ?? entered.GetValueOrDefault(key);
            if (institution is null)
            {
                entered[key] = institution = Enter(said);
                added++;
            }
            Complete(institution, said);
            if (SetNumbers(assemblyId, institution.Id, said, present))
                numbered.Add(institution.Id);
            foreach (var (nameKey, person) in said.People)
            {
                if (!named.Add((institution.Id, nameKey)))
                {
                    already++;
                    continue;
                }
                people++;
                db.People.Add(new Person { AssemblyId = assemblyId, InstitutionId = institution.Id, Name = person.Name, RegisteredAt = now });
            }
        }
        if (!dryRun && db.ChangeTracker.HasChanges())
        {
            db.Record(actor, assemblyId, ChangeChannel.Institutions, "delegations.imported",
                $"A list was imported: {added} new institutions, {numbered.Count} delegations, {people} people.");
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Somebody entered one of the institutions meanwhile: the next try finds it. Another cause fails again, and louder.
                db.ChangeTracker.Clear();
                if (!await db.Institutions.AnyAsync(i => file.Institutions.Keys.Contains(i.NameKey) && !known.Select(k => k.Id).Contains(i.Id), cancellation))
                    throw;
                return new ImportResult(null, [new(0, "", "Somebody changed the institutions at the same moment: try again.")], []);
            }
        }
        db.ChangeTracker.Clear();
        return new ImportResult(new ImportReply(dryRun, file.Rows, added, numbered.Count, people, already, file.Encoding, file.IgnoredColumns), [], []);
    }

    private Institution Enter(ImportedInstitution said)
    {
        var institution = new Institution
        {
            Name = said.Name,
            NameKey = InstitutionName.Key(said.Name),
            Membership = said.Word(ImportColumn.Membership) is { } word ? ImportReader.MembershipOf(word)!.Value : Membership.Member,
        };
        db.Institutions.Add(institution);
        return institution;
    }

    // What organisers entered by hand is not overwritten by a list; only gaps are filled.
    private static void Complete(Institution institution, ImportedInstitution said)
    {
        institution.Chapter ??= said.Word(ImportColumn.Chapter);
        institution.Kind ??= said.Word(ImportColumn.Kind);
        institution.Pronunciation ??= said.Word(ImportColumn.Pronunciation);
        institution.Size ??= said.Number(ImportColumn.Size) is > 0 and var size ? size : null;
    }

    private bool SetNumbers(Guid assemblyId, Guid institutionId, ImportedInstitution said, Dictionary<Guid, Delegation> present)
    {
        if (!present.TryGetValue(institutionId, out var delegation))
        {
            present[institutionId] = delegation = new Delegation { AssemblyId = assemblyId, InstitutionId = institutionId };
            db.Delegations.Add(delegation);
        }
        delegation.Pledge = said.Number(ImportColumn.Pledge) ?? delegation.Pledge;
        delegation.Goal = said.Number(ImportColumn.Goal) ?? delegation.Goal;
        delegation.Captain = said.Word(ImportColumn.Captain) ?? delegation.Captain;
        return db.Entry(delegation).State is EntityState.Added or EntityState.Modified;
    }
}
