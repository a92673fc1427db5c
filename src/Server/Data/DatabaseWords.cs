using System.Text.Json;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Data;

/// <summary>How values look in the database: the same on SQLite and PostgreSQL, and readable with any tool.</summary>
/// <remarks>
/// Instants are milliseconds since 1970-01-01T00:00Z (they sort and subtract), dates and wall-clock times ISO 8601, enums the words of the wire.
/// </remarks>
internal static class DatabaseWords
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Instant>().HaveConversion<Milliseconds>();
        builder.Properties<LocalDateTime>().HaveConversion<WallClock>();
        builder.Properties<LocalDate>().HaveConversion<Day>();
    }

    /// <summary>Stores every enum of the model as its wire word.</summary>
    public static void ApplyToEnums(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } type)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(Word<>).MakeGenericType(type))!);
    }

    private sealed class Milliseconds() : ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds));

    private sealed class WallClock() : ValueConverter<LocalDateTime, string>(
        time => WireFormat.LocalDateTimes.Format(time), text => WireFormat.LocalDateTimes.Parse(text).Value);

    private sealed class Day() : ValueConverter<LocalDate, string>(
        day => LocalDatePattern.Iso.Format(day), text => LocalDatePattern.Iso.Parse(text).Value);

    private sealed class Word<T>() : ValueConverter<T, string>(
        value => WireFormat.Word(value), word => WireFormat.Value<T>(word))
        where T : struct, Enum;
}

/// <summary>A record stored as JSON in the form of the wire.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, WireFormat.Json), text => JsonSerializer.Deserialize<T>(text, WireFormat.Json)!)
    where T : class;
