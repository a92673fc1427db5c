using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Captain;

/// <summary>What a captain may change. Everything is about the link's own delegation, whatever the form says.</summary>
public sealed class CaptainDesk(
    AssemblyDb db, DelegationRegister register, DelegationPeople people, PassOffice office, IClock clock)
{
    // A link that got into wrong hands must not fill the database.
    private const int MostPeople = 5_000;
    private static readonly Problem Over = new("", "The assembly is over: the numbers stay as they are.");

    public async Task<IReadOnlyList<Problem>> ConfirmAsync(CaptainLink link, int? confirmed, CancellationToken cancellation)
    {
        if (await BeginAsync(link, cancellation) is { } over)
            return [over];
        return await register.ConfirmAsync(Actor.Captain(link.Id), link.AssemblyId, link.InstitutionId, confirmed, cancellation) is (_, { } problem) ? [problem] : [];
    }

    public async Task<IReadOnlyList<Problem>> AddAsync(CaptainLink link, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (await BeginAsync(link, cancellation) is { } over)
            return [over];
        var present = await db.People.CountAsync(p => p.AssemblyId == link.AssemblyId && p.InstitutionId == link.InstitutionId, cancellation);
        return present + names.Count > MostPeople
            ? [new("names", $"At most {MostPeople:N0} people can be named with one delegation. Ask the organisers if you bring more.")]
            : await people.AddAsync(Actor.Captain(link.Id), link.AssemblyId, link.InstitutionId, names, cancellation);
    }

    /// <summary>Removes a person of this delegation; one of another is not there.</summary>
    public async Task<IReadOnlyList<Problem>> RemoveAsync(CaptainLink link, Guid personId, CancellationToken cancellation)
    {
        if (await BeginAsync(link, cancellation) is { } over)
            return [over];
        return await db.People.AnyAsync(p => p.Id == personId && p.AssemblyId == link.AssemblyId && p.InstitutionId == link.InstitutionId, cancellation)
            && await people.RemoveAsync(Actor.Captain(link.Id), link.AssemblyId, personId, cancellation)
                ? []
                : [new("", "That name is not on your list any more.")];
    }

    /// <summary>Issues passes to those named who have none.</summary>
    public async Task<(int Issued, IReadOnlyList<Problem> Problems)> IssueAsync(CaptainLink link, CancellationToken cancellation)
    {
        if (await BeginAsync(link, cancellation) is { } over)
            return (0, [over]);
        var (passes, problem) = await office.IssueAsync(Actor.Captain(link.Id), link.AssemblyId, new IssueCommand(link.InstitutionId), cancellation);
        return (passes?.Count ?? 0, problem is null ? [] : [problem]);
    }

    /// <summary>Changes what is expected with the delegation's own passes.</summary>
    public async Task<IReadOnlyList<Problem>> ExpectAsync(
        CaptainLink link, IReadOnlyDictionary<Guid, ExpectedCommand> commands, CancellationToken cancellation)
    {
        if (await BeginAsync(link, cancellation) is { } over)
            return [over];
        return await office.ExpectAsync(Actor.Captain(link.Id), link.AssemblyId, link.InstitutionId, commands, cancellation)
            ?? [new("", "One of these passes is not yours any more. Look again.")];
    }

    // Saved with whatever is changed now, or not at all.
    private async Task<Problem?> BeginAsync(CaptainLink link, CancellationToken cancellation)
    {
        if (await db.Assemblies.AnyAsync(a => a.Id == link.AssemblyId && a.State == AssemblyState.Closed, cancellation))
            return Over;
        link.LastUsedAt = clock.GetCurrentInstant();
        return null;
    }
}
