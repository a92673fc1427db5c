using System.Globalization;
using Assemblies.Shell.Forms;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Agenda.Pages;

/// <summary>Between the form of a plan and <see cref="AssemblyCommand"/>. What cannot be read is missing, and refused as such.</summary>
internal static class AssemblyForm
{
    public static AssemblyCommand Read(FormState form) => new(
        form.Text("title"),
        form.Text("venue"),
        form.Text("timeZone"),
        Time(form["doors"]),
        Time(form["start"]),
        Time(form["hardEnd"]),
        int.TryParse(form["roomCapacity"], NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) ? capacity : null,
        form.Text("slug"),
        form.Text("overflow"),
        Choice(form["smallestShown"]),
        Choice(form["retentionDays"]),
        form.Text("pressContact"));

    public static FormState Of(AssemblyDetails assembly) => FormState.Of(
        ("title", assembly.Title),
        ("venue", assembly.Venue),
        ("timeZone", assembly.TimeZone),
        ("doors", WireFormat.LocalDateTimes.Format(assembly.Doors)),
        ("start", WireFormat.LocalDateTimes.Format(assembly.Start)),
        ("hardEnd", WireFormat.LocalDateTimes.Format(assembly.HardEnd)),
        ("roomCapacity", assembly.RoomCapacity.ToString(CultureInfo.InvariantCulture)),
        ("slug", assembly.Slug),
        ("overflow", assembly.Overflow),
        ("smallestShown", assembly.SmallestShown.ToString(CultureInfo.InvariantCulture)),
        ("retentionDays", assembly.RetentionDays.ToString(CultureInfo.InvariantCulture)),
        ("pressContact", assembly.PressContact));

    // Nothing keeps what is set; what is no number is refused in the words of one that is out of range.
    private static int? Choice(string text) =>
        string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static LocalDateTime? Time(string text) =>
        WireFormat.LocalDateTimes.Parse(text.Trim()) is { Success: true } parsed ? parsed.Value : null;
}
