namespace Assemblies.Passes;

/// <summary>Issues passes.</summary>
/// <param name="InstitutionId">The institution; null issues to the named people of all.</param>
/// <param name="Count">How many passes without a name; null issues one to each named person who has none.</param>
public sealed record IssueCommand(Guid? InstitutionId = null, int? Count = null);

/// <summary>A pass as the organiser may see it: with what is printed on it, without the person's name.</summary>
/// <param name="Id">The pass.</param>
/// <param name="InstitutionId">The institution it counts for.</param>
/// <param name="Institution">That institution's name.</param>
/// <param name="PersonId">Whose it is; null for a pass that any member of the delegation may use.</param>
/// <param name="Status">Whether it is still good.</param>
/// <param name="Token">The 26 characters that a scanner reads.</param>
/// <param name="ShortCode">The eight characters for typing.</param>
/// <param name="Address">The holder's page, which is also what the QR holds.</param>
public sealed record IssuedPass(
    Guid Id,
    Guid InstitutionId,
    string Institution,
    Guid? PersonId,
    PassStatus Status,
    string Token,
    string ShortCode,
    string Address);
