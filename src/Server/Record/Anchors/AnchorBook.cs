using System.Security.Cryptography;
using System.Text;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Anchors;

/// <summary>Notes that a checkpoint was put into other people's hands by a person.</summary>
/// <param name="Kind"><c>screen</c>, <c>paper</c>, <c>mail</c> or <c>witness</c>.</param>
/// <param name="Where">Public: where or to whom, by office and institution: never a private person.</param>
public sealed record AnchorCommand(AnchorKind Kind, string Where);

/// <summary>Puts checkpoints where nobody can take them back: that is what keeps whoever holds the key from showing two records (record.md, section 2, ANCHOR).</summary>
/// <remarks>Anchored is the closing checkpoint, until then the latest.</remarks>
public sealed class AnchorBook(AssemblyDb db, TimestampAuthority authority)
{
    private const int LongestWhere = 300;

    /// <summary>The checkpoint that is to be anchored; null while the record has no entry.</summary>
    public async Task<SignedCheckpoint?> CheckpointAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var note = await db.ClosingNoteAsync(assemblyId, cancellation)
            ?? await db.RecordEntries.Where(e => e.AssemblyId == assemblyId).OrderByDescending(e => e.Seq).Select(e => e.Checkpoint).FirstOrDefaultAsync(cancellation);
        return note is null ? null : SignedCheckpoint.Parse(note);
    }

    /// <summary>Writes down where a person put it.</summary>
    public async Task<Problem?> RecordAsync(Actor actor, Guid assemblyId, AnchorCommand command, CancellationToken cancellation)
    {
        if (command.Kind == AnchorKind.Timestamp)
            return new("kind", "A time stamp is fetched, not typed.");
        if ((command.Where ?? "").Trim() is not { Length: > 0 and <= LongestWhere } where)
            return new("where", $"Say where or to whom, in at most {LongestWhere} characters.");
        return await CheckpointAsync(assemblyId, cancellation) is { } signed
            ? await LogAsync(actor, assemblyId, new AnchorRecorded(signed.Checkpoint, command.Kind, RecordWords.Text(where)), cancellation)
            : Nothing;
    }

    /// <summary>Fetches a time stamp over the signed note and writes it into the record.</summary>
    public async Task<Problem?> StampAsync(Actor actor, Guid assemblyId, CancellationToken cancellation)
    {
        if (authority.Address is not { } address)
            return new("", "No time-stamp authority is set: whoever runs the server sets Record:TimestampAuthority. Without it nothing is sent to anybody.");
        if (await CheckpointAsync(assemblyId, cancellation) is not { } signed)
            return Nothing;
        try
        {
            var token = await authority.StampAsync(Encoding.UTF8.GetBytes(signed.ToString()), cancellation);
            return await LogAsync(actor, assemblyId, new AnchorRecorded(signed.Checkpoint, AnchorKind.Timestamp, address.Host, token), cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or CryptographicException)
        {
            return new("", $"{address.Host} gave no time stamp: {error.Message} Nothing is recorded; try again later.");
        }
    }

    private static Problem Nothing => new("", "Nothing is recorded yet: there is no checkpoint to anchor.");

    private async Task<Problem?> LogAsync(Actor actor, Guid assemblyId, AnchorRecorded anchor, CancellationToken cancellation)
    {
        db.Log(new(assemblyId, actor.Id, _ => anchor));
        db.Record(actor, assemblyId, ChangeChannel.Record, "record.anchored", $"The checkpoint of size {anchor.Checkpoint.Size} was anchored: {WireFormat.Word(anchor.Kind)}.");
        return await db.TrySaveAsync(null, cancellation);
    }
}
