using System.Text;

namespace Assemblies.Wire.Spreadsheets;

/// <summary>Reads the bytes of a file as text: UTF-8, UTF-16 with a mark, or what older spreadsheets write on Windows.</summary>
internal static class ImportText
{
    private const string Advice = "Save it as \"CSV UTF-8\" and try again.";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static (string Text, string Encoding, ImportProblem? Problem) Read(byte[] file)
    {
        var (text, encoding, problem) = Decode(file);
        return (TypedText.Clean(text), encoding, problem);
    }

    private static (string Text, string Encoding, ImportProblem? Problem) Decode(byte[] file)
    {
        if (file.AsSpan().StartsWith("PK"u8))
            return Refuse(0, "This is a workbook, not a CSV file. In the spreadsheet program choose \"Save as\" and \"CSV UTF-8\".");
        if (file is [0xFF, 0xFE, ..])
            return (Encoding.Unicode.GetString(file.AsSpan(2)), "utf-16", null);
        if (file is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode.GetString(file.AsSpan(2)), "utf-16", null);
        if (file.AsSpan().IndexOf((byte)0) is >= 0 and var zero)
            return Refuse(LineOf(file, zero), $"This is not text. {Advice}");
        try
        {
            return (StrictUtf8.GetString(file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsSpan(3) : file), "utf-8", null);
        }
        catch (DecoderFallbackException)
        {
            // Five bytes mean nothing in Windows-1252: a file with one of them is something else.
            return Array.FindIndex(file, b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) is >= 0 and var odd
                ? Refuse(LineOf(file, odd), $"The letters of this row are neither UTF-8 nor Windows-1252. {Advice}")
                : (Windows1252.GetString(file), "windows-1252", null);
        }
    }

    private static int LineOf(byte[] file, int index) => file.AsSpan(0, index).Count((byte)'\n') + 1;

    private static (string, string, ImportProblem?) Refuse(int line, string reason) => ("", "", new ImportProblem(line, "", reason));
}
