using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>Commits asks before the evening: published to everybody, sent to each office, withdrawn with a reason.</summary>
public sealed class AskPublication(AssemblyDb db, IClock clock)
{
    private const int LongestReason = 500;
    private const int LongestHow = 200;

    /// <summary>Publishes the present words; words published before stay readable as an earlier version.</summary>
    public async Task<Problem?> PublishAsync(Actor actor, Guid assemblyId, Guid askId, CancellationToken cancellation)
    {
        if (await FindAsync(assemblyId, askId, cancellation) is not { } ask)
            return NoSuchAsk;
        if (!await db.AskTargets.AnyAsync(t => t.AskId == askId, cancellation))
            return new("powerHolderIds", "Say first whom it is put to: those offices have to know before everybody does.");
        if (ask.WithdrawnAt is not null)
            return new("", "It was withdrawn, and the record says so. Write it as a new ask.");
        return await PublishAsync(db, ask, clock.GetCurrentInstant(), actor, cancellation) ? await SaveAsync(cancellation) : null;
    }

    /// <summary>Publishes as part of a larger change; the caller saves. False when these words are public already.</summary>
    internal static async Task<bool> PublishAsync(AssemblyDb db, Ask ask, Instant now, Actor actor, CancellationToken cancellation)
    {
        if (ask.PublishedVersion == ask.Version)
            return false;
        (ask.PublishedVersion, ask.PublishedAt) = (ask.Version, ask.PublishedAt ?? now);
        var words = await db.AskVersions.AsNoTracking().SingleAsync(v => v.AskId == ask.Id && v.Version == ask.Version, cancellation);
        var to = await db.AskTargets.Where(t => t.AskId == ask.Id).Join(db.PowerHolders, t => t.PowerHolderId, p => p.Id, (t, p) => p)
            .AsNoTracking().ToListAsync(cancellation);
        db.Log(new(ask.AssemblyId, actor.Id, index => RecordWords.Published(ask, words, to, index)) { AskId = ask.Id, AskVersion = ask.Version });
        db.Record(actor, ask.AssemblyId, ChangeChannel.Asks, "ask.published", $"Ask {ask.Number} was published in version {ask.Version}.");
        return true;
    }

    /// <summary>Takes a published ask back before it is put. It stays readable, with the reason.</summary>
    public async Task<Problem?> WithdrawAsync(Actor actor, Guid assemblyId, Guid askId, WithdrawAskCommand command, CancellationToken cancellation)
    {
        if (await FindAsync(assemblyId, askId, cancellation) is not { } ask)
            return NoSuchAsk;
        if (TypedText.Tidy(command.Reason) is not { Length: <= LongestReason } reason)
            return new("reason", $"Say why, in at most {LongestReason} characters. Everybody can read it.");
        if (!ask.Stands)
            return new("", "It is not published: there is nothing to withdraw.");
        if (await db.AnswerSteps.AnyAsync(s => s.AskId == askId, cancellation))
            return new("", $"Ask {ask.Number} was put or answered: that is on record and stays.");
        (ask.WithdrawnAt, ask.WithdrawnReason) = (clock.GetCurrentInstant(), reason);
        db.Log(new(assemblyId, actor.Id, _ => new AskWithdrawn(RecordWords.Id(askId), RecordWords.Text(reason))) { AskId = askId });
        db.Record(actor, assemblyId, ChangeChannel.Asks, "ask.withdrawn", $"Ask {ask.Number} was withdrawn.");
        return await SaveAsync(cancellation);
    }

    /// <summary>Notes when the present words were sent to an office; a second note for the same words corrects the first.</summary>
    public async Task<Problem?> SentAsync(Actor actor, Guid assemblyId, Guid askId, SendAskCommand command, CancellationToken cancellation)
    {
        if (await FindAsync(assemblyId, askId, cancellation) is not { } ask)
            return NoSuchAsk;
        if (!await db.AskTargets.AnyAsync(t => t.AskId == askId && t.PowerHolderId == command.PowerHolderId, cancellation))
            return new("powerHolderId", "This ask is not put to that power-holder.");
        if (command.How?.Length > LongestHow)
            return new("how", $"At most {LongestHow} characters.");
        var sent = await db.AskSendings.FindAsync([askId, command.PowerHolderId, ask.Version], cancellation);
        if (sent is null)
            db.AskSendings.Add(sent = new AskSending { AskId = askId, PowerHolderId = command.PowerHolderId, Version = ask.Version, SentOn = command.SentOn });
        (sent.SentOn, sent.How) = (command.SentOn, TypedText.Tidy(command.How));
        db.Record(actor, assemblyId, ChangeChannel.Asks, "ask.sent", $"Ask {ask.Number} was sent to an office.");
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    // What everybody may read is in the public record, or it is not published.
    private Task<Problem?> SaveAsync(CancellationToken cancellation) => db.TrySaveAsync(null, cancellation);

    /// <summary>What is said of an ask that does not exist.</summary>
    internal static Problem NoSuchAsk { get; } = new("askId", "There is no such ask at this assembly.");

    private Task<Ask?> FindAsync(Guid assemblyId, Guid askId, CancellationToken cancellation) =>
        db.Asks.FirstOrDefaultAsync(a => a.Id == askId && a.AssemblyId == assemblyId, cancellation);
}
