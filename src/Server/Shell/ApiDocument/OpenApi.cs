using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace Assemblies.Shell.ApiDocument;

/// <summary>The API described for programs at <c>/openapi/v1.json</c>, from the endpoints, their records and the comments on both.</summary>
internal static class OpenApi
{
    private const string OrganiserScheme = "organiserToken";
    private const string DeviceScheme = "deviceToken";

    private const string Description =
        """
        Prepares and runs accountability assemblies. Organisers' programs use an API token, phones, tablets and screens the token of their pairing.
        A member without a value is left out; instants are UTC with milliseconds; what is refused is answered with ProblemDetails whose member
        `problems` names each field and its fix. docs/api.md walks through a whole evening.
        """;

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Tags = new HashSet<OpenApiTagReference> { new(Feature(metadata), context.Document) };
            operation.Security = [.. Callers(metadata, context.Document)];
            Refusals.Describe(operation, context.Document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(WireSchemas.Transform);
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "Assembly", Version = "1", Description = Description };
        // Addresses differ from place to place, and the document is read at the server it describes.
        document.Servers = [];
        var components = document.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OrganiserScheme] = Bearer("An organiser's API token: `org_` and 43 characters, made on the page /tokens or with the command `token`."),
            [DeviceScheme] = Bearer("A device's token: `dev_` and 43 characters, from POST /api/devices/pair. Roles are those of its pairing."),
        };
        Refusals.Define(components);
        WireSchemas.ForgetNull(components);
        document.Tags = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!)
            .Select(tag => tag.Name!).Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
    }

    private static OpenApiSecurityScheme Bearer(string description) =>
        new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = description };

    // Alternatives, each with the role it needs. None at all: everybody may call.
    private static IEnumerable<OpenApiSecurityRequirement> Callers(IList<object> metadata, OpenApiDocument? document)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
            return [];
        var declared = metadata.OfType<IAuthorizeData>().Select(d => d.Roles!.Split(',')).ToList();
        return declared.Aggregate((outer, inner) => [.. outer.Intersect(inner)]).Select(role => new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(role == Access.Organiser ? OrganiserScheme : DeviceScheme, document)] =
                role == Access.Organiser ? [] : [role],
        });
    }

    // Folders are features, and so are namespaces; what the shell itself offers is about accounts.
    private static string Feature(IList<object> metadata)
    {
        var words = metadata.OfType<System.Reflection.MethodInfo>().First().DeclaringType!.Namespace!.Split('.');
        return words[1] == nameof(Shell) ? words[^1] : words[1];
    }
}
