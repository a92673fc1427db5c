using Assemblies.Wire;

namespace Assemblies.Displays.Look;

/// <summary>How the alliance looks on its screens.</summary>
/// <param name="ExpectedVersion">The version the sender saw; 0 before there is one.</param>
/// <param name="Name">Its name, 1 to 80 characters.</param>
/// <param name="Colour">As <c>#rrggbb</c>; null for the colours of the theme.</param>
/// <param name="Accent">As <c>#rrggbb</c>; null for the colours of the theme.</param>
public sealed record AllianceCommand(int ExpectedVersion, string Name, string? Colour = null, string? Accent = null);

/// <param name="Version">To send back as the expected version.</param>
/// <param name="Name">Its name; empty before an organiser says it.</param>
/// <param name="Logo">Path of its logo on this server.</param>
/// <param name="Colour">As <c>#rrggbb</c>.</param>
/// <param name="Accent">As <c>#rrggbb</c>.</param>
/// <param name="Notes">Where a colour is hard to see, and what the screens do about it.</param>
public sealed record AllianceDetails(int Version, string Name, string? Logo, string? Colour, string? Accent, IReadOnlyList<Problem> Notes);
