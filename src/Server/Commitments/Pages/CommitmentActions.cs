using Assemblies.Commitments.Rules;

namespace Assemblies.Commitments.Pages;

/// <summary>What can be done with a commitment beside logging a contact: one page each, so that no page is a wall of forms.</summary>
internal static class CommitmentActions
{
    /// <summary>Titles by the last part of the address.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>
    {
        ["accept"] = "Take the offer as a commitment",
        ["status"] = "Assess whether it was done",
        ["evidence"] = "Add evidence",
        ["due"] = "Change the due date",
        ["assign"] = "Who follows it up, and when next",
        ["meeting"] = "They promised to meet",
        ["reply"] = "Enter what the office replies",
        ["written"] = "Enter an answer in writing",
        ["holder"] = "Somebody else holds the office",
    };

    /// <summary>Those that make sense now, in the order in which they are used most.</summary>
    public static IEnumerable<(string What, string Title)> Of(Commitment commitment) => Titles
        .Where(t => t.Key switch
        {
            "accept" => commitment.Standing == CommitmentStanding.Offered,
            "status" or "due" or "meeting" => commitment.Standing == CommitmentStanding.Made,
            _ => true,
        })
        .Select(t => (t.Key, t.Value));

    /// <summary>Whether what it does can be read by everybody, so that the record has to take it.</summary>
    public static bool IsPublic(string what) => what is not ("assign" or "meeting");
}
