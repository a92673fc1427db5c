using Assemblies.Commitments.Rules;
using Assemblies.Data;
using Assemblies.Record.Corrections;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Office;

/// <summary>Puts an office's words into the public record, once and verbatim: the mark that they are there is saved with the entry, or neither is.</summary>
/// <remarks>In a database context of its own for each: what could not be saved must not be tried again with the next thing that is.</remarks>
internal sealed class OfficePublisher(IServiceScopeFactory scopes)
{
    /// <summary>Publishes everything that waits, the first sent first; what the record cannot take yet waits on.</summary>
    public async Task PublishWaitingAsync(CancellationToken cancellation)
    {
        List<Guid> waiting;
        await using (var scope = scopes.CreateAsyncScope())
            waiting = await scope.ServiceProvider.GetRequiredService<AssemblyDb>().OfficeWords.Where(w => w.State == OfficeWordState.Received)
                .OrderBy(w => w.At).ThenBy(w => w.Id).Select(w => w.Id).ToListAsync(cancellation);
        foreach (var word in waiting)
            await PublishAsync(word, cancellation);
    }

    /// <summary>Publishes one. What stands in the way; empty when it is published, or was already.</summary>
    public async Task<IReadOnlyList<Problem>> PublishAsync(Guid wordId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AssemblyDb>();
        var word = await db.OfficeWords.SingleAsync(w => w.Id == wordId, cancellation);
        if (word.State == OfficeWordState.Published)
            return [];
        var key = new CommitmentKey(word.AssemblyId, word.AskId, word.PowerHolderId);
        var commitment = await scope.ServiceProvider.GetRequiredService<CommitmentReader>().FindAsync(key, cancellation);
        if (commitment is null)
            return [new("", "The answer is not there any more.")];
        var (words, person) = (word.Words!, word.Person);
        (word.State, word.Words, word.Person) = (OfficeWordState.Published, null, null);
        try
        {
            return word.Kind == OfficeWordKind.Reply
                ? (await scope.ServiceProvider.GetRequiredService<CommitmentDesk>().ReplyAsync(Actor.Office(word.LinkId), key, Reply(word, words, person, commitment), cancellation)).Problems
                : (await scope.ServiceProvider.GetRequiredService<DisputeBook>().RaiseAsync(Actor.Office(word.LinkId), key.AssemblyId,
                    new(key.AskId, key.PowerHolderId, commitment.Given.Office, words), cancellation)).Problems;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else published it at this moment.
            return [];
        }
    }

    // It answers what we said last: the status that stands, else the notice that one is to come, else the answer itself.
    private static ReplyCommand Reply(OfficeWord word, string words, string? person, Commitment c) => new(new ReplyWords(
        c.Given.Office, words, person, OwnStatus: word.OwnStatus,
        To: StatusRules.LatestNotice(c.Life) is { } notice && !(c.Life.Assessed?.On >= notice.Words.On) ? notice.Id : c.Life.AssessedStep));
}
