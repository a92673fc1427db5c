using Assemblies.Shell.Forms;
using Assemblies.Wire;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Record.Corrections.Pages;

/// <summary>An answer as the fields of a form.</summary>
internal static class AnswerFields
{
    /// <summary>The form's values of an answer.</summary>
    public static IEnumerable<(string Name, string? Value)> Of(AnswerWords answer) =>
    [
        ("code", WireFormat.Word(answer.Code)), ("verbatim", answer.Verbatim), ("language", answer.Language), ("condition", answer.Condition),
        ("whoseMove", answer.WhoseMove), ("byWhen", Day(answer.ByWhen)), ("part", answer.Part), ("offer", answer.Offer),
        ("timesAsked", $"{answer.TimesAsked}"), ("invitation", answer.Invitation), ("reason", answer.Reason),
        ("onBehalfOf", answer.OnBehalfOf), ("due", Day(answer.Due)), ("more", answer.More), ("mediaOffset", $"{answer.MediaOffset}"),
    ];

    /// <summary>The answer that was typed, and what cannot be read of it.</summary>
    public static (AnswerWords? Answer, IReadOnlyList<Problem> Problems) Read(FormState form)
    {
        var problems = new List<Problem>();
        var code = WireFormat.Find<AnswerCode>(form["code"]);
        if (code is null)
            problems.Add(new("code", "Choose what the answer was."));
        var answer = new AnswerWords(
            code ?? default, form.Text("verbatim"), form.Text("language"), form.Text("condition"), form.Text("whoseMove"), form.Day("byWhen", problems), form.Text("part"),
            form.Text("offer"), ReadNumber("timesAsked", "how often it was asked"), form.Text("invitation"), form.Text("reason"),
            form.Text("onBehalfOf"), form.Day("due", problems), form.Text("more"), ReadNumber("mediaOffset", "the seconds in the recording"));
        return problems.Count > 0 ? (null, problems) : (answer, []);

        int? ReadNumber(string field, string what)
        {
            if (form.Text(field) is not { } text)
                return null;
            if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
                return number;
            problems.Add(new(field, $"Give {what} as a whole number."));
            return null;
        }
    }

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
