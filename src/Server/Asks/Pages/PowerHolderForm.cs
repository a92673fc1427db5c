using Assemblies.Agenda;
using Assemblies.Shell.Forms;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using NodaTime;
using NodaTime.Text;

namespace Assemblies.Asks.Pages;

/// <summary>A power-holder with the invitation as a form, and back.</summary>
internal static class PowerHolderForm
{
    private static readonly LocalTimePattern Times = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static FormState Of(PowerHolderRow p) => FormState.Of(
        ("name", p.Name), ("office", p.Office), ("invitedOn", Day(p.Invitation.InvitedOn)), ("invitedBy", p.Invitation.InvitedBy),
        ("reason", p.Invitation.Reason), ("reply", WireFormat.Word(p.Invitation.Reply)), ("repliedOn", Day(p.Invitation.RepliedOn)),
        ("replyWords", p.Invitation.ReplyWords), ("deputyName", p.Invitation.Deputy?.Name), ("deputyOffice", p.Invitation.Deputy?.Office),
        ("deputyAuthority", p.Invitation.Deputy?.HasAuthority switch { true => "yes", false => "no", null => "" }),
        ("departsAt", p.DepartsAt is { } at ? Times.Format(at.TimeOfDay) : null), ("arrival", p.Arrival?.PassCode));

    /// <summary>What was typed, and what of it is no date, hour or choice.</summary>
    /// <param name="form">The form as posted.</param>
    /// <param name="assembly">For the day of the departure: an hour before the doors open is one after midnight.</param>
    public static (PowerHolderCommand Command, IReadOnlyList<Problem> Problems) Read(FormState form, AccountabilityAssembly assembly)
    {
        var problems = new List<Problem>();
        var reply = Enum.GetValues<InvitationReply>().FirstOrDefault(r => WireFormat.Word(r) == form["reply"]);
        var deputy = form.Text("deputyName") is null && form.Text("deputyOffice") is null
            ? null
            : new Deputy(form["deputyName"], form["deputyOffice"], form["deputyAuthority"] switch { "yes" => true, "no" => false, _ => null });
        LocalDateTime? departs = null;
        if (form.Text("departsAt") is { } typed)
            if (Times.Parse(typed) is { Success: true, Value: var time })
                departs = assembly.Doors.Date.PlusDays(time < assembly.Doors.TimeOfDay ? 1 : 0).At(time);
            else
                problems.Add(new("departsAt", "Give the hour, for example 20:15, or nothing."));
        var invitation = new Invitation(
            reply, Date("invitedOn"), form.Text("invitedBy"), form.Text("reason"), Date("repliedOn"), form.Text("replyWords"), deputy);
        return (new PowerHolderCommand(form["name"], form["office"], invitation, departs, new ArrivalTagCommand(null, form.Text("arrival"))), problems);

        LocalDate? Date(string field) => form.Day(field, problems, fix: "Give the date, or nothing.");
    }

    private static string? Day(LocalDate? day) => day is { } given ? LocalDatePattern.Iso.Format(given) : null;
}
