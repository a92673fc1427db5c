using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;

namespace Assemblies.PublicRecord.Publication;

/// <summary>An entry with its checkpoint, to be stored in ONE transaction. It is no part of the record before <see cref="RecordLog.Commit"/>.</summary>
/// <param name="Entry">What was recorded.</param>
/// <param name="Stored">Its exact bytes and leaf hash.</param>
/// <param name="Checkpoint">The signed checkpoint of the size with this entry.</param>
/// <param name="ClockHeld">The clock was behind the entry before, whose time was taken instead; somebody should look at the clock.</param>
/// <param name="Signer">Who signs from now on.</param>
public sealed record PreparedEntry(Entry Entry, StoredEntry Stored, SignedCheckpoint Checkpoint, bool ClockHeld, NoteSigner Signer);
