namespace Assemblies.PublicRecord.Text;

/// <summary>A JSON object of the record: names in order of their code units (RFC 8785, section 3.2.3).</summary>
/// <remarks>Values: null, <see cref="bool"/>, <see cref="long"/>, <see cref="string"/>, <c>List&lt;object?&gt;</c>, <see cref="JsonMap"/>.</remarks>
public sealed class JsonMap() : SortedDictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>A string member; null when it is absent or something else.</summary>
    public string? Text(string name) => GetValueOrDefault(name) as string;

    /// <summary>An integer member; null when it is absent or something else.</summary>
    public long? Number(string name) => GetValueOrDefault(name) is long number ? number : null;

    /// <summary>An array member; empty when it is absent or something else.</summary>
    public IReadOnlyList<object?> Items(string name) => GetValueOrDefault(name) as List<object?> ?? [];

    /// <summary>The member, or null when it is absent: corrections speak of both in the same way.</summary>
    public object? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : null;

    /// <summary>Adds a member that has a value; nothing otherwise.</summary>
    internal JsonMap With(string name, object? value)
    {
        if (value is not null)
            this[name] = value;
        return this;
    }

    /// <summary>Adds a member, null included.</summary>
    internal JsonMap WithAlways(string name, object? value)
    {
        this[name] = value;
        return this;
    }

    internal JsonMap Copy()
    {
        var copy = new JsonMap();
        foreach (var (name, value) in this)
            copy[name] = value;
        return copy;
    }
}
