using System.Globalization;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>The body of an entry; each type of entry has its record below, with the members of docs/record-format.md.</summary>
public abstract record EntryBody
{
    /// <summary>The type's name in the record: <c>answer.recorded</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The body as it is written.</summary>
    public abstract JsonMap ToJson();

    /// <summary>A code of the record in snake_case: <c>YesWithConditions</c> is <c>yes_with_conditions</c>.</summary>
    protected static string Code<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLower(c, CultureInfo.InvariantCulture) : c.ToString()));

    /// <summary>A code that may be absent.</summary>
    protected static string? Code<T>(T? value) where T : struct, Enum => value is { } code ? Code(code) : null;

    /// <summary>A date that may be absent.</summary>
    protected static string? Date(DateOnly? date) => date is { } day ? StrictText.ToDate(day) : null;

    /// <summary>An instant that may be absent, in UTC to the second.</summary>
    protected static string? Instant(DateTimeOffset? at) => at is { } instant ? StrictText.ToInstant(instant) : null;

    /// <summary>A list.</summary>
    protected static List<object?> Items<T>(IEnumerable<T> items) => [.. items.Cast<object?>()];
}
