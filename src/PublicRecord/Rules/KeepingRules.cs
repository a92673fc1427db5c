using System.Text;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Rules;

/// <summary>What keeps a record one record: its predecessor, its keys, its anchors.</summary>
internal static class KeepingRules
{
    public static Finding? Opened(RecordState state, RuleEntry entry)
    {
        var (note, key) = (entry.Body.Text("predecessor"), entry.Body.Text("predecessor_vkey"));
        if (note is null && key is null)
            return null;
        var last = note is null ? null : SignedCheckpoint.Parse(note);
        var holds = last is not null && key is not null && VerifierKey.Parse(key) is { } verifier && verifier.Name == last.Checkpoint.Origin
            && last.Checkpoint.Origin != state.Origin && last.Note.TrustUnder(verifier) == NoteTrust.Holds;
        return holds ? null : new("predecessor", entry.Seq);
    }

    public static Finding? Rotated(RecordState state, RuleEntry entry)
    {
        var (oldText, newText) = (entry.Body.Text("old_vkey")!, entry.Body.Text("new_vkey")!);
        var (oldKey, newKey) = (VerifierKey.Parse(oldText)!, VerifierKey.Parse(newText)!);
        var statement = Encoding.UTF8.GetBytes(KeyRotated.Statement(state.Origin, entry.Seq, oldText, newText));
        var holds = oldText == state.Key && newText != oldText && newKey.Name == state.Origin
            && oldKey.Verifies(statement, StrictText.FromBase64(entry.Body.Text("old_signature")!))
            && newKey.Verifies(statement, StrictText.FromBase64(entry.Body.Text("new_signature")!));
        return holds ? null : new("key_rotation", entry.Seq);
    }

    public static Finding? Anchored(RecordState state, RuleEntry entry)
    {
        var size = entry.Body.Number("size")!.Value;
        var holds = size <= entry.Seq && StrictText.FromBase64(entry.Body.Text("root")!).AsSpan().SequenceEqual(state.RootAt(size));
        return holds ? null : new("anchor", entry.Seq);
    }
}
