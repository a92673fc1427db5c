using Assemblies.Wire;

namespace Assemblies.Agenda;

/// <summary>The states an assembly may pass through: preparing → open → closed, and open again when it was closed too early.</summary>
public static class AssemblyLife
{
    /// <summary>Why the assembly cannot go there; null when it can.</summary>
    public static Problem? Refusal(AssemblyState from, AssemblyState to) => (from, to) switch
    {
        (AssemblyState.Preparing or AssemblyState.Closed, AssemblyState.Open) => null,
        (AssemblyState.Open, AssemblyState.Closed) => null,
        (AssemblyState.Open, AssemblyState.Open) => new("state", "The assembly is open already."),
        (AssemblyState.Closed, AssemblyState.Closed) => new("state", "The assembly is closed already."),
        (AssemblyState.Preparing, AssemblyState.Closed) => new("state", "The assembly was never open: there is nothing to close."),
        _ => new("state", "An assembly that was open does not go back to being prepared."),
    };

    /// <summary>Why nothing of the evening can be done now: what is done stands in the record for good. Null while the assembly is open.</summary>
    public static Problem? NotOpen(AssemblyState state) => state switch
    {
        AssemblyState.Preparing => new("", "The assembly is not open yet. To practise, use a rehearsal; to begin, an organiser opens it."),
        AssemblyState.Closed => new("", "The assembly is over. An organiser can open it again if it was closed too early."),
        _ => null,
    };
}
