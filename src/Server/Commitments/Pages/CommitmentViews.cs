using Assemblies.Commitments.Rules;
using Assemblies.Data;

namespace Assemblies.Commitments.Pages;

/// <summary>Which commitments a list shows.</summary>
internal enum CommitmentView
{
    /// <summary>What needs somebody today.</summary>
    Needs,

    /// <summary>What I follow up.</summary>
    Mine,

    Overdue,

    /// <summary>Nothing was done for sixty days.</summary>
    Silent,

    /// <summary>With a next contact, the earliest first.</summary>
    Next,

    /// <summary>Everything that was ever promised or offered.</summary>
    All,
}

/// <summary>By what a list is put together.</summary>
internal enum CommitmentGroup
{
    None,
    Assembly,

    /// <summary>Area or campaign.</summary>
    Campaign,

    Office,
    Institution,
}

/// <summary>Chooses and groups what a list shows.</summary>
internal static class CommitmentViews
{
    public static IReadOnlyList<(CommitmentView View, string Text)> All { get; } =
    [
        (CommitmentView.Needs, "Needs somebody"), (CommitmentView.Mine, "Mine"), (CommitmentView.Overdue, "Overdue"),
        (CommitmentView.Silent, "Silent for 60 days"), (CommitmentView.Next, "Next contacts"), (CommitmentView.All, "All"),
    ];

    public static IReadOnlyList<(string Value, string Text)> Groups { get; } =
        [("none", "urgency"), ("assembly", "assembly"), ("campaign", "campaign"), ("office", "office"), ("institution", "institution")];

    /// <summary>What a view shows, in its order.</summary>
    public static IReadOnlyList<Commitment> Of(CommitmentView view, IReadOnlyList<Commitment> all, Actor me) => view switch
    {
        CommitmentView.Needs => [.. WorkRules.Urgent(all, me.Id).Select(u => u.Commitment)],
        CommitmentView.Mine => [.. Promised(all).Where(c => WorkRules.IsOf(c, me)).OrderBy(c => c.Due is null).ThenBy(c => c.Due)],
        CommitmentView.Overdue => [.. Promised(all).Where(c => c.IsOpen && c.Timeliness.Kind is TimelinessKind.Overdue or TimelinessKind.LongOverdue).OrderByDescending(c => c.Timeliness.Days)],
        CommitmentView.Silent => [.. Promised(all).Where(c => c.IsOpen && Timeliness.Between(c.ActiveOn, c.Today) >= WorkRules.SilentDays).OrderBy(c => c.ActiveOn)],
        CommitmentView.Next => [.. Promised(all).Where(c => c.Life.Assignment.NextContact is not null).OrderBy(c => c.Life.Assignment.NextContact)],
        CommitmentView.All => [.. Promised(all)],
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    /// <summary>The name of the group that a commitment is in.</summary>
    public static string GroupOf(CommitmentGroup group, Commitment c, IReadOnlyDictionary<Guid, string> institutions) => group switch
    {
        CommitmentGroup.None => "",
        CommitmentGroup.Assembly => c.Assembly.Title,
        CommitmentGroup.Campaign => c.Ask.Area ?? "No campaign",
        CommitmentGroup.Office => c.Given.Office,
        CommitmentGroup.Institution => c.Life.Assignment.InstitutionId is { } id && institutions.TryGetValue(id, out var name) ? name : "No institution follows it up",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>Counts with their denominator, never a bare share: <c>2 of 5 kept, 1 partly, 2 open</c>.</summary>
    public static string Counts(IEnumerable<Commitment> group)
    {
        var made = group.Where(c => c.Standing == CommitmentStanding.Made).ToList();
        if (made.Count == 0)
            return "nothing promised";
        var kept = made.Count(c => c.Life.Status is PublicRecord.Entries.DeliveryStatus.Kept or PublicRecord.Entries.DeliveryStatus.KeptLate);
        var parts = new[]
        {
            $"{kept} of {made.Count} kept",
            Part(c => c.Life.Status == PublicRecord.Entries.DeliveryStatus.PartlyKept, "partly"),
            Part(c => c.Life.Status == PublicRecord.Entries.DeliveryStatus.NotKept, "not kept"),
            Part(c => c.IsOpen && c.Life.Status != PublicRecord.Entries.DeliveryStatus.PartlyKept, "open"),
        };
        return string.Join(", ", parts.Where(p => p is not null));

        string? Part(Func<Commitment, bool> which, string word) => made.Count(which) is > 0 and var count ? $"{count} {word}" : null;
    }

    private static IEnumerable<Commitment> Promised(IEnumerable<Commitment> all) => all.Where(c => c.Standing != CommitmentStanding.None);
}
