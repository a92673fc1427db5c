using System.Text.RegularExpressions;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>The kinds of members, without those that point at other entries.</summary>
internal static partial class Kinds
{
    public static bool Fits(string kind, object? value) => kind switch
    {
        "text" => value is string text && text.Any(c => c > ' '),
        "id" => IsId(value),
        "positive" => value is > 0L,
        "count" => value is >= 0L,
        "flag" => value is bool,
        "date" => value is string date && StrictText.FromDate(date) is not null,
        "date?" => value is null || Fits("date", value),
        "instant" => value is string at && StrictText.IsInstant(at),
        "base64" => value is string { Length: > 0 } encoded && StrictText.FromBase64(encoded) is not null,
        "hash" => value is string hash && StrictText.FromBase64(hash)?.Length == 32,
        "vkey" => value is string key && VerifierKey.Parse(key) is not null,
        "members" => value is JsonMap { Count: > 0 },
        "ids" or "two" => value is List<object?> { Count: > 0 } ids && ids.All(IsId) && (kind == "two" || Distinct(ids)),
        "digests" => value is List<object?> { Count: > 0 } digests && digests.All(IsDigest) && Distinct(digests),
        "addressees" => value is List<object?> { Count: > 0 } to && to.All(IsAddressee) && Distinct([.. to.Select(a => ((JsonMap)a!)["of"])]),
        "restated" => value is JsonMap restated && restated.Text("type") is { } type
            && EntryTypes.All.TryGetValue(type, out var known) && !known.Fixed && restated.GetValueOrDefault("body") is JsonMap,
        _ when kind.StartsWith("code:", StringComparison.Ordinal) => value is string code && EntryTypes.Codes[kind[5..]].Contains(code),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Ids of asks, power-holders and roles: nothing in them can be a sentence or an address.</summary>
    public static bool IsId(object? value) => value is string id && Id().IsMatch(id);

    public static bool IsDigest(object? value) => value is string digest && StrictText.FromBase64Url(digest)?.Length == 32;

    public static bool Distinct(IReadOnlyCollection<object?> values) => values.Distinct().Count() == values.Count;

    private static bool IsAddressee(object? value) =>
        value is JsonMap to && IsId(to.GetValueOrDefault("of")) && Fits("text", to.GetValueOrDefault("office")) && Fits("text", to.GetValueOrDefault("person"));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,63}\z")]
    private static partial Regex Id();
}
