namespace Assemblies.Shell;

/// <summary>What browsers and search engines ask every site for.</summary>
internal static class WellKnownFiles
{
    // Passes are for their holders, captains' pages for their captains, and the app shows nothing without a pairing.
    private const string Robots = "User-agent: *\nDisallow: /p/\nDisallow: /captain/\nDisallow: /app/\n";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Pages name the icon that they want; this one is for whoever asks without looking. Browsers go by the type, not by the name.
        routes.MapGet("/favicon.ico", () => TypedResults.PhysicalFile(Path.Combine(KioskApp.Folder, "icon-192.png"), "image/png"))
            .ForEveryone().ExcludeFromDescription();
        routes.MapGet("/robots.txt", () => TypedResults.Text(Robots)).ForEveryone().ExcludeFromDescription();
    }
}
