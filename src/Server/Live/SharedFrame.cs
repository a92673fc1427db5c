using System.Text.Json;
using Assemblies.Wire;

namespace Assemblies.Live;

/// <summary>One frame for all watchers of a channel; its bytes are made once (live.md, rule 5).</summary>
/// <param name="frame">What it says; null for a sign of life that says nothing.</param>
public sealed class SharedFrame(LiveFrame? frame)
{
    private readonly Lazy<byte[]> asEvent = new(() => frame is null ? ":\n\n"u8.ToArray() : [.. "data: "u8, .. JsonSerializer.SerializeToUtf8Bytes(frame, WireFormat.Json), .. "\n\n"u8]);

    /// <summary>The sign of life.</summary>
    public static SharedFrame Beat { get; } = new(null);

    /// <summary>What it says; null for the sign of life.</summary>
    public LiveFrame? Frame => frame;

    /// <summary>As one Server-Sent Event, or as a comment between two.</summary>
    public ReadOnlyMemory<byte> AsEvent => asEvent.Value;
}
