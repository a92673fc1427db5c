using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Agenda.RunningOrder.Spreadsheet;

namespace Assemblies.Agenda;

/// <summary>Assemblies: when and where they are, whether they are open, and what happens in them.</summary>
public static class AgendaFeature
{
    public static void AddAgenda(this IServiceCollection services)
    {
        services.AddScoped<AssemblyCalendar>();
        services.AddEvening();
        services.AddScoped<RunningOrderReader>();
        services.AddScoped<AgendaItemWriter>();
        services.AddScoped<LivedOrderEditor>();
        services.AddScoped<RunningOrderEditor>();
        services.AddScoped<RunningOrderFiller>();
        services.AddScoped<RunningOrderImport>();
    }

    public static void MapAgenda(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        AgendaApi.Map(api);
        routes.MapEvening();
        RunningOrderApi.Map(routes, api);
    }
}
