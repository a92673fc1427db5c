namespace Assemblies.Wire.Spreadsheets;

/// <summary>A row that cannot be imported.</summary>
/// <param name="Line">The line in the file, as an editor counts; 0 for the file as a whole.</param>
/// <param name="Column">The header of the column; empty for the row as a whole.</param>
/// <param name="Reason">What is wrong and what to do about it.</param>
public sealed record ImportProblem(int Line, string Column, string Reason);
