using Assemblies.Wire;

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
}
