using System.Globalization;
using Assemblies.Shell.Forms;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;

namespace Assemblies.Testimony.Pages;

/// <summary>A testimony file as a form, and back.</summary>
internal static class SpeakerForm
{
    public static FormState Of(SpeakerRow s) => FormState.Of(
        ("nameToShow", s.NameToShow), ("pronunciation", s.Pronunciation), ("askId", $"{s.AskId}"),
        ("plannedSeconds", s.PlannedSeconds is { } seconds ? SpeakingTime.Text(seconds) : null),
        ("understudyId", $"{s.UnderstudyId}"), ("understudyName", s.UnderstudyId is null ? s.Understudy : null),
        ("language", s.Language), ("interpreter", s.Interpreter),
        ("timeFactorPercent", s.TimeFactorPercent == SpeakerRules.NoFactor ? null : $"{s.TimeFactorPercent}"), ("draft", s.Draft),
        ("person", $"{s.Arrival?.PersonId}"), ("arrival", s.Arrival?.PassCode), ("interpreterArrival", s.InterpreterArrival?.PassCode));

    /// <summary>What was typed, and what of it is no number, time or choice.</summary>
    public static (SpeakerCommand Command, IReadOnlyList<Problem> Problems) Read(FormState form, Guid institutionId)
    {
        var problems = new List<Problem>();
        int? planned = form.Text("plannedSeconds") is { } typed
            ? SpeakingTime.Seconds(typed) ?? Wrong("plannedSeconds", "Give the time as minutes and seconds, for example 3:30.")
            : null;
        int? factor = form.Text("timeFactorPercent") is { } percent
            ? int.TryParse(percent.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : Wrong("timeFactorPercent", "Give a whole number of per cent, for example 180.")
            : SpeakerRules.NoFactor;
        return (new SpeakerCommand(
            institutionId, form["nameToShow"], Id("askId"), form.Text("pronunciation"), planned, Id("understudyId"), form.Text("understudyName"),
            form.Text("language"), form.Text("interpreter"), factor ?? SpeakerRules.NoFactor, form.Text("draft"),
            new ArrivalTagCommand(Id("person"), form.Text("arrival")), new ArrivalTagCommand(null, form.Text("interpreterArrival"))), problems);

        // A choice that is no id was not made on our page: as an id of nothing it is refused at its field.
        Guid? Id(string field) => form.Text(field) is not { } text ? null : Guid.TryParse(text, out var id) ? id : Guid.Empty;

        int? Wrong(string field, string fix)
        {
            problems.Add(new(field, fix));
            return null;
        }
    }
}
