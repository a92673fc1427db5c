namespace Assemblies.Commitments.Publication.Across;

/// <summary>Where everybody follows an office or an institution over all assemblies. No address holds a name (docs/decisions/0026).</summary>
public static class AcrossAddresses
{
    public const string Offices = "/record/offices";

    /// <summary>What an office promised, and what became of it.</summary>
    public static string Office(string office) => OfficeOf(OfficeKey.Of(office));

    /// <summary>The page of an office's key.</summary>
    public static string OfficeOf(string key) => $"{Offices}/{key}";

    /// <summary>What was promised where an institution was part of it.</summary>
    public static string Institution(Guid institutionId) => $"/record/institutions/{institutionId}";

    /// <summary>The feed of one of these pages.</summary>
    public static string FeedOf(string page) => $"{page}/feed.atom";
}
