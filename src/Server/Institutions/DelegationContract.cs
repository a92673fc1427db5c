using NodaTime;

namespace Assemblies.Institutions;

/// <summary>What an institution promises for one assembly.</summary>
/// <param name="Pledge">How many people it promised.</param>
/// <param name="Goal">How many are needed from it; null where nobody said.</param>
/// <param name="Captain">The turn-out captain's name; staff only.</param>
public sealed record DelegationCommand(int Pledge = 0, int? Goal = null, string? Captain = null);

/// <summary>How many of a delegation have said lately that they come.</summary>
/// <param name="Confirmed">How many; null takes the number back.</param>
public sealed record ConfirmCommand(int? Confirmed = null);

/// <summary>Adds a delegation by the name of its institution, which is entered where it is new.</summary>
/// <param name="Name">The institution's name.</param>
/// <param name="Pledge">How many people it promised.</param>
/// <param name="Goal">How many are needed from it.</param>
/// <param name="Captain">The turn-out captain's name.</param>
/// <param name="InstitutionId">The answer to a question: it is this one.</param>
/// <param name="IsAnother">The answer to a question: it is none of the similar ones.</param>
public sealed record AddDelegationCommand(
    string? Name = null, int Pledge = 0, int? Goal = null, string? Captain = null, Guid? InstitutionId = null, bool IsAnother = false);

/// <summary>A delegation as organisers see it.</summary>
/// <param name="InstitutionId">Its institution.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Chapter">The institution's chapter.</param>
/// <param name="Membership">Whether the institution belongs to the alliance.</param>
/// <param name="Pledge">How many people it promised.</param>
/// <param name="Goal">How many are needed from it.</param>
/// <param name="Captain">The turn-out captain; staff only.</param>
/// <param name="Registered">How many people are named.</param>
/// <param name="Confirmed">How many have said lately that they come; null where nobody said.</param>
public sealed record DelegationRow(
    Guid InstitutionId, string Institution, string? Chapter, Membership Membership, int Pledge, int? Goal, string? Captain, int Registered, int? Confirmed);

/// <summary>The delegations of an assembly with their sums.</summary>
/// <param name="Rows">By institution.</param>
/// <param name="Pledge">The sum of the pledges.</param>
/// <param name="Goal">The sum of the goals.</param>
/// <param name="Registered">How many people are named in all.</param>
public sealed record DelegationTable(IReadOnlyList<DelegationRow> Rows, int Pledge, int Goal, int Registered);

/// <summary>Adds people to a delegation.</summary>
/// <param name="Names">Their names.</param>
public sealed record AddPeopleCommand(IReadOnlyList<string> Names);

/// <summary>A person expected with a delegation. Staff only.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="RegisteredAt">When the name was entered.</param>
public sealed record PersonRow(Guid Id, string Name, Instant RegisteredAt);
