using Assemblies.Agenda.Evening;

namespace Assemblies.Agenda;

/// <summary>Assemblies: when and where they are, and whether they are open.</summary>
public static class AgendaFeature
{
    public static void AddAgenda(this IServiceCollection services)
    {
        services.AddScoped<AssemblyCalendar>();
        services.AddEvening();
    }

    public static void MapAgenda(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        AgendaApi.Map(api);
        routes.MapEvening();
    }
}
