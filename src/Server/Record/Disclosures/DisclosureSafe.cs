using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.Record.Log;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Disclosures;

/// <summary>Keeps what is personal sealed under a key for each person, hands out what may be public, and forgets on demand (decision 0014).</summary>
internal static class DisclosureSafe
{
    /// <summary>The channel that publishing in a record is: everybody can read and copy it (decision 0011).</summary>
    public const ConsentChannel Channel = ConsentChannel.Web;

    /// <summary>Seals what an entry commits to; the caller saves.</summary>
    public static async Task SealAsync(AssemblyDb db, RecordEntry entry, RecordSubject subject, CancellationToken cancellation)
    {
        var key = db.SubjectKeys.Local.FirstOrDefault(k => k.AssemblyId == entry.AssemblyId && k.SubjectId == subject.Id)
            ?? await db.SubjectKeys.FirstOrDefaultAsync(k => k.AssemblyId == entry.AssemblyId && k.SubjectId == subject.Id, cancellation);
        if (key is null)
            db.SubjectKeys.Add(key = new SubjectKeyRow { AssemblyId = entry.AssemblyId, SubjectId = subject.Id, Key = SubjectKey.New() });
        db.SealedDisclosures.AddRange(subject.Disclosures.Select(d => new SealedDisclosure
        {
            AssemblyId = entry.AssemblyId,
            Digest = d.Digest,
            Seq = entry.Seq,
            SubjectId = subject.Id,
            Sealed = SubjectKey.Seal(key.Key, d),
        }));
    }

    /// <summary>The digests whose disclosures may be public now, in the order of the entries: those of people who agree to it at this moment.</summary>
    public static async Task<IReadOnlyList<SealedDisclosure>> PublicAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var all = await db.SealedDisclosures.AsNoTracking().Where(d => d.AssemblyId == assemblyId).OrderBy(d => d.Seq).ThenBy(d => d.Digest).ToListAsync(cancellation);
        if (all.Count == 0)
            return [];
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
        return [.. all.Where(d => consents.Of(d.SubjectId).MayShow(Channel))];
    }

    /// <summary>Opens disclosures. One that cannot be opened is as good as erased and is left out.</summary>
    public static async Task<IReadOnlyList<Disclosure>> OpenAsync(AssemblyDb db, Guid assemblyId, IReadOnlyList<SealedDisclosure> disclosures, CancellationToken cancellation)
    {
        if (disclosures.Count == 0)
            return [];
        var keys = await db.SubjectKeys.AsNoTracking().Where(k => k.AssemblyId == assemblyId).ToDictionaryAsync(k => k.SubjectId, k => k.Key, cancellation);
        return [.. disclosures.Select(d => keys.TryGetValue(d.SubjectId, out var key) ? Open(key, d) : null).OfType<Disclosure>()];
    }

    /// <summary>Deletes everything that the record keeps of a person, and the key to it; the digests in the entries stay. The caller saves.</summary>
    public static async Task ForgetAsync(AssemblyDb db, Guid assemblyId, Guid subjectId, CancellationToken cancellation)
    {
        db.RemoveRange(await db.SealedDisclosures.Where(d => d.AssemblyId == assemblyId && d.SubjectId == subjectId).ToListAsync(cancellation));
        db.RemoveRange(await db.SubjectKeys.Where(k => k.AssemblyId == assemblyId && k.SubjectId == subjectId).ToListAsync(cancellation));
    }

    /// <summary>Deletes what an entry committed to, and the keys of people of whom nothing else is kept. The caller saves.</summary>
    public static async Task ForgetEntryAsync(AssemblyDb db, Guid assemblyId, long seq, CancellationToken cancellation)
    {
        var gone = await db.SealedDisclosures.Where(d => d.AssemblyId == assemblyId && d.Seq == seq).ToListAsync(cancellation);
        var people = gone.Select(d => d.SubjectId).Distinct().ToList();
        db.RemoveRange(gone);
        db.RemoveRange(await db.SubjectKeys.Where(k => k.AssemblyId == assemblyId && people.Contains(k.SubjectId)
            && !db.SealedDisclosures.Any(d => d.AssemblyId == assemblyId && d.SubjectId == k.SubjectId && d.Seq != seq)).ToListAsync(cancellation));
    }

    private static Disclosure? Open(byte[] key, SealedDisclosure disclosure)
    {
        try
        {
            return SubjectKey.Open(key, disclosure.Digest, disclosure.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
