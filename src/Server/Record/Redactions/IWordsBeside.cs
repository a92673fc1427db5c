using Assemblies.Data;
using Assemblies.Record.Log;

namespace Assemblies.Record.Redactions;

/// <summary>Words that a feature keeps beside an entry of the record, in tables of its own: they go when the entry is withheld, or pages would still show them.</summary>
public interface IWordsBeside
{
    /// <summary>The types of entries that it keeps words beside.</summary>
    IReadOnlyCollection<string> Types { get; }

    /// <summary>Reduces them to what a redaction restates; the caller saves.</summary>
    Task EraseAsync(AssemblyDb db, RecordEntry entry, CancellationToken cancellation);
}
