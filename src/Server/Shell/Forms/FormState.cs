using Assemblies.Wire;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Shell.Forms;

/// <summary>What a form shows: the values as typed, and what is wrong with them, by the names that the API uses.</summary>
/// <remarks>Values stay texts until the feature reads them, so that nothing anybody typed is lost when it is refused.</remarks>
public sealed class FormState
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The value of a field; empty when the form has none.</summary>
    public string this[string name]
    {
        get => values.GetValueOrDefault(name, "");
        set => values[name] = value;
    }

    /// <summary>A form with these values, as when somebody opens it.</summary>
    public static FormState Of(params (string Name, string? Value)[] values)
    {
        var form = new FormState();
        foreach (var (name, value) in values)
            form[name] = value ?? "";
        return form;
    }

    /// <summary>The form as it was posted.</summary>
    public static FormState Posted(HttpContext http)
    {
        var form = new FormState();
        foreach (var (name, value) in http.Request.Form)
            form[name] = value.ToString();
        return form;
    }

    /// <summary>The same values with what is wrong with them.</summary>
    public FormState Refused(params IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        return this;
    }

    public IEnumerable<string> ProblemsOf(string name) => Problems.Where(p => p.Field == name).Select(p => p.Fix);

    /// <summary>A text without the blanks around it; null when nothing is left.</summary>
    public string? Text(string name) => this[name].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A date that was typed; null for none. Adds what is wrong with it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="problems">Where to add it.</param>
    /// <param name="needed">Whether it may not stay empty.</param>
    /// <param name="fix">What to do about one that is no date.</param>
    public LocalDate? Day(string name, List<Problem> problems, bool needed = false, string fix = "Give a date, for example 2027-06-12.")
    {
        if (Text(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
            return day;
        if (needed || Text(name) is not null)
            problems.Add(new(name, fix));
        return null;
    }
}
