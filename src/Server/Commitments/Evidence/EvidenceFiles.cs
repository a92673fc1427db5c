using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Evidence;

/// <summary>Keeps papers beside the steps that they belong to.</summary>
public sealed class EvidenceFiles(AssemblyDb db, IClock clock)
{
    /// <summary>Adds a file to what the next save stores; the same bytes are kept once. Its words, or why it is not kept.</summary>
    internal async Task<(EvidenceFileWords? Words, Problem? Problem)> KeepAsync(Guid assemblyId, EvidenceUpload upload, CancellationToken cancellation)
    {
        var (media, unfit) = EvidenceRules.Check(upload.Bytes);
        if (media is null)
            return (null, unfit);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Bytes));
        var kept = await db.EvidenceFiles.FindAsync([assemblyId, sha256], cancellation);
        if (upload.IsPublic && kept is not { IsPublic: true } && await PublicAsync(assemblyId, cancellation) + upload.Bytes.Length > EvidenceRules.LargestPublic)
            return (null, new("file", "The public files of this assembly would be more than 64 MB together: send a smaller copy, keep it from the public, or give its address."));
        if (kept is null)
            db.EvidenceFiles.Add(kept = new EvidenceFile { AssemblyId = assemblyId, Sha256 = sha256, Media = media, Bytes = upload.Bytes, AddedAt = clock.GetCurrentInstant() });
        kept.IsPublic |= upload.IsPublic;
        return (new(sha256, media, upload.Bytes.Length, upload.IsPublic), null);
    }

    private Task<long> PublicAsync(Guid assemblyId, CancellationToken cancellation) =>
        db.EvidenceFiles.Where(f => f.AssemblyId == assemblyId && f.IsPublic).SumAsync(f => (long)f.Bytes.Length, cancellation);
}
