namespace Assemblies.Institutions;

/// <summary>Enters an institution or changes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Chapter">The local section of the alliance, where it has sections.</param>
/// <param name="Kind">In the alliance's own words: church, mosque, school, union …</param>
/// <param name="Membership">Whether it belongs to the alliance.</param>
/// <param name="IsAnother">Set after the question whether it is one of the similar ones was answered with no.</param>
/// <param name="Pronunciation">How the name is said, for the roll call.</param>
/// <param name="Size">How many people belong to it.</param>
public sealed record InstitutionCommand(
    string? Name = null, string? Chapter = null, string? Kind = null, Membership Membership = Membership.Member, bool IsAnother = false,
    string? Pronunciation = null, int? Size = null);

/// <summary>An institution of the alliance.</summary>
/// <param name="Id">The institution.</param>
/// <param name="Name">Its name.</param>
/// <param name="Chapter">The local section, or null.</param>
/// <param name="Kind">Church, mosque, school, union …, or null.</param>
/// <param name="Membership">Whether it belongs to the alliance.</param>
/// <param name="Pronunciation">How the name is said, or null.</param>
/// <param name="Size">How many people belong to it, or null where nobody said.</param>
public sealed record InstitutionDetails(Guid Id, string Name, string? Chapter, string? Kind, Membership Membership, string? Pronunciation, int? Size);

/// <summary>An institution that may be meant.</summary>
/// <param name="Id">The institution; null when it is not entered yet but stands in the same file: then its name is the answer.</param>
/// <param name="Name">Its name.</param>
public sealed record NameCandidate(Guid? Id, string Name)
{
    /// <summary>What says that this one is meant.</summary>
    internal string Answer => Id?.ToString() ?? Name;
}

/// <summary>A name that is like others: whether it is one of them must be answered by a person.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Candidates">The institutions that may be meant.</param>
public sealed record NameQuestion(string Name, IReadOnlyList<NameCandidate> Candidates);
