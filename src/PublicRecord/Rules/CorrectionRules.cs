using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>A correction quotes what it corrects, so that it can neither be silent nor be taken for the answer.</summary>
internal static class CorrectionRules
{
    public static Finding? Check(RecordState state, RuleEntry entry)
    {
        var target = entry.Body.Number("target")!.Value;
        var (old, changes) = ((JsonMap)entry.Body["old"]!, (JsonMap)entry.Body["new"]!);
        var answer = state.Answer(target);
        if (!old.Keys.SequenceEqual(changes.Keys) || !old.Keys.All(EntryTypes.Correctable.Contains))
            return new("correction", entry.Seq);
        var withheld = state.At(target).Withheld;
        foreach (var name in old.Keys)
            if ((!withheld && !Same(old[name], answer.GetValueOrDefault(name))) || Same(old[name], changes[name]))
                return new("correction", entry.Seq, name);
        if (changes.ContainsKey("of") && entry.Body.Text("class") != "wrong_person")
            return new("correction", entry.Seq, "of");
        // Only the power-holder can take a condition away, by answering again in the room.
        if (answer.Text("answer") == "yes_with_conditions" && changes.Text("answer") == "yes")
            return new("yes_if", entry.Seq);
        var corrected = RecordState.Corrected(answer, changes);
        if (BodyRules.Check(state, target, "answer.recorded", corrected, withheld) is { } wrong)
            return new("correction", entry.Seq, wrong.Detail);
        var moves = corrected.Text("of") != answer.Text("of") && state.Live.GetValueOrDefault(RecordState.CellOf(answer), -1) == target;
        var cell = RecordState.CellOf(corrected);
        return moves && (!AnswerRules.IsAsked(state, cell) || state.Live.ContainsKey(cell)) ? new("correction", entry.Seq, "of") : null;
    }

    internal static bool Same(object? one, object? other) => CanonicalJson.Write(one).AsSpan().SequenceEqual(CanonicalJson.Write(other));
}
