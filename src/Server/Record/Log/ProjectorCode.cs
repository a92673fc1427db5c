using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.Record.Log;

/// <summary>What the code on the projector says: <c>https://origin#size.root</c> (docs/record-format.md). A photo of it is a checkpoint that somebody saw.</summary>
public static class ProjectorCode
{
    public static string Of(Checkpoint checkpoint) => $"https://{checkpoint.Origin}#{checkpoint.Size}.{StrictText.ToBase64Url(checkpoint.Root)}";
}
