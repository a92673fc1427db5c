using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Wire;

/// <summary>How values look in JSON, the same over hubs, HTTP, files and in the database.</summary>
/// <remarks>
/// Members are camelCase, enum values snake_case (<c>already_in</c>, <c>yes_with_conditions</c>), instants ISO 8601 in UTC with
/// milliseconds, dates ISO 8601. A member without a value is left out, so null never has a meaning of its own:
/// in a live patch it means "remove". Texts come in as <see cref="TypedText"/> keeps them.
/// </remarks>
public static class WireFormat
{
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NullableMeansOptional);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TypedText.Converter());
        options.Converters.Add(new PatternConverter<Instant>(Instants));
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new PatternConverter<LocalDateTime>(LocalDateTimes));
        return options;
    }

    /// <summary>UTC with milliseconds, for example <c>2026-10-01T18:42:07.123Z</c>. Finer digits are cut, as in the database.</summary>
    public static InstantPattern Instants { get; } = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF'Z'");

    /// <summary>Wall-clock time without zone, for example <c>2026-10-01T18:30</c>, as browsers write it; seconds may follow.</summary>
    public static IPattern<LocalDateTime> LocalDateTimes { get; } = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"), value => value.Second != 0 },
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), _ => true },
    }.Build();

    /// <summary>The options for everything this program serialises itself. Below the patterns: it is made from them.</summary>
    public static JsonSerializerOptions Json { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>The wire word of an enum value, for example <c>yes_with_conditions</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The enum value of a wire word; a <see cref="FormatException"/> names the words that exist.</summary>
    public static T Value<T>(string word) where T : struct, Enum => Find<T>(word)
        ?? throw new FormatException($"\"{word}\" is none of: {string.Join(", ", Enum.GetValues<T>().Select(Word))}.");

    /// <summary>The enum value of a wire word; null when there is none.</summary>
    public static T? Find<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == word)
                return value;
        return null;
    }

    private static void NullableMeansOptional(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.IsGetNullable)
                member.IsRequired = false;
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException($"A {typeof(T).Name} is written as a text.");
            var parsed = pattern.Parse(reader.GetString()!);
            return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
