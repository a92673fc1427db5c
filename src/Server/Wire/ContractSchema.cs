using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Assemblies.Agenda.Evening;
using Assemblies.Floor;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Audience;
using Assemblies.Displays.Direction;
using Assemblies.Live;
using Assemblies.Record;
using Assemblies.Turnout;
using Assemblies.Turnout.Desk;
using Assemblies.Turnout.Roster;
using Assemblies.Turnout.Supervision;

namespace Assemblies.Wire;

/// <summary>The wire contract as JSON Schema (draft 2020-12), from the records themselves: what kiosk/ generates its types from.</summary>
public static class ContractSchema
{
    private static readonly Type[] Hubs = [typeof(LiveHub), typeof(DoorHub), typeof(FloorHub)];

    // What travels inside a frame or over HTTP and so stands in no hub method.
    private static readonly Type[] Others =
    [
        typeof(DoorPresent), typeof(ScanBatch), typeof(ScanBatchReply), typeof(DrainReply), typeof(RosterSnapshot), typeof(RosterChanges),
        typeof(SupervisorPresent), typeof(DeskPresent), typeof(NameQuery), typeof(NameSearchReply), typeof(OpenCases), typeof(ResolveCommand),
        typeof(FloorPresent), typeof(EveningPresent), typeof(TimerPresent), typeof(ScreenPresent), typeof(PaintedPresent), typeof(PaintedCommand),
        typeof(PublicPresent), typeof(PairCommand), typeof(PairReply),
        typeof(Problem),
    ];

    /// <summary>One schema whose <c>$defs</c> hold every record and enum that a device sends or receives, in alphabetical order.</summary>
    public static JsonObject Build()
    {
        var options = new JsonSerializerOptions(WireFormat.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        // To the exporter a converter of ours is a wall; this one changes nothing of the form.
        options.Converters.Remove(options.Converters.OfType<TypedText.Converter>().Single());
        var found = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var open = new Queue<Type>(Hubs.SelectMany(Messages).Concat(Others));
        while (open.TryDequeue(out var type))
        {
            if (found.ContainsKey(type.Name))
                continue;
            found[type.Name] = Tidy(options.GetTypeInfo(type), options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, node) => Transform(context, node, open.Enqueue),
            }));
        }
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Contract",
            ["$defs"] = new JsonObject(found.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))),
        };
    }

    private static IEnumerable<Type> Messages(Type hub) => hub.GetMethods()
        .Where(m => m.DeclaringType == hub && !m.IsSpecialName)
        .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(Unwrap(m.ReturnType)))
        .Where(IsOurs);

    private static Type Unwrap(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith(nameof(Assemblies), StringComparison.Ordinal) == true;

    private static JsonObject Transform(JsonSchemaExporterContext context, JsonNode node, Action<Type> meet)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        JsonObject schema;
        if (IsOurs(type) && !context.Path.IsEmpty)
        {
            meet(type);
            schema = new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" };
        }
        else
            schema = Text(type) ?? node as JsonObject ?? [];
        if (schema["type"] is JsonArray { Count: 2 } types)
            schema["type"] = types.First(t => t!.GetValue<string>() != "null")!.DeepClone();
        if (type.IsEnum && schema.ContainsKey("enum"))
            schema["type"] = "string";
        return schema;
    }

    // A member without a value is left out of the JSON (WireFormat), so what may be null is optional, never null.
    private static JsonObject Tidy(JsonTypeInfo type, JsonNode node)
    {
        var schema = node.AsObject();
        if (schema["properties"] is not JsonObject properties)
            return schema;
        // A member that is never written is no part of the contract.
        var members = type.Properties.Where(p => p.Get is not null).ToList();
        foreach (var member in members)
        {
            // The exporter forgets to transform a member that has both a converter of ours and a default value.
            if (Text(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) is { } text)
                properties[member.Name] = text;
            ((JsonObject)properties[member.Name]!).Remove("default");
        }
        schema["required"] = new JsonArray([.. members.Where(p => !p.IsGetNullable).Select(p => (JsonNode)p.Name)]);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject? Text(Type type) =>
        WireText.Format(type) is { } format ? new JsonObject { ["type"] = "string", ["format"] = format } : null;
}
