namespace Assemblies.Wire;

/// <summary>One thing wrong with what was sent.</summary>
/// <param name="Field">The member it is about, as on the wire; empty for the whole.</param>
/// <param name="Fix">What is wrong and what to do about it, in a sentence for the person who typed it.</param>
public sealed record Problem(string Field, string Fix);
