using System.Globalization;
using Assemblies.Shell.Forms;

namespace Assemblies.Institutions.Pages;

/// <summary>Reads numbers of delegations from forms.</summary>
internal static class DelegationForm
{
    // No pledge or goal may be negative: what is no number is refused in the same words.
    private const int Unreadable = -1;

    /// <summary>The fields of one delegation; their names end with the suffix.</summary>
    public static DelegationCommand Read(FormState form, string suffix = "") => new(
        Number(form["pledge" + suffix]) ?? 0, Number(form["goal" + suffix]), form.Text("captain" + suffix));

    public static int? Confirmed(FormState form) => Number(form["confirmed"]);

    private static int? Number(string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Unreadable;
}
