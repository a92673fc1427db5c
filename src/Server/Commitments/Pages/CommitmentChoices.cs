using Assemblies.PublicRecord.Entries;
using Assemblies.Shell.Forms;
using Assemblies.Wire;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Commitments.Pages;

/// <summary>What the forms of commitments offer, and how they are read.</summary>
internal static class CommitmentChoices
{
    public static IReadOnlyList<(string, string)> Hows { get; } = [("", ""), ("letter", "Letter"), ("email", "E-mail"), ("phone", "Phone"), ("meeting", "Meeting"), ("other", "Other")];

    public static IReadOnlyList<(string, string)> Purposes { get; } =
        [("contact", "A contact"), ("reminder", "A reminder"), ("notice", "A notice: after 14 days we publish a status")];

    public static IReadOnlyList<(string, string)> Outcomes { get; } =
        [("", ""), ("reached", "We reached them"), ("no_reply", "No reply"), ("refused", "They refused"), ("meeting_set", "A meeting is set")];

    public static IReadOnlyList<(string, string)> Statuses { get; } =
        [("", ""), .. Enum.GetValues<DeliveryStatus>().Select(s => (WireFormat.Word(s), CommitmentWording.Status(s)))];

    public static IReadOnlyList<(string, string)> Reasons { get; } =
        [("", ""), .. Enum.GetValues<StatusReason>().Select(r => (WireFormat.Word(r), CommitmentWording.Reason(r)))];

    public static IReadOnlyList<(string, string)> Changes { get; } =
        [("", ""), .. Enum.GetValues<HolderChange>().Select(c => (WireFormat.Word(c), CommitmentWording.Because(c)))];

    /// <summary>Named things to choose one of, or none.</summary>
    public static IReadOnlyList<(string, string)> Of(IReadOnlyDictionary<Guid, string> named) =>
        [("", ""), .. named.OrderBy(n => n.Value, StringComparer.CurrentCultureIgnoreCase).Select(n => ($"{n.Key}", n.Value))];

    /// <summary>A word that was chosen; adds what to do where none was.</summary>
    public static T Read<T>(FormState form, string field, List<Problem> problems, string fix) where T : struct, Enum
    {
        if (WireFormat.Find<T>(form[field]) is { } chosen)
            return chosen;
        problems.Add(new(field, fix));
        return default;
    }

    /// <summary>The proposal that the page showed; none is never that of a proposal.</summary>
    public static Guid ReadProposal(FormState form) => Guid.TryParse(form["proposal"], out var proposal) ? proposal : Guid.Empty;

    public static int? ReadVersion(FormState form) => int.TryParse(form["version"], out var version) ? version : null;

    public static Assignment ReadAssignment(FormState form, List<Problem> problems) => new(
        ReadId(form, "ownerId"), form.Text("team"), ReadId(form, "institutionId"), form.Text("officeContact"), form.Day("nextContact", problems));

    /// <summary>The key of a box that was ticked.</summary>
    public static CommitmentKey? ReadKey(string? value) =>
        value?.Split('/') is [var assembly, var ask, var powerHolder] && Guid.TryParse(assembly, out var a) && Guid.TryParse(ask, out var b) && Guid.TryParse(powerHolder, out var c)
            ? new(a, b, c)
            : null;

    public static string Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : "";

    private static Guid? ReadId(FormState form, string field) => Guid.TryParse(form[field], out var id) ? id : null;
}
