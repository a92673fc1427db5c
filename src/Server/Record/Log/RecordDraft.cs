using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
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

    /// <summary>The private person it is about, and what of them stands in it by digest only.</summary>
    public RecordSubject? Subject { get; init; }

    /// <summary>Who signs from this entry on: the entry hands the record over to another key, and there is no other body.</summary>
    public NoteSigner? HandsOverTo { get; init; }

    /// <summary>
    /// The change goes on without the entry while the record cannot take it (no key, locked): of what must not wait for a passphrase. Whoever gives it gives it again later.
    /// </summary>
    public bool MayWait { get; init; }
}

/// <summary>A private person in an entry.</summary>
/// <param name="Id">Under whose key the disclosures are sealed.</param>
/// <param name="Disclosures">What is said of them: kept sealed outside the entry (RFC 9901).</param>
public sealed record RecordSubject(Guid Id, IReadOnlyList<Disclosure> Disclosures);

/// <summary>The record cannot take what a change would write into it, so the change is not made either.</summary>
public sealed class RecordRefusedException(Problem problem) : Exception(problem.Fix)
{
    public Problem Problem => problem;
}
