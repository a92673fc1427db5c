namespace Assemblies.PublicRecord.Rules;

/// <summary>The rule of docs/record-format.md that a record breaks.</summary>
/// <param name="Rule">The rule's code: <c>answer_twice</c>.</param>
/// <param name="Entry">The index of the entry; null when it is not one entry's fault.</param>
/// <param name="Detail">The member or the cell in question.</param>
public sealed record Finding(string Rule, long? Entry = null, string? Detail = null)
{
    /// <summary>One sentence for people.</summary>
    public string Message =>
        $"{(Entry is { } entry ? $"Entry {entry}: " : "")}{EntryTypes.Rules[Rule]}{(Detail is null ? "" : $" ({Detail})")}";
}
