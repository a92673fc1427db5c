using Assemblies.Institutions.Import;

namespace Assemblies.Institutions;

/// <summary>Institutions, their delegations at an assembly, and the people in them.</summary>
public static class InstitutionsFeature
{
    public static void AddInstitutions(this IServiceCollection services)
    {
        services.AddScoped<InstitutionRegister>();
        services.AddScoped<DelegationRegister>();
        services.AddScoped<DelegationPeople>();
        services.AddScoped<DelegationImport>();
    }

    public static void MapInstitutions(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        InstitutionsApi.Map(api);
        DelegationsApi.Map(api);
        ImportApi.Map(api);
        ImportExample.Map(routes);
    }
}
