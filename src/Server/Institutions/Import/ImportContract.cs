namespace Assemblies.Institutions.Import;

/// <summary>A row that cannot be imported.</summary>
/// <param name="Line">The line in the file, as an editor counts; 0 for the file as a whole.</param>
/// <param name="Column">The header of the column; empty for the row as a whole.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
public sealed record ImportProblem(int Line, string Column, string Reason);

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Whether it was only checked.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="NewInstitutions">Institutions entered.</param>
/// <param name="Delegations">Delegations added or given new numbers.</param>
/// <param name="People">People named.</param>
/// <param name="AlreadyNamed">People who were named already and were left alone.</param>
/// <param name="Encoding">How the file was read.</param>
/// <param name="IgnoredColumns">Headers that mean nothing here.</param>
public sealed record ImportReply(
    bool DryRun, int Rows, int NewInstitutions, int Delegations, int People, int AlreadyNamed, string Encoding, IReadOnlyList<string> IgnoredColumns);

/// <summary>An import's outcome: exactly one of what it did, what is wrong, and what must be answered.</summary>
public sealed record ImportResult(ImportReply? Reply, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<NameQuestion> Questions);
