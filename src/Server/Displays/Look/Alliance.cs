namespace Assemblies.Displays.Look;

/// <summary>How the alliance looks on its screens. A server is one alliance's, so there is one row at most.</summary>
public sealed class Alliance
{
    public Guid Id { get; init; } = TheOne;

    /// <summary>The key of the one row.</summary>
    public static Guid TheOne { get; } = new("a11a0000-0000-7000-8000-000000000001");

    public int Version { get; set; }
    public required string Name { get; set; }

    /// <summary><c>#rrggbb</c>; null for the colours of the theme.</summary>
    public string? Colour { get; set; }

    /// <summary><c>#rrggbb</c>; null for the colours of the theme.</summary>
    public string? Accent { get; set; }

    /// <summary>The picture as it was uploaded and checked; null for none.</summary>
    public byte[]? Logo { get; set; }

    /// <summary>The picture's media type, found from its bytes.</summary>
    public string? LogoType { get; set; }

    /// <summary>The first half of the picture's SHA-256 in hex: part of its address, which therefore may be kept for ever.</summary>
    public string? LogoHash { get; set; }
}
