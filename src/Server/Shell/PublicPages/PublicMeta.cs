namespace Assemblies.Shell.PublicPages;

/// <summary>What a public page says of itself to search engines, feed readers and those who share its address.</summary>
/// <param name="Address">Its permanent address, with scheme and host.</param>
/// <param name="Site">What it is a part of: the assembly's title.</param>
public sealed record PublicMeta(string Address, string Site)
{
    /// <summary>The same in other formats.</summary>
    public IReadOnlyList<PublicAlternate> Alternates { get; init; } = [];

    /// <summary>The same as linked data, from <see cref="Wire.Publishing.JsonLd"/>.</summary>
    public string? LinkedData { get; init; }
}

/// <param name="MediaType">For example <c>application/atom+xml</c>.</param>
/// <param name="Title">What it is, in words.</param>
/// <param name="Address">Where it is.</param>
public sealed record PublicAlternate(string MediaType, string Title, string Address);
