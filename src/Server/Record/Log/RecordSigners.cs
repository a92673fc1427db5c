using System.Collections.Concurrent;
using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.PublicRecord.Notes;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Record.Log;

/// <summary>Where a record's key is.</summary>
public enum RecordKeyState
{
    /// <summary>There is none yet.</summary>
    Missing,

    /// <summary>It is there, and waits for its passphrase.</summary>
    Locked,

    /// <summary>It signs.</summary>
    Unlocked,

    /// <summary>It signs, and lies on the disk in clear: for rehearsals only.</summary>
    ForRehearsal,
}

/// <summary>The unlocked keys, in memory only: after a restart somebody enters the passphrase again, or a file on another disk has it.</summary>
/// <remarks>
/// Settings: <c>Record:PassphraseFile</c> names a file that holds the passphrase of the keys of this server, so that a killed laptop comes back
/// by itself; <c>Record:RehearsalKeys</c> makes unprotected keys by itself and is set by rehearsals.
/// </remarks>
public sealed class RecordSigners(IConfiguration configuration, PublicAddress address, IClock clock)
{
    private readonly ConcurrentDictionary<Guid, NoteSigner> unlocked = new();
    private readonly bool rehearsal = configuration.GetValue<bool>("Record:RehearsalKeys");
    private readonly string? passphraseFile = configuration["Record:PassphraseFile"];

    /// <summary>Where the key of an assembly's record is.</summary>
    public RecordKeyState StateOf(RecordKey? key) => key switch
    {
        null => RecordKeyState.Missing,
        _ when KeyFile.IsForRehearsal(key.PrivateKey) => RecordKeyState.ForRehearsal,
        _ when unlocked.TryGetValue(key.AssemblyId, out var signer) && signer.Key.ToString() == key.VerifierKey => RecordKeyState.Unlocked,
        _ => RecordKeyState.Locked,
    };

    /// <summary>Makes the key of a record; the caller saves it. It is unlocked at once.</summary>
    /// <param name="assemblyId">Whose record.</param>
    /// <param name="passphrase">Null for a rehearsal's key, which lies in clear.</param>
    /// <param name="by">Who makes it.</param>
    internal RecordKey Make(Guid assemblyId, string? passphrase, string by)
    {
        using var key = KeyFile.New();
        var (slug, origin) = Name(assemblyId);
        return new RecordKey
        {
            AssemblyId = assemblyId,
            Origin = origin,
            Slug = slug,
            VerifierKey = VerifierKey.Of(origin, key).ToString(),
            PrivateKey = passphrase is null ? KeyFile.WriteForRehearsal(key) : KeyFile.Write(key, passphrase),
            MadeAt = clock.GetCurrentInstant(),
            MadeBy = by,
        };
    }

    /// <summary>Gives a record another key under the same name; the caller saves, then calls <see cref="Use"/>.</summary>
    internal NoteSigner Renew(RecordKey row, string passphrase, string by)
    {
        var key = KeyFile.New();
        (row.VerifierKey, row.PrivateKey) = (VerifierKey.Of(row.Origin, key).ToString(), KeyFile.Write(key, passphrase));
        (row.MadeAt, row.MadeBy) = (clock.GetCurrentInstant(), by);
        return NoteSigner.Of(row.Origin, key);
    }

    /// <summary>Makes it the key of a new record, which succeeds the one whose key is lost; the caller saves, then calls <see cref="Use"/>.</summary>
    internal NoteSigner Succeed(RecordKey row, string passphrase, string by)
    {
        (row.Slug, row.Origin) = Name(Guid.CreateVersion7());
        return Renew(row, passphrase, by);
    }

    /// <summary>From now on this key signs.</summary>
    internal void Use(Guid assemblyId, NoteSigner signer) => unlocked[assemblyId] = signer;

    /// <summary>Unlocks a key. False when the passphrase is wrong.</summary>
    internal bool Unlock(RecordKey key, string passphrase)
    {
        try
        {
            unlocked[key.AssemblyId] = NoteSigner.Of(key.Origin, KeyFile.Open(key.PrivateKey, passphrase));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The signer of a record.</summary>
    /// <exception cref="RecordRefusedException">There is no key, or it is locked.</exception>
    internal async Task<NoteSigner> OfAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        // As it is stored: a handover that is about to be saved is signed by the key before it too.
        var key = await db.RecordKeys.AsNoTracking().FirstOrDefaultAsync(k => k.AssemblyId == assemblyId, cancellation);
        // Another server on the same database may have handed the record over to another key meanwhile.
        if (unlocked.TryGetValue(assemblyId, out var signer) && signer.Key.ToString() == key?.VerifierKey)
            return signer;
        if (key is null && rehearsal)
            db.RecordKeys.Add(key = Make(assemblyId, null, Actor.Server.Id));
        if (key is null)
            throw new RecordRefusedException(new("", "The public record has no key yet: an organiser makes it on the page \"Public record\"."));
        if (KeyFile.IsForRehearsal(key.PrivateKey))
            return NoteSigner.Of(key.Origin, KeyFile.OpenForRehearsal(key.PrivateKey));
        if (passphraseFile is not null && File.Exists(passphraseFile) && Unlock(key, (await File.ReadAllTextAsync(passphraseFile, cancellation)).Trim()))
            return unlocked[assemblyId];
        throw new RecordRefusedException(new("", "The public record is locked: an organiser enters its passphrase on the page \"Public record\". Nothing is lost; then tap again."));
    }

    private (string Slug, string Origin) Name(Guid id) => (Ulid(id), $"{address.Host}/record/{Ulid(id)}");

    // 128 bits in Crockford's base32, as a ULID is written: version 7 ids sort by time in both.
    private static string Ulid(Guid id)
    {
        const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var value = new UInt128(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)));
        return string.Create(26, value, (letters, rest) =>
        {
            for (var i = letters.Length - 1; i >= 0; i--, rest >>= 5)
                letters[i] = alphabet[(int)(rest & 31)];
        });
    }
}
