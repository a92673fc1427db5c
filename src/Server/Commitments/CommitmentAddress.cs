namespace Assemblies.Commitments;

/// <summary>Where the organisers' page of a commitment is.</summary>
internal static class CommitmentAddress
{
    /// <summary>The path on this server.</summary>
    public static string Of(CommitmentKey key) => $"/assemblies/{key.AssemblyId}/commitments/{key.AskId}/{key.PowerHolderId}";
}
