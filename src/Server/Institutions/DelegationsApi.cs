using System.Security.Claims;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Institutions;

/// <summary>The delegations of one assembly over HTTP.</summary>
internal static class DelegationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var delegations = api.MapAssemblyGroup("/institutions");
        delegations.MapGet("", async (Guid assemblyId, DelegationRegister register, CancellationToken cancellation) =>
                TypedResults.Ok(await register.ReadAsync(assemblyId, cancellation)))
            .WithSummary("Lists the delegations with their sums.");
        delegations.MapPost("", AddAsync)
            .WithSummary("Adds a delegation by the institution's name. 409 with the similar ones until institutionId or isAnother answers.");
        delegations.MapPut("/{institutionId:guid}", SetAsync).WithSummary("Sets pledge, goal and captain of an institution.");
        delegations.MapPut("/{institutionId:guid}/confirmed", ConfirmAsync).WithSummary("Sets how many of a delegation have said that they come.");
        delegations.MapDelete("/{institutionId:guid}", RemoveAsync).WithSummary("Takes a delegation without people and passes off the list.");

        var people = api.MapAssemblyGroup("/institutions/{institutionId:guid}/people");
        people.MapGet("", async (Guid assemblyId, Guid institutionId, DelegationPeople list, CancellationToken cancellation) =>
                TypedResults.Ok(await list.ListAsync(assemblyId, institutionId, cancellation)))
            .WithSummary("Lists the people named with a delegation.");
        people.MapPost("", AddPeopleAsync).WithSummary("Adds people to a delegation.");
        people.MapDelete("/{personId:guid}", RemovePersonAsync).WithSummary("Erases a person's name; the pass is withdrawn.");
    }

    private static async Task<Results<Ok<DelegationRow>, ProblemHttpResult>> AddAsync(
        Guid assemblyId, AddDelegationCommand command, DelegationRegister register, ClaimsPrincipal caller) =>
        await register.AddAsync(caller.Actor(), assemblyId, command, CancellationToken.None) switch
        {
            ({ } id, _, _) => TypedResults.Ok(await RowAsync(assemblyId, id, register)),
            (_, _, { } question) => InstitutionsApi.Ask(question),
            (_, var problems, _) => Problems.Refuse([.. problems]),
        };

    private static async Task<Results<Ok<DelegationRow>, NotFound, ProblemHttpResult>> SetAsync(
        Guid assemblyId, Guid institutionId, DelegationCommand command, DelegationRegister register, InstitutionRegister institutions, ClaimsPrincipal caller)
    {
        if (await institutions.FindAsync(institutionId, CancellationToken.None) is null)
            return TypedResults.NotFound();
        var commands = new Dictionary<Guid, DelegationCommand> { [institutionId] = command };
        var problems = await register.SetAsync(caller.Actor(), assemblyId, commands, CancellationToken.None);
        return problems.Count > 0
            ? Problems.Refuse([.. problems.Select(p => p with { Field = p.Field.Split('.')[0] })])
            : TypedResults.Ok(await RowAsync(assemblyId, institutionId, register));
    }

    private static async Task<Results<Ok<DelegationRow>, NotFound, ProblemHttpResult>> ConfirmAsync(
        Guid assemblyId, Guid institutionId, ConfirmCommand command, DelegationRegister register, ClaimsPrincipal caller) =>
        await register.ConfirmAsync(caller.Actor(), assemblyId, institutionId, command.Confirmed, CancellationToken.None) switch
        {
            (false, _) => TypedResults.NotFound(),
            (_, { } problem) => Problems.Refuse(problem),
            _ => TypedResults.Ok(await RowAsync(assemblyId, institutionId, register)),
        };

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        Guid assemblyId, Guid institutionId, DelegationRegister register, ClaimsPrincipal caller) =>
        await register.RemoveAsync(caller.Actor(), assemblyId, institutionId, CancellationToken.None) switch
        {
            (false, _) => TypedResults.NotFound(),
            (_, { } problem) => Problems.Conflict(problem),
            _ => TypedResults.NoContent(),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> AddPeopleAsync(
        Guid assemblyId, Guid institutionId, AddPeopleCommand command, DelegationPeople list, ClaimsPrincipal caller) =>
        await list.AddAsync(caller.Actor(), assemblyId, institutionId, command.Names, CancellationToken.None) is { Count: > 0 } problems
            ? Problems.Refuse([.. problems])
            : TypedResults.NoContent();

    private static async Task<Results<NoContent, NotFound>> RemovePersonAsync(
        Guid assemblyId, Guid personId, DelegationPeople list, ClaimsPrincipal caller) =>
        await list.RemoveAsync(caller.Actor(), assemblyId, personId, CancellationToken.None) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<DelegationRow> RowAsync(Guid assemblyId, Guid institutionId, DelegationRegister register) =>
        (await register.ReadAsync(assemblyId, CancellationToken.None)).Rows.Single(r => r.InstitutionId == institutionId);
}
