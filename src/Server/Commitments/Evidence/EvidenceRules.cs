using System.Text;
using Assemblies.Wire;

namespace Assemblies.Commitments.Evidence;

/// <summary>Which papers are kept: those that a browser shows without running anything in them, told by their bytes and not by their names.</summary>
public static class EvidenceRules
{
    /// <summary>The largest file.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>All public files of an assembly together: its bundle is kept in memory, and a verifier refuses one of more than 256 MB.</summary>
    public const long LargestPublic = 64 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The media type of a file, or why it is not kept.</summary>
    public static (string? Media, Problem? Problem) Check(byte[] bytes)
    {
        if (bytes.Length == 0)
            return (null, new("file", "The file is empty."));
        if (bytes.Length > LargestFile)
            return (null, new("file", "The file is larger than 4 MB: make a smaller copy, or give its address."));
        return Media(bytes) is { } media ? (media, null) : (null, new("file", "Send a PDF, a JPEG or PNG picture, or plain text."));
    }

    private static string? Media(byte[] bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        _ => IsText(bytes) ? "text/plain" : null,
    };

    // What could be a page or a script is no plain text: a browser that guesses would run it.
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is (byte)'<' or 0x7F || (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r')))
                return false;
        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
