using Assemblies.Shell.Forms;
using Assemblies.Wire;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Asks.Pages;

/// <summary>An ask as the fields of a form. Parts and translations are a line each, because that is how people write lists.</summary>
internal static class AskFields
{
    /// <summary>The form's values of an ask.</summary>
    public static FormState Of(AskRow ask) => FormState.Of(
        ("text", ask.Text), ("area", ask.Area), ("number", $"{ask.Number}"), ("background", ask.Background), ("owner", ask.Owner),
        ("terms.due", ask.Terms.Due is { } due ? LocalDatePattern.Iso.Format(due) : null),
        ("terms.keptIf", ask.Terms.KeptIf), ("terms.notKeptIf", ask.Terms.NotKeptIf),
        ("terms.parts", string.Join("\n", ask.Terms.Parts.Select(p => p.Due is { } by ? $"{p.Text} | {LocalDatePattern.Iso.Format(by)}" : p.Text))),
        ("terms.translations", string.Join("\n", (ask.Terms.Translations ?? []).Select(t => $"{t.Language}: {t.Text}"))));

    /// <summary>The ask that was typed, and what cannot be read of it.</summary>
    public static (AskCommand Command, IReadOnlyList<Problem> Problems) Read(FormState form, IReadOnlyList<Guid> powerHolderIds)
    {
        var problems = new List<Problem>();
        int? number = int.TryParse(form["number"], out var typed) ? typed : null;
        if (number is null && form.Text("number") is not null)
            problems.Add(new("number", "Write a whole number."));
        var due = form.Text("terms.due") is { } text ? Day(text, "terms.due", "Give a date, for example 2027-06-12.") : null;
        var parts = Lines("terms.parts").Select(Part).ToList();
        var translations = Lines("terms.translations").Select(Translation).ToList();
        var terms = new AskTerms(parts, due, form.Text("terms.keptIf"), form.Text("terms.notKeptIf"), translations.Count == 0 ? null : translations);
        return (new AskCommand(form["text"].ReplaceLineEndings(" "), form.Text("area"), number, powerHolderIds, form["background"], form["owner"], terms), problems);

        IEnumerable<string> Lines(string field) => form[field].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        AskPart Part(string line) => line.LastIndexOf('|') is var bar and >= 0
            ? new(line[..bar].Trim(), Day(line[(bar + 1)..].Trim(), "terms.parts", $"Behind the bar stands a date, for example 2027-06-12, not \"{line[(bar + 1)..].Trim()}\"."))
            : new(line);

        AskTranslation Translation(string line) => line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
            ? new(line[..colon].Trim(), line[(colon + 1)..].Trim())
            : new("", line);

        LocalDate? Day(string value, string field, string fix)
        {
            if (LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day })
                return day;
            problems.Add(new(field, fix));
            return null;
        }
    }
}
