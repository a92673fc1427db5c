using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>Erasure that keeps the fact: what is removed is named, and what the other rules need is said again.</summary>
internal static class RedactionRules
{
    public static Finding? Check(RecordState state, RuleEntry entry)
    {
        var (body, restates) = (entry.Body, entry.Body.GetValueOrDefault("restates") as JsonMap);
        var target = state.At(body.Number("target")!.Value);
        var wrong = body.Number("level") switch
        {
            1 when restates is null && body.ContainsKey("digests") => target.Withheld || body.Items("digests").All(d => target.Digests.Contains((string)d!)) ? null : "digests",
            2 when restates is not null && !body.ContainsKey("digests") => Level2(state, target, restates),
            1 or 2 => body.Number("level") == 1 ? "digests" : "restates",
            _ => "level",
        };
        return wrong is null ? null : new("redaction", entry.Seq, wrong);
    }

    private static string? Level2(RecordState state, RuleEntry target, JsonMap restates)
    {
        var (type, body) = (restates.Text("type")!, (JsonMap)restates["body"]!);
        if (state.Redacted.Contains(target.Seq) || (target.Type is not null && target.Type != type))
            return "target";
        if (BodyRules.Check(state, target.Seq, type, body, restated: true) is not null)
            return "restates";
        if (target.Withheld)
            return null;
        var same = body.All(m => target.Body.TryGetValue(m.Key, out var value) && CorrectionRules.Same(m.Value, value));
        return same && body.ContainsKey("replaces") == target.Body.ContainsKey("replaces") ? null : "restates";
    }
}
