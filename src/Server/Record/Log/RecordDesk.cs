using Assemblies.Data;
using Assemblies.PublicRecord.Verification;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <param name="Passphrase">What unlocks the key: at least 12 characters.</param>
public sealed record RecordPassphraseCommand(string Passphrase);

/// <summary>The public record as organisers see it.</summary>
/// <param name="Key">Where its key is.</param>
/// <param name="Origin">Its name and address, without <c>https://</c>.</param>
/// <param name="VerifierKey">What is printed on programme and invitation.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Path">Where its files are.</param>
/// <param name="Seal">What is read aloud at the close.</param>
/// <param name="Closed">Whether the session is closed.</param>
/// <param name="Broken">Why the stored entries are not those that were signed; null where they are. Nothing more is signed over them.</param>
public sealed record RecordStatus(RecordKeyState Key, string? Origin, string? VerifierKey, long Size, string? Path, string? Seal, bool Closed, string? Broken)
{
    /// <summary>What the rows that pages are made from say otherwise than the entries, each in a sentence; empty unless somebody changed the database.</summary>
    public IReadOnlyList<string> Differs { get; init; } = [];
}

/// <summary>The key of the public record, and what it says of itself.</summary>
public sealed class RecordDesk(AssemblyDb db, RecordSigners signers, RecordFiles files, RecordHealth health, IClock clock)
{
    private const int ShortestPassphrase = 12;

    /// <summary>Where the record is.</summary>
    public async Task<RecordStatus> StatusAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var key = await db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation);
        var published = key is null ? null : await files.FindAsync(key.Slug, cancellation);
        return new RecordStatus(
            signers.StateOf(key), key?.Origin, key?.VerifierKey, published?.Size ?? 0, published is null ? null : $"/record/{key!.Slug}",
            published is null ? null : PublicRecord.Notes.ReadAloudSeal.Of(published.Checkpoint.Checkpoint),
            await db.IsRecordClosedAsync(assemblyId, cancellation),
            health.BrokenBecause(assemblyId)) { Differs = health.DiffersIn(assemblyId) };
    }

    /// <summary>Makes the record's key, encrypted under the passphrase, and unlocks it. Refused where there is one.</summary>
    public async Task<Problem?> MakeKeyAsync(Actor actor, Guid assemblyId, RecordPassphraseCommand command, CancellationToken cancellation)
    {
        if (await db.RecordKeys.AnyAsync(k => k.AssemblyId == assemblyId, cancellation))
            return new("", "The record has a key already: programmes may be printed with it.");
        if (WrongPassphrase(command.Passphrase) is { } wrong)
            return wrong;
        var key = signers.Make(assemblyId, command.Passphrase!.Trim(), actor.Id);
        db.RecordKeys.Add(key);
        db.Record(actor, assemblyId, ChangeChannel.Record, "record.key_made", "The key of the public record was made.");
        await db.SaveChangesAsync(cancellation);
        signers.Unlock(key, command.Passphrase.Trim());
        return null;
    }

    /// <summary>What is wrong with a passphrase that somebody chooses.</summary>
    internal static Problem? WrongPassphrase(string? passphrase) => (passphrase ?? "").Trim().Length >= ShortestPassphrase ? null
        : new("passphrase", $"Choose at least {ShortestPassphrase} characters: four words that do not belong together, for example. Write it down on paper.");

    /// <summary>Unlocks the key for as long as the server runs.</summary>
    public async Task<Problem?> UnlockAsync(Actor actor, Guid assemblyId, RecordPassphraseCommand command, CancellationToken cancellation)
    {
        if (await db.RecordKeys.FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation) is not { } key)
            return new("", "The record has no key yet.");
        if (signers.StateOf(key) != RecordKeyState.Locked)
            return null;
        if (!signers.Unlock(key, (command.Passphrase ?? "").Trim()))
            return new("passphrase", "That is not its passphrase. Mind capitals and spaces.");
        db.Record(actor, assemblyId, ChangeChannel.Record, "record.unlocked", $"The public record was unlocked at {clock.GetCurrentInstant()}.");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>What a verifier says of the record as it is published; null while there is none.</summary>
    public async Task<Verdict?> VerifyAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var key = await db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation);
        return key is not null && await files.FindAsync(key.Slug, cancellation) is { } published
            ? RecordVerifier.Verify(published.Files, key.VerifierKey, [])
            : null;
    }
}
