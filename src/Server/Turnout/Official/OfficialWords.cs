using System.Globalization;

namespace Assemblies.Turnout.Official;

/// <summary>An official turnout in one sentence.</summary>
public static class OfficialWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For example <c>Official turnout 1,187 at 19:42; corrected to 1,200 after late uploads.</c></summary>
    /// <param name="frozen">The figure that was frozen.</param>
    /// <param name="corrected">What is known of that moment now; null where it is the same.</param>
    /// <param name="time">Its instant on the assembly's wall clock.</param>
    public static string Sentence(int frozen, int? corrected, string time) =>
        string.Create(English, $"Official turnout {frozen:N0} at {time}{(Correction(frozen, corrected) is { } correction ? $"; {correction}" : "")}.");

    /// <summary>For example <c>corrected to 1,200 after late uploads</c>; null where nothing has to be corrected.</summary>
    public static string? Correction(int frozen, int? corrected) => corrected is null ? null
        : string.Create(English, $"corrected to {corrected:N0} after {(corrected > frozen ? "late uploads" : "scans were taken back")}");
}
