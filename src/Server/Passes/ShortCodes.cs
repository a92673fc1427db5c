namespace Assemblies.Passes;

/// <summary>Codes for people's eyes.</summary>
public static class ShortCodes
{
    /// <summary>Four and four, for example <c>7K2M-9QXR</c>: eight in a row are miscounted.</summary>
    public static string ForReading(string code) => code.Length == 8 ? $"{code[..4]}-{code[4..]}" : code;
}
