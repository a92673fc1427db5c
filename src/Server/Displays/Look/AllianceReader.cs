using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays.Look;

/// <summary>Reads what the screens show of the alliance: all but the picture's bytes.</summary>
internal static class AllianceReader
{
    public const string LogoPath = "/alliance/logo";

    public static async Task<ScreenAlliance?> ReadAsync(AssemblyDb db, CancellationToken cancellation) =>
        await db.Alliances.Select(a => new { a.Name, a.LogoHash, a.Colour, a.Accent }).SingleOrDefaultAsync(cancellation) is { } alliance
            ? new(alliance.Name, alliance.LogoHash is null ? null : $"{LogoPath}/{alliance.LogoHash}", alliance.Colour, alliance.Accent)
            : null;
}
