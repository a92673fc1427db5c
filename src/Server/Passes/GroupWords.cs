namespace Assemblies.Passes;

/// <summary>The size of a group in words.</summary>
public static class GroupWords
{
    /// <summary>For example <c>expected 45, 30 of them under 18</c>.</summary>
    public static string Expected(int? adults, int? under18s) => under18s is > 0
        ? $"expected {(adults ?? 0) + under18s:N0}, {under18s:N0} of them under 18"
        : $"expected {adults ?? 0:N0}";
}
