using Assemblies.Record;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Commitments.Rules;

/// <summary>What each step must have, beside a status, which has rules of its own. Empty lists: it may be taken.</summary>
public static class StepRules
{
    private const int LongestTitle = 200;
    private const int LongestReason = 500;
    private const int LongestWords = 2_000;
    private const int LongestAddress = 1_000;
    private const int MostDays = 1_000;

    public static IReadOnlyList<Problem> Contact(Commitment c, ContactWords contact) => [.. Past("on", contact.On, c, "It was contacted")];

    public static IReadOnlyList<Problem> Evidence(Commitment c, EvidenceWords evidence) =>
    [
        .. Need("title", evidence.Title, "Say what it is.", LongestTitle), .. Address("address", evidence.Address), .. Address("archived", evidence.Archived),
        .. Longest("source", evidence.Source, LongestTitle),
        .. evidence.On > c.Today ? [new Problem("on", "That day is still to come.")] : Array.Empty<Problem>(),
        .. evidence is { Address: null, Archived: null, File: null }
            ? [new Problem("address", "Give the address of the page, or the file: evidence that nobody can look at is none.")] : Array.Empty<Problem>(),
    ];

    public static IReadOnlyList<Problem> Due(Commitment c, DueWords due) =>
    [
        .. Promised(c), .. Need("reason", due.Reason, "Say why the date moves. Everybody can read it.", LongestReason),
        .. due.New == due.Old ? [new Problem("due", due.Old is null ? "There is no date already." : "That is the date already.")] : Array.Empty<Problem>(),
        .. due.New < c.Said.On ? [new Problem("due", "That is before it was promised.")] : Array.Empty<Problem>(),
    ];

    public static IReadOnlyList<Problem> Reply(Commitment c, ReplyWords reply) =>
    [
        .. Need("office", reply.Office, "Say which office replies.", LongestTitle), .. Need("text", reply.Text, "Write down what they say, verbatim.", LongestWords),
        .. Longest("person", reply.Person, LongestTitle), .. Longest("language", reply.Language, 35),
        .. reply.To is { } to && !IsRepliedTo(c.Life, to) ? [new Problem("to", "Choose what they reply to: a contact, a date or a status of this commitment.")] : Array.Empty<Problem>(),
    ];

    public static IReadOnlyList<Problem> Holder(Commitment c, HolderWords holder) =>
    [
        .. Need("successor", holder.Successor, "Say who holds the office now.", LongestTitle), .. Past("on", holder.On, c, "Somebody else holds it"), .. Address("address", holder.Address),
    ];

    public static IReadOnlyList<Problem> Written(Commitment c, WrittenWords written) =>
    [
        .. AnswerRules.Check(written.Answer),
        .. written.Answer.Code is AnswerCode.Absent or AnswerCode.NotAsked or AnswerCode.NoAnswer
            ? [new Problem("code", "A letter that answers says yes, no, or something between.")] : Array.Empty<Problem>(),
        .. Past("on", written.On, c, "It was written"),
    ];

    public static IReadOnlyList<Problem> Offer(Commitment c, string grounds) =>
    [
        .. c.Standing == CommitmentStanding.Offered ? Array.Empty<Problem>() : [new Problem("", "No offer is open here.")],
        .. Need("grounds", grounds, "Say in a sentence why it is good enough. Everybody can read it.", LongestReason),
    ];

    public static IReadOnlyList<Problem> Meeting(Commitment c, MeetingWords meeting) =>
    [
        .. meeting.Days is < 1 or > MostDays ? [new Problem("days", $"Say within how many days they promised to meet: 1 to {MostDays:N0}.")] : Array.Empty<Problem>(),
        .. Past("from", meeting.From, c, "The days are counted"),
    ];

    public static IReadOnlyList<Problem> Assigned(Assignment assignment) =>
        [.. Longest("team", assignment.Team, LongestTitle), .. Longest("officeContact", assignment.OfficeContact, LongestTitle)];

    public static IReadOnlyList<Problem> Note(string? note) => [.. Longest("note", note, LongestWords)];

    /// <summary>Why nothing about whether it was done can be said of it; empty where it was promised.</summary>
    public static IReadOnlyList<Problem> Promised(Commitment c) => c.Standing switch
    {
        CommitmentStanding.Made => [],
        CommitmentStanding.Offered => [new("", "Something else was offered. Take the offer first, then follow it up.")],
        CommitmentStanding.Ended => [new("", "The promise ended: another answer stands now.")],
        _ => [new("", "Nothing was promised here. If an answer came in writing, enter it first.")],
    };

    /// <summary>What an office can reply to beside the answer.</summary>
    private static bool IsRepliedTo(CommitmentLife life, Guid step) =>
        life.Contacts.Any(c => c.Id == step) || life.DueDates.Any(d => d.Id == step) || life.AssessedStep == step;

    private static IEnumerable<Problem> Past(string field, LocalDate day, Commitment c, string what)
    {
        if (day > c.Today)
            yield return new(field, "That day is still to come.");
        else if (day < c.Said.On)
            yield return new(field, $"{what} before the answer was given: check the date.");
    }

    private static IEnumerable<Problem> Need(string field, string? text, string fix, int longest) =>
        string.IsNullOrWhiteSpace(text) ? [new(field, fix)] : Longest(field, text, longest);

    private static IEnumerable<Problem> Longest(string field, string? text, int longest)
    {
        if (text?.Length > longest)
            yield return new(field, $"At most {longest:N0} characters.");
    }

    private static IEnumerable<Problem> Address(string field, string? address)
    {
        if (address is null)
            yield break;
        if (address.Length > LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            yield return new(field, "Give a whole address, for example https://city.example/budget.");
    }
}
