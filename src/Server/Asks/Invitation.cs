using Assemblies.Agenda;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Asks;

/// <summary>What an office replied to its invitation.</summary>
public enum InvitationReply
{
    NoReply,
    Accepted,
    Declined,

    /// <summary>Somebody comes on their behalf.</summary>
    Deputy,
}

/// <summary>Who answers on a power-holder's behalf.</summary>
/// <param name="Name">The deputy's name.</param>
/// <param name="Office">The deputy's office.</param>
/// <param name="HasAuthority">Whether the deputy may commit the office; left out while nobody said.</param>
public sealed record Deputy(string Name, string Office, bool? HasAuthority = null);

/// <summary>How a power-holder was invited and what they replied. Kept for fairness between candidates (product.md, section 5).</summary>
/// <param name="Reply">What they replied.</param>
/// <param name="InvitedOn">The date of the invitation; left out while not invited.</param>
/// <param name="InvitedBy">Who invited, in the organiser's words.</param>
/// <param name="Reason">The impartial reason why this office is invited: one that would hold for any person in it.</param>
/// <param name="RepliedOn">The date of the reply.</param>
/// <param name="ReplyWords">The reply as it was given, without quotation marks.</param>
/// <param name="Deputy">Who comes on their behalf.</param>
public sealed record Invitation(
    InvitationReply Reply = InvitationReply.NoReply,
    LocalDate? InvitedOn = null,
    string? InvitedBy = null,
    string? Reason = null,
    LocalDate? RepliedOn = null,
    string? ReplyWords = null,
    Deputy? Deputy = null)
{
    private const int LongestText = 2_000;
    private const int LongestName = 200;

    public static Invitation None { get; } = new();

    /// <summary>The same without blanks around texts and without empty ones.</summary>
    public Invitation Tidy() => this with
    {
        InvitedBy = TypedText.Tidy(InvitedBy),
        Reason = TypedText.Tidy(Reason),
        ReplyWords = TypedText.Tidy(ReplyWords),
        Deputy = Deputy is null ? null : new(Deputy.Name.Trim(), Deputy.Office.Trim(), Deputy.HasAuthority),
    };

    /// <summary>What contradicts itself or is too long.</summary>
    public IEnumerable<Problem> Problems()
    {
        if (InvitedBy?.Length > LongestName)
            yield return new("invitedBy", $"Use at most {LongestName} characters.");
        if (Reason?.Length > LongestText)
            yield return new("reason", $"Use at most {LongestText:N0} characters.");
        if (ReplyWords?.Length > LongestText)
            yield return new("replyWords", $"Use at most {LongestText:N0} characters.");
        if (Reply == InvitationReply.NoReply && (RepliedOn is not null || ReplyWords is not null))
            yield return new("reply", "There is a reply: say whether they accepted, declined or send a deputy.");
        if (RepliedOn < InvitedOn)
            yield return new("repliedOn", "The reply is dated before the invitation.");
        if (Reply == InvitationReply.Deputy && Deputy is null)
            yield return new("deputyName", "Write who comes on their behalf, with the office.");
        if (Deputy is not null)
            foreach (var problem in Problems(Deputy))
                yield return problem;
    }

    /// <summary>What is wrong with a deputy.</summary>
    public static IEnumerable<Problem> Problems(Deputy deputy)
    {
        if (deputy.Name.Trim().Length is 0 or > LongestName)
            yield return new("deputyName", $"Write the deputy's name, at most {LongestName} characters.");
        if (deputy.Office.Trim().Length is 0 or > LongestName)
            yield return new("deputyOffice", $"Write the deputy's office, at most {LongestName} characters.");
    }

    /// <summary>What the record says of an absent one: when and by whom invited, what was replied. Neither the reason nor anybody's words.</summary>
    public string InWords()
    {
        var invited = InvitedOn is { } day
            ? $"Invited on {WallClock.Day(day)}{(InvitedBy is null ? "" : $" by {InvitedBy.TrimEnd('.')}")}."
            : InvitedBy is null ? "No invitation is on record." : $"Invited by {InvitedBy.TrimEnd('.')}.";
        var on = RepliedOn is { } replied ? $" on {WallClock.Day(replied)}" : "";
        return Reply switch
        {
            InvitationReply.NoReply => $"{invited} No reply.",
            InvitationReply.Accepted => $"{invited} Accepted{on}.",
            InvitationReply.Declined => $"{invited} Declined{on}.",
            InvitationReply.Deputy => $"{invited} Named a deputy{on}: {Deputy?.Office.TrimEnd('.')}{Authority(Deputy)}.",
            _ => throw new InvalidOperationException($"{Reply}"),
        };
    }

    /// <summary>", with authority to answer", or without; empty where nobody said.</summary>
    public static string Authority(Deputy? deputy) => deputy?.HasAuthority switch
    {
        true => ", with authority to answer",
        false => ", without authority to answer",
        null => "",
    };
}
