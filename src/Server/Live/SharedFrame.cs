using System.Text.Json;
using Assemblies.Wire;

namespace Assemblies.Live;

/// <summary>One frame for all watchers of a channel; its bytes are made once (live.md, rule 5).</summary>
public sealed class SharedFrame(LiveFrame frame)
{
    private readonly Lazy<byte[]> asEvent = new(() => [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(frame, WireFormat.Json), .. "\n\n"u8]);

    public LiveFrame Frame => frame;

    /// <summary>As one Server-Sent Event.</summary>
    public ReadOnlyMemory<byte> AsEvent => asEvent.Value;
}
