using System.Security.Cryptography;
using Assemblies.Data;
using Assemblies.Wire;
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
        if (kept is null)
            db.EvidenceFiles.Add(kept = new EvidenceFile { AssemblyId = assemblyId, Sha256 = sha256, Media = media, Bytes = upload.Bytes, AddedAt = clock.GetCurrentInstant() });
        kept.IsPublic |= upload.IsPublic;
        return (new(sha256, media, upload.Bytes.Length, upload.IsPublic), null);
    }
}
