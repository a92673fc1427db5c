using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Institutions;

/// <summary>The institutions of the alliance: one entry each, whatever way the name is written.</summary>
public sealed class InstitutionRegister(AssemblyDb db)
{
    private const int LongestWord = 60;
    private const int LargestSize = 1_000_000;

    /// <summary>All institutions by name, or those whose name holds the words sought and that belong to the chapter.</summary>
    public async Task<IReadOnlyList<InstitutionDetails>> ListAsync(string? search, string? chapter, CancellationToken cancellation)
    {
        var sought = InstitutionName.Key(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = await db.Institutions.AsNoTracking().Where(i => string.IsNullOrEmpty(chapter) || i.Chapter == chapter).ToListAsync(cancellation);
        return [.. found.Where(i => sought.All(i.NameKey.Contains)).OrderBy(i => i.NameKey, StringComparer.Ordinal).Select(Details)];
    }

    public async Task<InstitutionDetails?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Institutions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is { } found ? Details(found) : null;

    /// <summary>The chapters in use.</summary>
    public Task<List<string>> ChaptersAsync(CancellationToken cancellation) =>
        db.Institutions.Where(i => i.Chapter != null).Select(i => i.Chapter!).Distinct().OrderBy(c => c).ToListAsync(cancellation);

    /// <summary>Enters an institution; a question instead when its name is like others and nobody said that it is another.</summary>
    public async Task<(InstitutionDetails? Institution, IReadOnlyList<Problem> Problems, NameQuestion? Question)> EnterAsync(
        Actor actor, InstitutionCommand command, CancellationToken cancellation)
    {
        if (await CheckAsync(null, command, cancellation) is { Count: > 0 } problems)
            return (null, problems, null);
        if (!command.IsAnother && await QuestionAsync(command.Name!, cancellation) is { } question)
            return (null, [], question);
        var institution = new Institution { Name = "", NameKey = "" };
        Fill(institution, command);
        db.Institutions.Add(institution);
        db.Record(actor, null, ChangeChannel.Institutions, "institution.entered", $"An institution was entered: {institution.Name}.");
        return await SaveAsync(institution, cancellation);
    }

    /// <summary>Changes an institution. Nothing at all when there is none of that id.</summary>
    public async Task<(InstitutionDetails? Institution, IReadOnlyList<Problem> Problems, NameQuestion? Question)> ChangeAsync(
        Actor actor, Guid id, InstitutionCommand command, CancellationToken cancellation)
    {
        if (await db.Institutions.FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } institution)
            return (null, [], null);
        if (await CheckAsync(id, command, cancellation) is { Count: > 0 } problems)
            return (null, problems, null);
        Fill(institution, command);
        db.Record(actor, null, ChangeChannel.Institutions, "institution.changed", $"An institution was changed: {institution.Name}.");
        return await SaveAsync(institution, cancellation);
    }

    /// <summary>The institutions whose names are so alike that a person must say whether this is one of them; null when none is.</summary>
    public async Task<NameQuestion?> QuestionAsync(string name, CancellationToken cancellation)
    {
        var key = InstitutionName.Key(name);
        var all = await db.Institutions.AsNoTracking().Select(i => new { i.Id, i.Name, i.NameKey }).ToListAsync(cancellation);
        var near = all.Where(i => InstitutionName.IsNear(key, i.NameKey)).Select(i => new NameCandidate(i.Id, i.Name)).ToList();
        return near.Count == 0 ? null : new NameQuestion(name.Trim(), near);
    }

    private static InstitutionDetails Details(Institution i) => new(i.Id, i.Name, i.Chapter, i.Kind, i.Membership, i.Pronunciation, i.Size);

    private static void Fill(Institution institution, InstitutionCommand command)
    {
        institution.Name = command.Name!.Trim();
        institution.NameKey = InstitutionName.Key(institution.Name);
        institution.Chapter = TypedText.Tidy(command.Chapter);
        institution.Kind = TypedText.Tidy(command.Kind);
        institution.Membership = command.Membership;
        institution.Pronunciation = TypedText.Tidy(command.Pronunciation);
        institution.Size = command.Size;
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(Guid? id, InstitutionCommand command, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        var key = InstitutionName.Key(command.Name ?? "");
        if (key.Length == 0 || command.Name!.Trim().Length > InstitutionName.Longest)
            problems.Add(new("name", $"Give the institution's name, in 1 to {InstitutionName.Longest} characters."));
        else if (await db.Institutions.Where(i => i.NameKey == key && i.Id != id).Select(i => i.Name).FirstOrDefaultAsync(cancellation) is { } same)
            problems.Add(new("name", $"It is entered already, as \"{same}\"."));
        if (TypedText.Tidy(command.Chapter)?.Length > LongestWord)
            problems.Add(new("chapter", $"Use at most {LongestWord} characters."));
        if (TypedText.Tidy(command.Kind)?.Length > LongestWord)
            problems.Add(new("kind", $"Use at most {LongestWord} characters."));
        if (TypedText.Tidy(command.Pronunciation)?.Length > InstitutionName.Longest)
            problems.Add(new("pronunciation", $"Use at most {InstitutionName.Longest} characters."));
        if (command.Size is < 1 or > LargestSize)
            problems.Add(new("size", $"Give how many people belong to it, a whole number from 1 to {LargestSize:N0}, or leave it empty."));
        return problems;
    }

    private async Task<(InstitutionDetails? Institution, IReadOnlyList<Problem> Problems, NameQuestion? Question)> SaveAsync(
        Institution institution, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody entered the same name at the same moment; anything else is a fault.
            db.ChangeTracker.Clear();
            if (!await db.Institutions.AnyAsync(i => i.NameKey == institution.NameKey && i.Id != institution.Id, cancellation))
                throw;
            return (null, [new("name", "It was entered a moment ago by somebody else.")], null);
        }
        return (Details(institution), [], null);
    }
}
