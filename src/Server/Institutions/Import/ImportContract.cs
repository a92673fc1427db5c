using Assemblies.Wire.Spreadsheets;

namespace Assemblies.Institutions.Import;

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
