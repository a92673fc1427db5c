using NodaTime;

namespace Assemblies.Wire;

/// <summary>Values that <see cref="WireFormat"/> writes as a text of a known format.</summary>
internal static class WireText
{
    /// <summary>The format as JSON Schema names it; for a wall-clock time, which it has no name for, one of our own. Null for other values.</summary>
    public static string? Format(Type type) =>
        type == typeof(Instant) ? "date-time"
        : type == typeof(LocalDate) ? "date"
        : type == typeof(LocalDateTime) ? "local-date-time"
        : null;
}
