namespace Assemblies.Turnout.Captain;

/// <summary>The turn-out captain's own page, behind a private link.</summary>
internal static class CaptainFeature
{
    public static void AddCaptain(this IServiceCollection services)
    {
        services.AddScoped<CaptainRegister>();
        services.AddScoped<CaptainDesk>();
        services.AddScoped<CaptainPeople>();
    }
}
