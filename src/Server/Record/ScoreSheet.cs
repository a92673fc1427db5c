using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Record.Corrections;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record;

/// <summary>Asks × power-holders with the life of each answer: the one reading that floor, projector and public page are made from.</summary>
/// <param name="Asks">In the order of the score sheet.</param>
internal sealed record ScoreSheet(IReadOnlyList<SheetAsk> Asks)
{
    public static async Task<ScoreSheet> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var asks = await db.Asks.AsNoTracking().Where(a => a.AssemblyId == assemblyId).OrderBy(a => a.Number).ToListAsync(cancellation);
        var askIds = asks.Select(a => a.Id).ToList();
        var versions = (await db.AskVersions.AsNoTracking().Where(v => askIds.Contains(v.AskId)).ToListAsync(cancellation))
            .ToDictionary(v => (v.AskId, v.Version));
        string Words(Guid ask, int version) => versions[(ask, version)].Text;
        var targets = (await db.AskTargets.AsNoTracking().Where(t => askIds.Contains(t.AskId)).ToListAsync(cancellation)).ToLookup(t => t.AskId);
        var people = await db.PowerHolders.AsNoTracking().Where(p => p.AssemblyId == assemblyId).ToDictionaryAsync(p => p.Id, cancellation);
        var steps = (await db.AnswerSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation))
            .ToLookup(s => (s.AskId, s.PowerHolderId));
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.AssemblyId == assemblyId).ToDictionaryAsync(c => c.Id, cancellation);
        var disputes = (await db.Disputes.AsNoTracking().Where(d => d.AssemblyId == assemblyId).OrderBy(d => d.RaisedAt).ToListAsync(cancellation))
            .ToLookup(d => (d.AskId, d.PowerHolderId));
        return new ScoreSheet([.. asks.Select(ask => new SheetAsk(
            ask.Id, ask.Number, ask.Area, Words(ask.Id, ask.Version),
            [.. targets[ask.Id]
                .Select(t => new SheetCell(
                    people[t.PowerHolderId],
                    AnswerLife.Of(steps[(ask.Id, t.PowerHolderId)]),
                    AnswerHistory.Of(steps[(ask.Id, t.PowerHolderId)], corrections),
                    [.. disputes[(ask.Id, t.PowerHolderId)]]))
                .OrderBy(c => c.PowerHolder.Order).ThenBy(c => c.PowerHolder.Id)],
            version => Words(ask.Id, version))
        {
            Background = ask.Background,
            Terms = versions[(ask.Id, ask.Version)].Terms,
            TermsOf = version => versions[(ask.Id, version)].Terms,
            PublishedVersion = ask.PublishedVersion,
            WithdrawnReason = ask.WithdrawnReason,
        })]);
    }
}

/// <param name="Text">The words of the present version.</param>
/// <param name="Cells">In the agreed order of power-holders.</param>
/// <param name="TextOf">The words of any version.</param>
internal sealed record SheetAsk(
    Guid Id, int Number, string? Area, string Text, IReadOnlyList<SheetCell> Cells, Func<int, string> TextOf)
{
    /// <summary>Why it is asked.</summary>
    public string? Background { get; init; }

    /// <summary>How it is tested, and in which other languages it is read: those of the present version.</summary>
    public AskTerms Terms { get; init; } = AskTerms.None;

    /// <summary>How the words of any version are tested, and their translations.</summary>
    public Func<int, AskTerms> TermsOf { get; init; } = _ => AskTerms.None;

    /// <summary>The version that everybody may read before it is put; null while it is a draft.</summary>
    public int? PublishedVersion { get; init; }

    /// <summary>The words of that version.</summary>
    public string? PublishedText => PublishedVersion is { } version ? TextOf(version) : null;

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Whether the hall has heard it. Before that only the projector shows it, and only when the chair chooses it.</summary>
    public bool WasPut => Cells.Any(c => c.Life.TimesPut > 0 || c.Life.Revealed is not null);

    /// <summary>The version that everybody knows it in: the one put last, before that the published one; null for a draft.</summary>
    public int? PublicVersion => LatestPut is { } latest ? VersionOf(latest) : PublishedVersion;

    /// <summary>
    /// The words as put: those of the latest round, as they were really said. What a scribe writes changes nothing here until the chair has ruled on it.
    /// </summary>
    public string TextAsPut => LatestPut is { } latest ? latest.RuledAskedAs ?? TextOf(VersionOf(latest)) : Text;

    private AnswerLife? LatestPut => Cells.Select(c => c.Life).Where(l => l.TimesPut > 0 || l.RevealedAskVersion is not null).OrderBy(VersionOf).ThenBy(l => l.At).LastOrDefault();

    private static int VersionOf(AnswerLife life) => (life.TimesPut > 0 ? life.AskVersion : life.RevealedAskVersion)!.Value;
}

/// <param name="PowerHolder">Whose answer.</param>
/// <param name="Life">Where it stands.</param>
/// <param name="History">What everybody may read of its life.</param>
/// <param name="Disputes">What offices say against it, the first first.</param>
internal sealed record SheetCell(PowerHolder PowerHolder, AnswerLife Life, IReadOnlyList<AnswerEvent> History, IReadOnlyList<Dispute> Disputes);
