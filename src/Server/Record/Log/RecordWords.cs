using Assemblies.Asks;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Text;
using Assemblies.Record.Corrections;
using Assemblies.Wire;
using Logged = Assemblies.PublicRecord.Entries;

namespace Assemblies.Record.Log;

/// <summary>What the server knows, in the words of the record (docs/record-format.md).</summary>
internal static class RecordWords
{
    /// <summary>The language of a quote of which nobody noted it: BCP 47 has a tag for that.</summary>
    public const string Undetermined = "und";

    // The members that a correction may change; `of`, office and person stay, because a wrong person's answer is written anew.
    private static readonly string[] Correctable =
        ["answer", "by_when", "condition", "due", "invitation", "language", "media_offset", "offer", "on_behalf_of", "part", "quote", "reason", "times_asked", "whose_move"];

    /// <summary>Text as the record takes it: Unicode's NFC.</summary>
    public static string Text(string text) => text.Normalize();

    public static EntryBody Published(Ask ask, AskVersion words, IEnumerable<PowerHolder> to, RecordIndex index)
    {
        var version = index.Publications(ask.Id) + 1;
        var body = new AskWords(Id(ask.Id), version, Text(words.Text), [.. to.OrderBy(p => p.Order).Select(p => new Addressee(Id(p.Id), Text(p.Office), Text(p.Name)))])
        {
            Number = ask.Number,
            Area = Optional(ask.Area),
            KeptIf = Optional(words.Terms.KeptIf),
            NotKeptIf = Optional(words.Terms.NotKeptIf),
            Due = words.Terms.Due?.ToDateOnly(),
        };
        return version == 1 ? new AskPublished(body) : new AskAmended(body, "The words or whom it is put to were changed.");
    }

    /// <summary>An answer that is revealed now.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="of">Who answered.</param>
    /// <param name="steps">The steps of the cell, up to and with the revealing one.</param>
    /// <param name="index">The record so far.</param>
    public static AnswerRecorded Answer(Ask ask, PowerHolder of, IReadOnlyList<AnswerStep> steps, RecordIndex index)
    {
        var life = AnswerLife.Of(steps);
        var recorded = steps.Last(s => s.Kind == AnswerStepKind.Recorded);
        var confirmed = steps.Last(s => s.Kind is AnswerStepKind.Confirmed or AnswerStepKind.Amended);
        var put = steps.LastOrDefault(s => s.Kind is AnswerStepKind.Put or AnswerStepKind.ReAsked);
        return Body(new(Id(ask.Id), index.VersionOf(ask.Id, life.RevealedAskVersion!.Value), Id(of.Id), Text(of.Office), Text(of.Name)), life.Revealed!,
            new(RecordKeeper.RoleId(recorded.By), recorded.At.ToDateTimeOffset(), RecordKeeper.RoleId(confirmed.By), confirmed.At.ToDateTimeOffset(), put?.At.ToDateTimeOffset()))
            with
            {
                Wording = Optional(life.RevealedAskedAs),
                Replaces = index.AnswerAt(ask.Id, of.Id),
            };
    }

    /// <summary>A correction that two people approved.</summary>
    /// <param name="target">The answer's entry.</param>
    /// <param name="before">What stood.</param>
    /// <param name="correction">What stands.</param>
    public static EntryBody Corrected(long target, AnswerWords before, Correction correction)
    {
        var (old, changed) = (Members(before), Members(correction.Answer));
        var names = Differing(old, changed);
        return new AnswerCorrected(target, Enum.Parse<Logged.CorrectionClass>(correction.Class.ToString()), Only(old, names), Only(changed, names), new(
            RecordKeeper.RoleId(Slug(correction.RequestedBy)), RecordKeeper.RoleId(correction.ProposedBy), RecordKeeper.RoleId(correction.DecidedBy!), Text(correction.Grounds)));
    }

    public static string Id(Guid id) => id.ToString();

    /// <summary>The members of an answer, of which a correction may change all.</summary>
    public static JsonMap Members(AnswerWords answer) => Body(new("", 1, "", "", ""), answer, new("", default, "", default, null)).ToJson();

    /// <summary>In which of those two answers differ.</summary>
    public static IReadOnlyList<string> Differing(JsonMap one, JsonMap other) => [.. Correctable.Where(n => !Equals(one.GetValueOrDefault(n), other.GetValueOrDefault(n)))];

    private static JsonMap Only(JsonMap all, IEnumerable<string> names)
    {
        var some = new JsonMap();
        foreach (var name in names)
            some[name] = all.GetValueOrDefault(name);
        return some;
    }

    private static AnswerRecorded Body(AnswerCell cell, AnswerWords answer, AnswerTimes times) =>
        new(cell, Enum.Parse<Logged.AnswerCode>(answer.Code.ToString()), times, answer.Due?.ToDateOnly())
        {
            OnBehalfOf = Optional(answer.OnBehalfOf),
            Quote = Optional(answer.Verbatim),
            Language = answer.Verbatim is null ? null : Optional(answer.Language) ?? Undetermined,
            Condition = answer is { Code: AnswerCode.YesWithConditions, Condition: { } what, WhoseMove: { } who } ? (Text(what), Text(who)) : null,
            ByWhen = answer.ByWhen?.ToDateOnly(),
            Part = Optional(answer.Part),
            Offer = Optional(answer.Offer),
            TimesAsked = answer.TimesAsked,
            Invitation = Optional(answer.Invitation),
            Reason = Optional(answer.Reason),
            MediaOffset = answer.MediaOffset,
        };

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : Text(text);

    // The record names roles by ids; "Mayor's office" is mayors-office.
    private static string Slug(string words) => string.Join('-', Folding.Words(words).Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0)) is { Length: > 0 } slug
        ? slug[..Math.Min(slug.Length, 60)]
        : "office";
}
