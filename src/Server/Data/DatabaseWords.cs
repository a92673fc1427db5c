using System.Text.Json;
using Assemblies.Record;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Assemblies.Data;

/// <summary>How values look in the database: the same on SQLite and PostgreSQL, and readable with any tool.</summary>
/// <remarks>
/// Instants are milliseconds since 1970-01-01T00:00Z (they sort and subtract), dates and wall-clock times ISO 8601, enums
/// their wire words.
/// </remarks>
public static class DatabaseWords
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Instant>().HaveConversion<Milliseconds>();
        builder.Properties<LocalDateTime>().HaveConversion<WallClock>();
        builder.Properties<AnswerWords>().HaveConversion<AnswerJson>();
        Words<ChangeChannel>(builder);
        Words<Agenda.AssemblyState>(builder);
        Words<Institutions.Membership>(builder);
        Words<Passes.PassStatus>(builder);
        Words<Devices.DeviceRole>(builder);
        Words<Turnout.ScanMethod>(builder);
        Words<Turnout.ScanOutcome>(builder);
        Words<AnswerStepKind>(builder);
        Words<Displays.Scene>(builder);
    }

    private static void Words<T>(ModelConfigurationBuilder builder) where T : struct, Enum =>
        builder.Properties<T>().HaveConversion<Word<T>>();

    private sealed class Milliseconds() : ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds));

    private sealed class WallClock() : ValueConverter<LocalDateTime, string>(
        time => WireFormat.LocalDateTimes.Format(time), text => WireFormat.LocalDateTimes.Parse(text).Value);

    private sealed class Word<T>() : ValueConverter<T, string>(
        value => WireFormat.Word(value), word => WireFormat.Value<T>(word))
        where T : struct, Enum;

    private sealed class AnswerJson() : ValueConverter<AnswerWords, string>(
        words => JsonSerializer.Serialize(words, WireFormat.Json), text => JsonSerializer.Deserialize<AnswerWords>(text, WireFormat.Json)!);
}
