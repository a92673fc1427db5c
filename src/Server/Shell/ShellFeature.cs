using System.IO.Compression;
using Assemblies.Live;
using Assemblies.Shell.Accounts;
using Assemblies.Shell.ApiDocument;
using Assemblies.Shell.Errors;
using Assemblies.Shell.PublicPages;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Assemblies.Shell;

/// <summary>What every page and endpoint stands in: sign-in, layout, errors, the API's root.</summary>
public static class ShellFeature
{
    // The largest thing anybody sends is a spreadsheet of 10,000 people.
    private const int LargestBody = 8 * 1024 * 1024;

    /// <summary>A file of 8 MB with the form around it: a little more than may be imported, so that the refusal can be a sentence.</summary>
    public const int LargestUpload = 12 * 1024 * 1024;

    // Three fields for each of a thousand delegations.
    private const int MostFields = 4_096;

    public static void AddShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddSignIn();
        services.AddDataProtection().SetApplicationName("assembly")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Data.DataFolder.Create(builder.Configuration).Path, "keys")));
        PublicAddress.Read(builder.Configuration[nameof(PublicAddress)]); // A wrong one stops the start, not the printing.
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<HtmlDocuments>();
        services.AddSingleton<PublicDocuments>();
        services.AddSingleton<CarriedFile>();
        services.AddSingleton<SetUp>();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddErrors();
        services.AddScoped<OrganiserAccounts>();
        services.AddScoped<OrganiserRegister>();
        services.AddScoped<InvitationRegister>();
        services.AddScoped<TokenRegister>();
        services.Configure<FormOptions>(options => (options.ValueLengthLimit, options.ValueCountLimit) = (LargestUpload, MostFields));
        services.AddAntiforgery(options => options.Cookie.Name = "antiforgery");
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.AddProxy();
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(options => WireFormat.Apply(options.SerializerOptions));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        // The fastest level leaves a third more for the hall's Wi-Fi to carry; the halls are slow, not the servers.
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>Maps pages, files and the API document; the group returned is the API's root.</summary>
    public static RouteGroupBuilder MapShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseKioskApp();
        app.UseErrors();
        // After the app's files, which are no routes: otherwise the route for what is nowhere would hide them.
        app.UseRouting();
        app.UseAuthentication();
        app.UseLive();
        app.UseAuthorization();
        app.UseCleanRequests();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        Stylesheet.Map(app);
        WellKnownFiles.Map(app);
        app.MapOpenApi().ForEveryone();
        app.MapHealthChecks("/health").ForEveryone();
        app.MapGet("/", () => TypedResults.LocalRedirect("/assemblies")).ForEveryone().ExcludeFromDescription();
        app.MapNothing();
        var api = app.MapGroup("/api");
        TokensApi.Map(api);
        OrganisersApi.Map(api);
        return api;
    }
}
