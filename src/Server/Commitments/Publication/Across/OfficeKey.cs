using System.Security.Cryptography;
using System.Text;
using Assemblies.Passes;
using Assemblies.Wire;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>What names an office over the years: its words, whoever holds it and however they were typed.</summary>
/// <remarks>
/// The same rule as <see cref="ReportBack.ReportBackRules.IsSame"/>: case, accents and punctuation do not tell offices apart, and nothing else is guessed.
/// It stands in addresses as a digest, because nobody keeps an organiser from writing a person's name into the office.
/// </remarks>
public static class OfficeKey
{
    private const int Bytes = 10;

    /// <summary>The key of an office: 16 lower-case letters and digits.</summary>
    public static string Of(string office) =>
        Base32.EncodeForTyping(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Folding.Words(office)))).AsSpan(0, Bytes)).ToLowerInvariant();
}
