namespace Assemblies.Passes;

/// <summary>Issues passes.</summary>
/// <param name="InstitutionId">The institution; null issues to the named people of all.</param>
/// <param name="Count">How many passes without a name; null issues one to each named person who has none.</param>
public sealed record IssueCommand(Guid? InstitutionId = null, int? Count = null);

/// <summary>Issues a delegation pass: one code for a whole group, such as a coach.</summary>
/// <param name="InstitutionId">The institution that the group counts for.</param>
/// <param name="Label">What people call the group: "Coach 3". Never a person's name: it is printed, and shown at the door.</param>
/// <param name="Adults">How many adults are expected with it.</param>
/// <param name="Under18s">How many under-18s are expected with it; at least one adult answers for them.</param>
public sealed record DelegationPassCommand(Guid? InstitutionId = null, string? Label = null, int? Adults = null, int? Under18s = null);

/// <summary>Changes what is expected with a delegation pass; its code stays.</summary>
/// <param name="Label">What people call the group.</param>
/// <param name="Adults">How many adults are expected with it.</param>
/// <param name="Under18s">How many under-18s are expected with it.</param>
public sealed record ExpectedCommand(string? Label = null, int? Adults = null, int? Under18s = null);

/// <summary>A pass as the organiser may see it: with what is printed on it, without the person's name.</summary>
/// <param name="Id">The pass.</param>
/// <param name="InstitutionId">The institution it counts for.</param>
/// <param name="Institution">That institution's name.</param>
/// <param name="PersonId">Whose it is; null for a pass that any member of the delegation may use.</param>
/// <param name="Status">Whether it is still good.</param>
/// <param name="Token">The 26 characters that a scanner reads.</param>
/// <param name="ShortCode">The eight characters for typing.</param>
/// <param name="Address">The holder's page, which is also what the QR holds.</param>
/// <param name="Label">A delegation pass: what people call the group.</param>
/// <param name="Adults">A delegation pass: how many adults are expected with it.</param>
/// <param name="Under18s">A delegation pass: how many under-18s are expected with it.</param>
public sealed record IssuedPass(
    Guid Id,
    Guid InstitutionId,
    string Institution,
    Guid? PersonId,
    PassStatus Status,
    string Token,
    string ShortCode,
    string Address,
    string? Label = null,
    int? Adults = null,
    int? Under18s = null)
{
    /// <summary>A delegation pass: how many are expected in all.</summary>
    internal int? Expected => Adults is null ? null : Adults + (Under18s ?? 0);
}
