using System.Globalization;
using System.Text;

namespace Assemblies.Wire;

/// <summary>Folds text for comparison and addresses: accents, case, width and punctuation do not tell names apart.</summary>
public static class Folding
{
    /// <summary>The words of a text as lower-case letters and digits. An apostrophe joins: "Mary's" is the one word "marys".</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Lower case first, so that ß, ø and their like are folded in one place whatever their case.
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || IsApostrophe(c))
                continue;
            folded.Append(Plain(c) ?? (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpacingCombiningMark
                ? c.ToString()
                : " "));
        }
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '`' or '\u00B4' or '\u2032';

    // Letters that Unicode does not decompose, and that people type without their stroke.
    private static string? Plain(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        '&' => " and ",
        _ => null,
    };
}
