using Microsoft.Extensions.FileProviders;

namespace Assemblies.Shell;

/// <summary>Serves the app of doors, tablets and screens at <c>/app</c>, and the style sheets of all pages.</summary>
internal static class KioskApp
{
    /// <summary>Where the build puts what <c>kiosk/</c> makes.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "kiosk");

    /// <summary>A file that the build of the app made; null where it is missing.</summary>
    public static byte[]? Find(string file) => Path.Combine(Folder, file) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    /// <summary>Before sign-in: a device that is not paired yet needs the app to be paired.</summary>
    public static void UseKioskApp(this WebApplication app)
    {
        if (!Directory.Exists(Folder))
            throw new InvalidOperationException($"The app for doors and screens is missing at {Folder}: build the solution with Node.js 20 or newer installed.");
        var files = new PhysicalFileProvider(Folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/app", OnPrepareResponse = context => Cache(context.Context) });
        // Any other address below /app is a page of the app, which finds its own way.
        app.MapFallbackToFile("/app/{*page:nonfile}", "index.html", new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = context => Cache(context.Context),
        }).ForEveryone();
    }

    // Hashed names never change their content; everything else is asked for again, and answered "not modified".
    private static void Cache(HttpContext context) => context.Response.Headers.CacheControl =
        context.Request.Path.StartsWithSegments("/app/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
