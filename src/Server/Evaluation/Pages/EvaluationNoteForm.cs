using System.Globalization;
using Assemblies.Evaluation.Notes;
using Assemblies.Shell.Forms;
using Assemblies.Wire;
using NodaTime.Text;

namespace Assemblies.Evaluation.Pages;

/// <summary>A note between the form and the command.</summary>
internal static class EvaluationNoteForm
{
    public static IReadOnlyList<(string Value, string Text)> Topics { get; } =
        [.. Enum.GetValues<EvaluationTopic>().Select(t => (WireFormat.Word(t), EvaluationWords.Topic(t)))];

    public static IReadOnlyList<(string Value, string Text)> Kinds { get; } =
        [.. Enum.GetValues<EvaluationNoteKind>().Select(k => (WireFormat.Word(k), EvaluationWords.Kind(k)))];

    public static IReadOnlyList<(string Value, string Text)> States { get; } =
    [
        (WireFormat.Word(EvaluationNoteState.Open), "Open"),
        (WireFormat.Word(EvaluationNoteState.Done), "Done"),
        (WireFormat.Word(EvaluationNoteState.Withdrawn), "Withdrawn: off the page, kept in the history"),
    ];

    public static FormState Of(EvaluationNoteRow note) => FormState.Of(
        ("topic", WireFormat.Word(note.Topic)), ("kind", WireFormat.Word(note.Kind)), ("text", note.Text), ("role", note.Role),
        ("saidOn", LocalDatePattern.Iso.Format(note.SaidOn)), ("owner", note.Owner), ("dueOn", note.DueOn is { } due ? LocalDatePattern.Iso.Format(due) : null),
        ("state", WireFormat.Word(note.State)), ("version", note.Version.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What was typed; the problems are of what cannot be read at all.</summary>
    public static (EvaluationNoteCommand Command, IReadOnlyList<Problem> Problems) Read(FormState form)
    {
        var problems = new List<Problem>();
        var command = new EvaluationNoteCommand(
            WireFormat.Find<EvaluationTopic>(form["topic"]) ?? EvaluationTopic.Other,
            WireFormat.Find<EvaluationNoteKind>(form["kind"]) ?? EvaluationNoteKind.WentWell,
            form.Text("text"), form.Text("role"), Day("saidOn"), form.Text("owner"), Day("dueOn"),
            WireFormat.Find<EvaluationNoteState>(form["state"]) ?? EvaluationNoteState.Open,
            int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
        return (command, problems);

        NodaTime.LocalDate? Day(string field) => form.Day(field, problems, fix: "Give the date as a day that exists, or leave it empty.");
    }
}
