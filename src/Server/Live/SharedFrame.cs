using System.Text.Json;
using Assemblies.Wire;

namespace Assemblies.Live;

/// <summary>One frame for all watchers of a channel; its bytes are made once (live.md, rule 5).</summary>
public sealed class SharedFrame(LiveFrame frame)
{
    private readonly Lazy<byte[]> utf8 = new(() => JsonSerializer.SerializeToUtf8Bytes(frame, WireFormat.Json));

    public LiveFrame Frame => frame;

    public ReadOnlyMemory<byte> Utf8 => utf8.Value;
}
