namespace Assemblies.Agenda;

public static class AgendaFeature
{
    public static void AddAgenda(this IServiceCollection services)
    {
    }

    public static void MapAgenda(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
    }
}
