using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>A status meets its own definition (record.md, section 3, axis B), or it is not published.</summary>
internal static class FollowUpRules
{
    private const int NoticeDays = 14;

    public static Finding? Due(RecordState state, RuleEntry entry)
    {
        var target = entry.Body.Number("target")!.Value;
        var (old, changed) = (entry.Body.GetValueOrDefault("old"), entry.Body.GetValueOrDefault("new"));
        var stands = !DueIsKnown(state, target) || Equals(old, state.Answer(target).GetValueOrDefault("due"));
        return stands && !Equals(old, changed) ? null : new("due", entry.Seq);
    }

    public static Finding? Status(RecordState state, RuleEntry entry)
    {
        var body = entry.Body;
        var status = body.Text("status");
        var target = body.Number("target")!.Value;
        if (status is "kept" or "kept_late" or "partly_kept" or "not_kept" && body.Items("assessed_by").Count < 2)
            return new("approvers", entry.Seq, "assessed_by");
        if (!body.Items("evidence").All(e => IsOf(state, (long)e!, target)))
            return Wrong("evidence");
        if (body.Number("contact") is { } contact && !IsOf(state, contact, target))
            return Wrong("contact");
        if (body.Number("notice") is { } notice && !(IsOf(state, notice, target) && WasNotice(state.At(notice).Body, body.Text("on")!)))
            return Wrong("notice");
        if (string.CompareOrdinal(body.Text("met_on"), body.Text("on")) > 0)
            return Wrong("met_on");
        if (!DueIsKnown(state, target))
            return null;
        var due = state.Answer(target).Text("due");
        // ISO dates are in order when their characters are.
        return status switch
        {
            "not_due" when due is null => Wrong("due"),
            "kept" when due is not null && string.CompareOrdinal(body.Text("met_on"), due) > 0 => Wrong("met_on"),
            "kept_late" when due is null || string.CompareOrdinal(body.Text("met_on"), due) <= 0 => Wrong("met_on"),
            "not_kept" when body.GetValueOrDefault("office_withdrew") is not true && (due is null || string.CompareOrdinal(due, body.Text("on")) >= 0) => Wrong("due"),
            _ => null,
        };

        Finding Wrong(string member) => new("status", entry.Seq, member);
    }

    private static bool IsOf(RecordState state, long seq, long target) =>
        state.At(seq) is var entry && (entry.Type is null || entry.Body.Number("target") == target);

    private static bool WasNotice(JsonMap contact, string on) =>
        contact.Text("on") is not { } sent
        || (contact.Text("purpose") == "notice" && StrictText.FromDate(on)!.Value.DayNumber - StrictText.FromDate(sent)!.Value.DayNumber >= NoticeDays);

    // Of a withheld answer the redaction need not restate the date; until due.changed names one, nobody can check it.
    private static bool DueIsKnown(RecordState state, long target) => state.Answer(target).ContainsKey("due");
}
