using System.Text.RegularExpressions;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>A file that an entry commits to.</summary>
/// <param name="Media">Its media type: <c>image/jpeg</c>.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hex, as sha256sum prints it.</param>
/// <param name="Size">Bytes.</param>
public sealed record Attachment(string Media, string Sha256, long Size);

/// <summary>One entry of a record, read from its exact bytes.</summary>
/// <param name="Seq">Its place, counted from 0.</param>
/// <param name="At">When it was written: UTC to the second, RFC 3339.</param>
/// <param name="Type">What it records: <c>answer.recorded</c>.</param>
/// <param name="By">The role that wrote it, never a name.</param>
/// <param name="Body">What the type asks for.</param>
/// <param name="Digests">Digests of disclosures that are kept outside (RFC 9901), sorted.</param>
/// <param name="Attachments">Files that it commits to.</param>
public sealed partial record Entry(
    long Seq, string At, string Type, string By, JsonMap Body, IReadOnlyList<string> Digests, IReadOnlyList<Attachment> Attachments)
{
    private static readonly string[] Members = ["at", "att", "body", "by", "log", "n", "sd", "seq", "type", "v"];

    /// <summary>Reads an entry.</summary>
    /// <param name="bytes">As they are stored.</param>
    /// <param name="origin">The record that it should be of.</param>
    /// <param name="seq">The place that it stands at.</param>
    /// <param name="entry">The entry, when nothing was found.</param>
    /// <returns>The first rule that it breaks; null when it is well formed. Its body and its place among others are checked by <see cref="RecordRules"/>.</returns>
    public static Finding? Read(ReadOnlySpan<byte> bytes, string origin, long seq, out Entry? entry)
    {
        entry = null;
        if (!StrictJson.TryRead(bytes, out var value) || value is not JsonMap map)
            return new("canonical", seq);
        if (map.GetValueOrDefault("v") is not 1L)
            return new("version", seq);
        if (Members.Concat(map.Keys).Distinct().FirstOrDefault(m => !IsMember(map, m)) is { } wrong)
            return new("header", seq, wrong);
        if (map.Text("log") != origin)
            return new("log", seq);
        if (map.Number("seq") != seq)
            return new("seq", seq);
        entry = new(seq, map.Text("at")!, map.Text("type")!, map.Text("by")!, (JsonMap)map["body"]!,
            [.. map.Items("sd").Cast<string>()], [.. map.Items("att").Cast<JsonMap>().Select(ReadAttachment)]);
        return null;
    }

    private static bool IsMember(JsonMap map, string name) => map.TryGetValue(name, out var value) && name switch
    {
        "at" => Kinds.Fits("instant", value),
        "att" => value is List<object?> files && files.All(IsAttachment),
        "body" => value is JsonMap,
        "by" => Kinds.IsId(value),
        "log" or "type" => value is string,
        "n" => value is string nonce && StrictText.FromBase64Url(nonce)?.Length == 16,
        "sd" => value is List<object?> digests && digests.All(Kinds.IsDigest) && IsSorted(digests),
        "seq" or "v" => value is >= 0L,
        _ => false,
    };

    private static bool IsSorted(List<object?> digests) =>
        digests.Zip(digests.Skip(1)).All(pair => string.CompareOrdinal((string?)pair.First, (string?)pair.Second) < 0);

    private static bool IsAttachment(object? value) =>
        value is JsonMap { Count: 3 } file && MediaType().IsMatch(file.Text("media") ?? "") && Hex().IsMatch(file.Text("sha256") ?? "") && file.Number("size") >= 0;

    private static Attachment ReadAttachment(JsonMap file) => new(file.Text("media")!, file.Text("sha256")!, file.Number("size")!.Value);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,63}\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hex();
}
