using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;

namespace Assemblies.PublicRecord.Verification;

/// <summary>What people saw against what is published: this, and not our signature, is what keeps us from showing two records.</summary>
internal static class SeenChecks
{
    public static (IReadOnlyList<Fork> Forks, Finding? Undecided) Compare(RecordInHand record, IReadOnlyList<string> seen)
    {
        var forks = new List<Fork>();
        Finding? undecided = null;
        foreach (var text in seen)
        {
            var views = SeenText.Parse(text);
            if (views.Count == 0)
                undecided ??= new("seen_unreadable");
            foreach (var view in views)
                if (CompareOne(record, view, forks) is { } rule)
                    undecided ??= new(rule, Detail: view.Checkpoint?.Size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return (forks, undecided);
    }

    private static string? CompareOne(RecordInHand record, SeenText view, List<Fork> forks)
    {
        if (view.Seal is { } seal)
            return record.Roots.Select((root, size) => new Checkpoint(record.Checkpoint.Origin, size, root)).Any(c => ReadAloudSeal.Tidy(ReadAloudSeal.Of(c)) == seal)
                ? null
                : "seen_unmatched";
        var seen = view.Checkpoint!;
        if (seen.Origin.Length > 0 && seen.Origin != record.Checkpoint.Origin)
            return "seen_other";
        if (seen.Size > record.Lines.Count)
            return "seen_newer";
        if (!TreeChecks.IsPrefix(record, seen))
            forks.Add(new(view.Text, Ours(record, seen.Size), view.Note is { } note && record.IsSigned(note)));
        return null;
    }

    private static string Ours(RecordInHand record, long size) =>
        ((TreeChecks.All(record) ?? []).FirstOrDefault(c => c.Checkpoint.Size == size) ?? record.Signed).ToString();
}
