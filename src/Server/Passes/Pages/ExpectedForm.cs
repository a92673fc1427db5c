using System.Globalization;
using Assemblies.Shell.Forms;

namespace Assemblies.Passes.Pages;

/// <summary>Reads what is expected with delegation passes from forms.</summary>
internal static class ExpectedForm
{
    // Nobody expects a negative number: what is no number is refused in the same words.
    private const int Unreadable = -1;

    /// <summary>The fields of one pass; their names end with the suffix.</summary>
    public static ExpectedCommand Read(FormState form, string suffix = "") =>
        new(form.Text("label" + suffix), Number(form["adults" + suffix]), Number(form["under18s" + suffix]));

    /// <summary>Those of the passes that the form has.</summary>
    public static Dictionary<Guid, ExpectedCommand> ReadAll(FormState form, HttpContext http, IEnumerable<IssuedPass> passes) =>
        passes.Where(p => http.Request.Form.ContainsKey($"label.{p.Id}")).ToDictionary(p => p.Id, p => Read(form, $".{p.Id}"));

    private static int? Number(string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Unreadable;
}
