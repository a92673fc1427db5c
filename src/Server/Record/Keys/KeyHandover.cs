using Assemblies.Data;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Keys;

/// <summary>Hands the record over to another key; the present one has to be unlocked, because both sign.</summary>
/// <param name="Passphrase">What unlocks the new key: at least 12 characters.</param>
/// <param name="Confirmed">That the consequences were read.</param>
public sealed record RotateKeyCommand(string Passphrase, bool Confirmed);

/// <summary>Begins a record that succeeds the present one, whose key is lost.</summary>
/// <param name="Passphrase">What unlocks the new key: at least 12 characters.</param>
/// <param name="Reason">Public: how the key was lost, in a sentence.</param>
/// <param name="Confirmed">That the consequences were read.</param>
public sealed record SucceedRecordCommand(string Passphrase, string Reason, bool Confirmed);

/// <summary>Gives a record another key (docs/record-format.md, "Another key"), or begins its successor when the key is lost (decision 0015).</summary>
public sealed class KeyHandover(AssemblyDb db, RecordSigners signers, RecordKeeper keeper, IClock clock)
{
    private const int LongestReason = 500;
    private static readonly Problem NotConfirmed = new("confirmed", "Read what it means, then tick that you have.");
    private static readonly Problem StillSigned = new("", "The record was signed in the same moment: somewhere its key is not lost. Look again before you end it.");

    /// <summary>Hands over: old and new key both sign the entry, and the new one every checkpoint from it on.</summary>
    public async Task<IReadOnlyList<Problem>> RotateAsync(Actor actor, Guid assemblyId, RotateKeyCommand command, CancellationToken cancellation)
    {
        if (await db.RecordKeys.FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation) is not { } key)
            return [new("", "The record has no key yet: make one first.")];
        if (signers.StateOf(key) == RecordKeyState.Locked)
            return [new("", "Unlock the present key first: both keys sign the handover. If its passphrase is lost, begin a successor.")];
        if (Wrong(command.Passphrase, command.Confirmed) is { Count: > 0 } problems)
            return problems;
        var next = signers.Renew(key, command.Passphrase.Trim(), actor.Id);
        db.Log(new(assemblyId, actor.Id, _ => null) { HandsOverTo = next });
        db.Record(actor, assemblyId, ChangeChannel.Record, "record.key_rotated", "The public record was handed over to another key.");
        return await SaveAsync(() => signers.Use(assemblyId, next), cancellation);
    }

    /// <summary>Ends the record whose key is lost where it stands, and begins its successor with what stands.</summary>
    public async Task<IReadOnlyList<Problem>> SucceedAsync(Actor actor, Guid assemblyId, SucceedRecordCommand command, CancellationToken cancellation)
    {
        if (await db.RecordKeys.FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation) is not { } key)
            return [new("", "The record has no key yet: make one first.")];
        if (signers.StateOf(key) != RecordKeyState.Locked)
            return [new("", "Its key is not lost: it signs. Hand over to another key instead; then it stays one record.")];
        var problems = Wrong(command.Passphrase, command.Confirmed).ToList();
        if (TypedText.Tidy(command.Reason) is not { Length: <= LongestReason } reason)
            problems.Add(new("reason", $"Say in a sentence how the key was lost, in at most {LongestReason} characters. It is public."));
        else if (problems.Count == 0)
            return await SucceedAsync(actor, key, reason, command.Passphrase.Trim(), cancellation);
        return problems;
    }

    private async Task<IReadOnlyList<Problem>> SucceedAsync(Actor actor, RecordKey key, string reason, string passphrase, CancellationToken cancellation)
    {
        var entries = await db.RecordEntries.Where(e => e.AssemblyId == key.AssemblyId).OrderBy(e => e.Seq).ToListAsync(cancellation);
        if (entries.Count > 0)
        {
            db.EndedRecords.Add(new EndedRecord
            {
                AssemblyId = key.AssemblyId,
                Slug = key.Slug,
                Origin = key.Origin,
                VerifierKey = key.VerifierKey,
                Checkpoint = entries[^1].Checkpoint,
                EndedAt = clock.GetCurrentInstant(),
                EndedBy = actor.Id,
                Reason = reason,
            });
            db.EndedRecordEntries.AddRange(entries.Select(e => new EndedRecordEntry
            {
                Slug = key.Slug, Seq = e.Seq, Type = e.Type, Bytes = e.Bytes, Hash = e.Hash, Checkpoint = e.Checkpoint,
            }));
        }
        // Another server may have the key, and have signed since: its entry would be in neither record, and the successor could not be signed over it.
        db.OnlyIf(async token => await db.RecordEntries.CountAsync(e => e.AssemblyId == key.AssemblyId, token) == entries.Count ? null : StillSigned);
        // Of the ended record nothing more is signed, so nothing of it can be redacted: what is personal beside it goes with it.
        db.RemoveRange(entries);
        db.RemoveRange(await db.SealedDisclosures.Where(d => d.AssemblyId == key.AssemblyId).ToListAsync(cancellation));
        db.RemoveRange(await db.SubjectKeys.Where(k => k.AssemblyId == key.AssemblyId).ToListAsync(cancellation));
        db.RemoveRange(await db.Redactions.Where(r => r.AssemblyId == key.AssemblyId).ToListAsync(cancellation));
        var next = signers.Succeed(key, passphrase, actor.Id);
        db.Record(actor, key.AssemblyId, ChangeChannel.Record, "record.ended", "The key of the public record was lost: the record ended.");
        if (await SaveAsync(() => signers.Use(key.AssemblyId, next), cancellation) is { Count: > 0 } problems)
            return problems;
        keeper.Forget([key.AssemblyId]);
        // The keeper begins a record by itself before its first entry; were this lost, the next entry would begin it.
        db.Log(new(key.AssemblyId, actor.Id, _ => null));
        db.Record(actor, key.AssemblyId, ChangeChannel.Record, "record.succeeded", "A record that succeeds the ended one was begun.");
        return await SaveAsync(() => { }, cancellation);
    }

    private static List<Problem> Wrong(string? passphrase, bool confirmed)
    {
        var problems = new List<Problem>();
        if (RecordDesk.WrongPassphrase(passphrase) is { } wrong)
            problems.Add(wrong);
        if (!confirmed)
            problems.Add(NotConfirmed);
        return problems;
    }

    private async Task<IReadOnlyList<Problem>> SaveAsync(Action then, CancellationToken cancellation)
    {
        if (await db.TrySaveAsync("Something was recorded in the same moment: look again.", cancellation) is { } problem)
            return [problem];
        then();
        return [];
    }
}
