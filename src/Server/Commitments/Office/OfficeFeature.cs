namespace Assemblies.Commitments.Office;

/// <summary>The right of reply: a private page for each office, whose words are published verbatim beside ours.</summary>
internal static class OfficeFeature
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddSingleton<OfficePace>();
        services.AddSingleton<OfficePublisher>();
        services.AddHostedService<OfficeService>();
        services.AddScoped<OfficeRegister>();
        services.AddScoped<OfficeDesk>();
    }
}
