using System.Buffers.Binary;
using System.Security.Cryptography;
using Assemblies.Wire;

namespace Assemblies.Displays.Look;

/// <summary>An uploaded picture as its own bytes describe it; what the sender says of it counts for nothing.</summary>
/// <remarks>PNG, JPEG and WebP only: an SVG is a document that may run scripts and call out, and cleaning one is a race that others lose every year.</remarks>
/// <param name="Type">The media type to serve it as.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record LogoFile(string Type, int Width, int Height)
{
    public const int MostBytes = 512 * 1024;
    public const int MostPixels = 4000;

    /// <summary>The picture, or what is wrong with it.</summary>
    public static (LogoFile? Logo, Problem? Problem) Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            return (null, new("logo", $"The file has {bytes.Length / 1024:N0} KB; send one of at most {MostBytes / 1024:N0} KB."));
        if ((Png(bytes) ?? Jpeg(bytes) ?? WebP(bytes)) is not { } found)
            return (null, new("logo", "Send a PNG, JPEG or WebP picture. From an SVG, export a PNG with a transparent ground."));
        return found.Width is <= 0 or > MostPixels || found.Height is <= 0 or > MostPixels
            ? (null, new("logo", $"The picture is {found.Width:N0} × {found.Height:N0} pixels; send one of at most {MostPixels:N0} × {MostPixels:N0}."))
            : (found, null);
    }

    /// <summary>The part of its address that changes with it.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    private static LogoFile? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 24 && bytes is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] && bytes[12..16].SequenceEqual("IHDR"u8)
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // Segments until the one that starts the frame, which has the size.
    private static LogoFile? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, ..])
            return null;
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
        return null;
    }

    private static LogoFile? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..12].SequenceEqual("WEBP"u8))
            return null;
        var (width, height) = bytes[12..16] switch
        {
            var chunk when chunk.SequenceEqual("VP8X"u8) => (1 + Three(bytes[24..]), 1 + Three(bytes[27..])),
            var chunk when chunk.SequenceEqual("VP8L"u8) => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..])),
            var chunk when chunk.SequenceEqual("VP8 "u8) =>
                (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
            _ => (0, 0),
        };
        return new("image/webp", width, height);
    }

    private static (int Width, int Height) Lossless(uint bits) => ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
