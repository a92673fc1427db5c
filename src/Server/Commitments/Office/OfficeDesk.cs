using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Office;

/// <summary>Takes what offices say, and publishes it verbatim as soon as the record can take it.</summary>
internal sealed class OfficeDesk(AssemblyDb db, CommitmentReader reader, OfficePublisher publisher, OfficePace pace, IClock clock)
{
    private const int LongestWords = 2_000;
    private const int LongestPerson = 200;

    /// <summary>Everything that this office answered, in the order of the score sheet.</summary>
    public async Task<IReadOnlyList<Commitment>> ListAsync(OfficeLink link, CancellationToken cancellation) =>
        [.. (await reader.OfAssemblyAsync(link.AssemblyId, cancellation)).Where(c => c.Key.PowerHolderId == link.PowerHolderId)];

    /// <summary>What an assembly's offices sent, the latest first.</summary>
    public async Task<IReadOnlyList<OfficeWordRow>> SentAsync(Guid assemblyId, Guid? powerHolderId, CancellationToken cancellation) =>
        [.. (await db.OfficeWords.AsNoTracking().Where(w => w.AssemblyId == assemblyId && (powerHolderId == null || w.PowerHolderId == powerHolderId))
            .OrderByDescending(w => w.At).ThenByDescending(w => w.Id).ToListAsync(cancellation)).Select(OfficeWordRow.Of)];

    /// <summary>Keeps the words, and publishes them where that is possible now. What was kept is never lost, whether or not it is published yet.</summary>
    public async Task<(OfficeWordRow? Word, IReadOnlyList<Problem> Problems)> SayAsync(OfficeLink link, OfficeWordCommand command, CancellationToken cancellation)
    {
        var problems = Check(command).ToList();
        if ((await ListAsync(link, cancellation)).All(c => c.Key.AskId != command.AskId))
            problems.Add(new("", "That is no answer of this office."));
        if (problems.Count == 0 && !pace.MaySend(link.Id))
            problems.Add(new("", "So much was sent by this link today that it has to rest until tomorrow. Write to the organisers if it is urgent."));
        if (problems.Count > 0)
            return (null, problems);
        var word = new OfficeWord
        {
            AssemblyId = link.AssemblyId,
            AskId = command.AskId,
            PowerHolderId = link.PowerHolderId,
            LinkId = link.Id,
            Kind = command.Kind,
            Words = command.Words!.Trim(),
            Person = TypedText.Tidy(command.Person),
            OwnStatus = command.Kind == OfficeWordKind.Reply ? command.OwnStatus : null,
            At = clock.GetCurrentInstant(),
        };
        db.OfficeWords.Add(word);
        db.Record(Actor.Office(link.Id), link.AssemblyId, ChangeChannel.Commitments, "office.said", "An office sent its own words.");
        await db.SaveChangesAsync(cancellation);
        await publisher.PublishAsync(word.Id, cancellation);
        return (OfficeWordRow.Of(await db.OfficeWords.AsNoTracking().SingleAsync(w => w.Id == word.Id, cancellation)), []);
    }

    private static IEnumerable<Problem> Check(OfficeWordCommand command)
    {
        if ((command.Words ?? "").Trim().Length is 0 or > LongestWords)
            yield return new("words", $"Write what you want to have published, in 1 to {LongestWords:N0} characters.");
        if (TypedText.Tidy(command.Person)?.Length > LongestPerson)
            yield return new("person", $"At most {LongestPerson} characters.");
    }
}
