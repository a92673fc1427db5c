namespace Assemblies.Passes;

/// <summary>What a camera, a scanner or a thumb delivered, reduced to a token or a short code.</summary>
public static class PassReading
{
    private const int TokenLength = 26;
    private const int ShortCodeLength = 8;

    /// <summary>The token in a reading: 26 base32 characters, alone or at the end of an address; null when there is none.</summary>
    /// <remarks>Case and surrounding space are forgiven: keyboard-wedge scanners change both (turnout.md, rule 37).</remarks>
    public static string? Token(string reading)
    {
        var text = reading.Trim().TrimEnd('/').ToUpperInvariant();
        var tail = text[(text.LastIndexOf('/') + 1)..];
        return tail.Length == TokenLength && tail.All(Base32.Machine.Contains) ? tail : null;
    }

    /// <summary>The short code in what was typed; hyphens and spaces are dropped, I and L read as 1, O as 0. Null when it is none.</summary>
    public static string? ShortCode(string typed)
    {
        var code = string.Concat(typed.ToUpperInvariant().Where(c => c is not ('-' or ' ')))
            .Replace('I', '1').Replace('L', '1').Replace('O', '0');
        return code.Length == ShortCodeLength && code.All(Base32.Typing.Contains) ? code : null;
    }
}
