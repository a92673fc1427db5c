using Assemblies.PublicRecord.Entries;
using Assemblies.Wire;

namespace Assemblies.Record.Log;

/// <summary>What a feature wants in the public record, beside what it changes in the database: both or neither.</summary>
/// <param name="AssemblyId">Whose record.</param>
/// <param name="By">Who writes it, as in the journal.</param>
/// <param name="Body">Makes the entry once its place is known; null for none, for example because it is there already.</param>
public sealed record RecordDraft(Guid AssemblyId, string By, Func<RecordIndex, EntryBody?> Body)
{
    /// <summary>The ask it is about, where it is about one.</summary>
    public Guid? AskId { get; init; }

    /// <summary>Whose answer it is.</summary>
    public Guid? PowerHolderId { get; init; }

    /// <summary>For published and amended asks: the server's version of the words.</summary>
    public int? AskVersion { get; init; }

    /// <summary>The step of a commitment that it records, so that later entries can point at it.</summary>
    public Guid? StepId { get; init; }

    /// <summary>Files that the entry commits to.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>The record cannot take what a change would write into it, so the change is not made either.</summary>
public sealed class RecordRefusedException(Problem problem) : Exception(problem.Fix)
{
    public Problem Problem => problem;
}
