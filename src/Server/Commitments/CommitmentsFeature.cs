using Assemblies.Commitments.Evidence;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Commitments.Reminders;
using Assemblies.Commitments.Spreadsheet;
using Assemblies.Record.Redactions;

namespace Assemblies.Commitments;

/// <summary>Follow-up: from a yes on the night to kept or not kept, for years.</summary>
public static class CommitmentsFeature
{
    public static void AddCommitments(this IServiceCollection services)
    {
        services.AddScoped<CommitmentReader>();
        services.AddScoped<CommitmentBook>();
        services.AddScoped<CommitmentDesk>();
        services.AddScoped<EvidenceFiles>();
        services.AddReminders();
        services.AddOffice();
        services.AddScoped<CommitmentImport>();
        services.AddScoped<AcrossPages>();
        services.AddSingleton<IWordsBeside, CommitmentWordsBeside>();
    }

    public static void MapCommitments(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        CommitmentsApi.Map(api);
        EvidenceApi.Map(routes, api);
        routes.MapReminders(api);
        OfficeApi.Map(api);
        AcrossPagesApi.Map(routes);
        CommitmentSpreadsheetApi.Map(routes, api);
    }
}
