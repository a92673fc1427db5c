using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Floor;

namespace Assemblies.Agenda.Evening;

/// <summary>Takes the steps of the evening: each command is one transaction, harmless when repeated, refused when somebody was faster.</summary>
public sealed class EveningBook
{
    public Task<FloorReply> RunAsync(Actor actor, DeviceRole role, Guid assemblyId, RunCommand command, CancellationToken cancellation) => throw new NotImplementedException();
    public Task<WinBackReply> WinBackAsync(Guid assemblyId, WinBackQuery query, CancellationToken cancellation) => throw new NotImplementedException();
}
