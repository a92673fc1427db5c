namespace Assemblies.Institutions;

public static class InstitutionsFeature
{
    public static void AddInstitutions(this IServiceCollection services)
    {
    }

    public static void MapInstitutions(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
    }
}
