using System.Security.Claims;
using System.Text.Json;
using Assemblies.Devices;
using Assemblies.Shell;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assemblies.Institutions.Import;

/// <summary>The import over HTTP: the file is the body, or the part <c>file</c> of a form.</summary>
internal static class ImportApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapAssemblyGroup("/import").MapPost("", ImportAsync)
        .WithMetadata(new RequestSizeLimitAttribute(ShellFeature.LargestUpload))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            UploadedFile.Describe(operation, ("matches", "Answers to questions, instead of the parameter of the same name."));
            return Task.CompletedTask;
        })
        .WithSummary("Imports institutions, numbers and people from CSV, all or nothing. 409 with questions until matches (JSON: name to id, to a name before it in the file, or to \"new\") answers them.");

    private static async Task<Results<Ok<ImportReply>, ProblemHttpResult>> ImportAsync(
        Guid assemblyId, HttpRequest request, DelegationImport import, ClaimsPrincipal caller, CancellationToken cancellation,
        [FromQuery] bool dryRun = false, [FromQuery] string? matches = null)
    {
        var (bytes, form) = await UploadedFile.ReadAsync(request, cancellation);
        if (bytes is null)
            return Problems.Refuse(UploadedFile.Missing);
        if (Answers(form?["matches"].FirstOrDefault() ?? matches) is not { } answers)
            return Problems.Refuse(new Problem("matches", "Give a JSON object from names to an institution's id, another name of the file or \"new\"."));
        return await import.RunAsync(caller.Actor(), assemblyId, bytes, answers, dryRun, CancellationToken.None) switch
        {
            { Reply: { } reply } => TypedResults.Ok(reply),
            { Questions: { Count: > 0 } questions } => InstitutionsApi.Ask([.. questions]),
            var refused => UploadedFile.Refuse(refused.Problems),
        };
    }

    private static Dictionary<string, string>? Answers(string? json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
