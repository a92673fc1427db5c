using Assemblies.Data;
using Assemblies.PublicRecord.Text;
using Assemblies.Record.Redactions;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Record.Log;

/// <summary>Words that stand in the database and are not those that were signed.</summary>
/// <param name="What">Which, for example <c>Ask 3, Mayor</c>.</param>
/// <param name="Seq">The entry that says otherwise; null where none says anything.</param>
public sealed record UnsignedWords(string What, long? Seq)
{
    /// <summary>The same in a sentence.</summary>
    public string Sentence => Seq is { } seq ? $"{What}: what the database says is not what entry {seq} says." : $"{What}: the database says something that the record does not.";
}

/// <summary>
/// Compares the rows that pages are made from with the entries that were signed. The record itself cannot be changed without its key; a row beside it
/// can, by anybody who can write to the database, and a page that shows it would deny what the record says.
/// </summary>
/// <remarks>Withheld entries say nothing to compare with: what two people redacted is left out.</remarks>
internal static class SignedWords
{
    private const string Recorded = "answer.recorded";
    private const string Corrected = "answer.corrected";
    private static readonly string[] Types = ["ask.published", "ask.amended", Recorded, Corrected];

    /// <summary>What differs: the words of asks as published, and the answers that stand.</summary>
    /// <param name="db">Where the entries are.</param>
    /// <param name="assemblyId">Whose record.</param>
    /// <param name="sheet">What its pages are made from.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<IReadOnlyList<UnsignedWords>> DifferingAsync(AssemblyDb db, Guid assemblyId, ScoreSheet sheet, CancellationToken cancellation)
    {
        var signed = await db.RecordEntries.AsNoTracking().Where(e => e.AssemblyId == assemblyId && Types.Contains(e.Type)).OrderBy(e => e.Seq)
            .Select(e => new Signed(e.Seq, e.Type, e.AskId, e.PowerHolderId, e.AskVersion, e.Bytes)).ToListAsync(cancellation);
        return [.. sheet.Asks.SelectMany(ask => OfAsk(ask, signed.Where(e => e.AskId == ask.Id).ToList()))];
    }

    private static IEnumerable<UnsignedWords> OfAsk(SheetAsk ask, IReadOnlyList<Signed> own)
    {
        foreach (var published in own.Where(e => e.AskVersion is not null))
            if (published.Body is { } body && body.Text("text") != RecordWords.Text(ask.TextOf(published.AskVersion!.Value)))
                yield return new($"Ask {ask.Number}", published.Seq);
        foreach (var cell in ask.Cells)
            if (OfAnswer(cell.Life.Revealed, [.. own.Where(e => e.PowerHolderId == cell.PowerHolder.Id)], out var seq))
                yield return new($"Ask {ask.Number}, {cell.PowerHolder.Office}", seq);
    }

    private static bool OfAnswer(AnswerWords? stands, List<Signed> own, out long? seq)
    {
        var said = own.FindLastIndex(e => e.Type == Recorded);
        seq = said < 0 ? null : own[^1].Seq;
        if (stands is null || said < 0)
            return (stands is null) != (said < 0);
        var signed = new JsonMap();
        foreach (var entry in own[said..])
        {
            if (entry.Body is not { } body)
                return false;
            foreach (var (name, value) in entry.Type == Corrected ? (JsonMap)body["new"]! : body)
                signed[name] = value;
        }
        // A record that succeeds one whose key was lost restates withheld words by that mark, because their member may not be missing.
        return !signed.ContainsValue(RedactionWording.Withheld) && RecordWords.Differing(signed, RecordWords.Members(stands)).Count > 0;
    }

    private sealed record Signed(long Seq, string Type, Guid? AskId, Guid? PowerHolderId, int? AskVersion, byte[]? Bytes)
    {
        /// <summary>Null where it is withheld, and where the bytes are not an entry's: that is found by <see cref="RecordCheckAtStart"/>.</summary>
        public JsonMap? Body => StrictJson.TryRead(Bytes, out var entry) ? (entry as JsonMap)?.GetValueOrDefault("body") as JsonMap : null;
    }
}
