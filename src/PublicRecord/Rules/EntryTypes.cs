using System.Text.Json;

namespace Assemblies.PublicRecord.Rules;

/// <summary>What the body of a type of entry holds.</summary>
/// <param name="Need">Members that it must have, with their kinds, in the order of checking.</param>
/// <param name="May">Members that it may have.</param>
/// <param name="CaseMember">The member whose value decides what else is needed; null when none does.</param>
/// <param name="Cases">For each of its values the members needed; "!" after a name: and not null.</param>
/// <param name="Restate">What a redaction of such an entry must say again, so that the record can still be checked.</param>
/// <param name="Fixed">Whether such an entry can never be withheld.</param>
internal sealed record EntryType(
    IReadOnlyList<(string Name, string Kind)> Need,
    IReadOnlyList<(string Name, string Kind)> May,
    string? CaseMember,
    IReadOnlyDictionary<string, string[]> Cases,
    IReadOnlyList<string> Restate,
    bool Fixed);

/// <summary>The table of entry types, shared with the page that checks records in a browser.</summary>
internal static class EntryTypes
{
    private static readonly JsonElement Table = Read();

    public static IReadOnlyDictionary<string, string[]> Codes { get; } =
        Table.GetProperty("codes").EnumerateObject().ToDictionary(c => c.Name, c => Texts(c.Value));

    public static IReadOnlyDictionary<string, EntryType> All { get; } =
        Table.GetProperty("types").EnumerateObject().ToDictionary(t => t.Name, t => ReadType(t.Value));

    /// <summary>Members of an answer that answer.corrected may change.</summary>
    public static IReadOnlySet<string> Correctable { get; } = Texts(Table.GetProperty("correctable")).ToHashSet();

    /// <summary>One sentence for each rule.</summary>
    public static IReadOnlyDictionary<string, string> Rules { get; } =
        Table.GetProperty("rules").EnumerateObject().ToDictionary(r => r.Name, r => r.Value.GetString()!);

    private static EntryType ReadType(JsonElement type)
    {
        var cases = type.TryGetProperty("cases", out var found) ? found.EnumerateObject().Single() : (JsonProperty?)null;
        return new(
            Kinds(type.GetProperty("need")), Kinds(type.GetProperty("may")), cases?.Name,
            cases?.Value.EnumerateObject().ToDictionary(c => c.Name, c => Texts(c.Value)) ?? [],
            type.TryGetProperty("restate", out var restate) ? Texts(restate) : [],
            type.TryGetProperty("fixed", out var isFixed) && isFixed.GetBoolean());
    }

    private static List<(string, string)> Kinds(JsonElement members) =>
        [.. members.EnumerateObject().Select(m => (m.Name, m.Value.GetString()!))];

    private static string[] Texts(JsonElement items) => [.. items.EnumerateArray().Select(i => i.GetString()!)];

    private static JsonElement Read()
    {
        using var stream = typeof(EntryTypes).Assembly.GetManifestResourceStream("entryTypes.json")!;
        return JsonDocument.Parse(stream).RootElement.Clone();
    }
}
