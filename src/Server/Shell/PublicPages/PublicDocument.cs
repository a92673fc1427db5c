using Assemblies.Data;
using NodaTime;

namespace Assemblies.Shell.PublicPages;

/// <summary>A page or file for everybody, and what it takes to make it.</summary>
/// <param name="AssemblyId">Whose; null when it is about all of them.</param>
/// <param name="Name">Which of the assembly's documents; the same for the same content.</param>
/// <param name="MediaType">With its charset.</param>
/// <param name="MadeOf">The parts of the state it shows: a change of another part does not make it anew.</param>
/// <param name="MakeAsync">Makes it; null when there is no such document.</param>
internal sealed record PublicDocument(
    Guid? AssemblyId, string Name, string MediaType, IReadOnlySet<ChangeChannel> MadeOf, Func<AssemblyDb, CancellationToken, Task<byte[]?>> MakeAsync)
{
    public const string Html = "text/html; charset=utf-8";

    /// <summary>Which of the assembly's documents are made one after another with it: those that read the same large state.</summary>
    public string Line { get; init; } = Name;

    /// <summary>How long it stays true where something in it changes without a row in the journal; null for as long as nothing changes.</summary>
    public Duration? Fresh { get; init; }

    /// <summary>The time zones in which midnight makes it untrue, because it says how many days are left; none where no day is in it.</summary>
    public IReadOnlyList<DateTimeZone> Days { get; init; } = [];
}
