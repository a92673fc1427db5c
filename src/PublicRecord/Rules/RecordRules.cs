namespace Assemblies.PublicRecord.Rules;

/// <summary>What each entry may be, given those before it. Writer and verifier ask the same rules.</summary>
internal sealed class RecordRules(string origin, string key, Func<long, byte[]> rootAt)
{
    public RecordState State { get; } = new(origin, key, rootAt);

    /// <summary>The first rule that the next entry breaks; null when it may follow.</summary>
    public Finding? Check(RuleEntry entry)
    {
        if (entry.Type is null)
            return null;
        if (!EntryTypes.All.ContainsKey(entry.Type))
            return new("type", entry.Seq);
        if ((entry.Seq == 0) != (entry.Type == "log.opened"))
            return new("first_entry", entry.Seq);
        return CheckSession(entry) ?? BodyRules.Check(State, entry) ?? entry.Type switch
        {
            "log.opened" => KeepingRules.Opened(State, entry),
            "ask.published" or "ask.amended" or "ask.withdrawn" => AskRules.Check(State, entry),
            "answer.recorded" => AnswerRules.Recorded(State, entry),
            "answer.corrected" when !entry.Withheld => CorrectionRules.Check(State, entry),
            "session.closed" => AnswerRules.Closed(State, entry),
            "due.changed" => FollowUpRules.Due(State, entry),
            "status.assessed" when !entry.Withheld => FollowUpRules.Status(State, entry),
            "redaction.made" => RedactionRules.Check(State, entry),
            "key.rotated" => KeepingRules.Rotated(State, entry),
            "anchor.recorded" => KeepingRules.Anchored(State, entry),
            _ => null,
        };
    }

    /// <summary>Takes the entry into the fold. Only after <see cref="Check"/> found nothing.</summary>
    public void Apply(RuleEntry entry) => State.Apply(entry);

    private Finding? CheckSession(RuleEntry entry)
    {
        var (opened, closed) = (State.OpenedAt is not null, State.ClosedAt is not null);
        var may = entry.Type switch
        {
            "ask.published" or "ask.amended" or "ask.withdrawn" => !closed,
            "session.opened" => !opened,
            "testimony.heard" or "answer.recorded" or "answer.readback" or "session.closed" => opened && !closed,
            "turnout.counted" => opened,
            _ => true,
        };
        return may ? null : new("session", entry.Seq);
    }
}
