using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>Whether a body has the members of its type, and whether what it points at is earlier and of the right type.</summary>
internal static class BodyRules
{
    public static Finding? Check(RecordState state, RuleEntry entry) => Check(state, entry.Seq, entry.Type!, entry.Body, entry.Withheld);

    /// <param name="restated">Whether only the members that a redaction restates are needed.</param>
    public static Finding? Check(RecordState state, long seq, string typeName, JsonMap body, bool restated)
    {
        var type = EntryTypes.All[typeName];
        foreach (var (name, kind) in type.Need)
            if (!body.TryGetValue(name, out var value))
            {
                if (!restated || type.Restate.Contains(name))
                    return new("body", seq, name);
            }
            else if (CheckMember(state, seq, name, kind, value) is { } wrong)
            {
                return wrong;
            }
        foreach (var (name, kind) in type.May)
            if (body.TryGetValue(name, out var value) && CheckMember(state, seq, name, kind, value) is { } wrong)
                return wrong;
        if (restated || type.CaseMember is null)
            return null;
        foreach (var needed in type.Cases[body.Text(type.CaseMember)!])
            if (needed.EndsWith('!') ? body.GetValueOrDefault(needed[..^1]) is null : !body.ContainsKey(needed))
                return new("body", seq, needed.TrimEnd('!'));
        return null;
    }

    private static Finding? CheckMember(RecordState state, long seq, string name, string kind, object? value)
    {
        if (kind.StartsWith("seq", StringComparison.Ordinal))
            return CheckTargets(state, seq, name, kind, value);
        if (!Kinds.Fits(kind, value))
            return new("body", seq, name);
        return kind == "two" && value is List<object?> people && (people.Count != 2 || !Kinds.Distinct(people)) ? new("approvers", seq, name) : null;
    }

    private static Finding? CheckTargets(RecordState state, long seq, string name, string kind, object? value)
    {
        var many = kind.StartsWith("seqs:", StringComparison.Ordinal);
        var targets = many ? value as List<object?> : [value];
        if (targets is not { Count: > 0 } || !targets.All(t => t is >= 0L) || !Kinds.Distinct(targets))
            return new("body", seq, name);
        var types = kind[(many ? 5 : 4)..].Split(',');
        var fits = targets.All(t => (long)t! < seq && (types is ["*"] || state.At((long)t!).Type is not { } type || types.Contains(type)));
        return fits ? null : new("target", seq, name);
    }
}
