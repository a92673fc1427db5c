namespace Assemblies.Record.Publication;

/// <summary>The permanent addresses of one record. They hold ids only, the same that stand in its entries, and never a name.</summary>
/// <param name="Base">Scheme and host, without a slash at the end.</param>
/// <param name="Slug">The record's own part: it stays, whatever becomes of the assembly's title.</param>
public sealed record RecordAddresses(string Base, string Slug)
{
    public string Home => $"/record/{Slug}";

    public string Corrections => $"{Home}/corrections";

    public string Press => $"{Home}/press";

    public string Feed => $"{Home}/feed.atom";

    public string Csv => $"{Home}/answers.csv";

    public string Json => $"{Home}/record.json";

    public string Bundle => $"{Home}/bundle.zip";

    public string Check => $"{Home}/verify.html";

    public string Embed => $"{Home}/embed";

    public string FollowUp => $"{Home}/follow-up";

    public string FollowUpFeed => $"{FollowUp}.atom";

    public string FollowUpCalendar => $"{FollowUp}.ics";

    public string FollowUpCsv => $"{FollowUp}.csv";

    public string FollowUpJson => $"{FollowUp}.json";

    public string FollowUpEmbed => $"{FollowUp}/embed";

    /// <summary>Evidence that everybody may download.</summary>
    public string Paper(string sha256) => $"{Home}/att/{sha256}";

    public string Ask(Guid askId) => $"{Home}/asks/{askId}";

    public string AskEmbed(Guid askId) => $"{Ask(askId)}/embed";

    public string Answer(Guid askId, Guid powerHolderId) => $"{Ask(askId)}/{powerHolderId}";

    public string AnswerEmbed(Guid askId, Guid powerHolderId) => $"{Answer(askId, powerHolderId)}/embed";

    /// <summary>One entry with its proof.</summary>
    public string Receipt(long seq) => $"{Home}/receipts/{seq}.tlog-proof";

    /// <summary>An address of this record for readers elsewhere.</summary>
    public string Whole(string path) => $"{Base}{path}";
}
