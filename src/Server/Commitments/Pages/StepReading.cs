using Assemblies.Commitments.Evidence;
using Assemblies.Data;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Corrections.Pages;
using Assemblies.Shell.Forms;
using Assemblies.Wire;

namespace Assemblies.Commitments.Pages;

/// <summary>What is done with what was typed.</summary>
internal delegate Task<StepReply> TakeStep(CommitmentDesk desk, Actor who, CommitmentKey key, EvidenceUpload? file);

/// <summary>Reads the form of a step as its command, and keeps what cannot be read of it.</summary>
internal sealed class StepReading(FormState form, Commitment commitment, IReadOnlyCollection<Guid> evidence)
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>The status that was chosen.</summary>
    public DeliveryStatus Status { get; private set; }

    private int? Version => CommitmentChoices.ReadVersion(form);

    /// <summary>The command of that kind of step.</summary>
    public TakeStep Read(string what) => what switch
    {
        "status" => ReadStatus(),
        "evidence" => ReadEvidence(),
        "due" => ReadDue(),
        "assign" => ReadAssignment(),
        "meeting" => ReadMeeting(),
        "reply" => ReadReply(),
        "holder" => ReadHolder(),
        "accept" => (desk, who, key, _) => desk.AcceptAsync(who, key, new(form["grounds"], Version), default),
        "written" => ReadWritten(),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private TakeStep ReadStatus()
    {
        Status = CommitmentChoices.Read<DeliveryStatus>(form, "status", problems, "Choose a status.");
        var assessment = new Assessment(
            Status, form.Day("on", problems, needed: true) ?? default, WireFormat.Find<StatusReason>(form["reasonCode"]), form.Text("reason"), [.. evidence],
            Part: form.Text("part"), Who: form.Text("who"), Link: form.Text("link"), MetOn: form.Day("metOn", problems), OfficeWithdrew: form["officeWithdrew"] == "true");
        return (desk, who, key, _) => desk.AssessAsync(who, key, new(assessment, form.Text("note"), Version), default);
    }

    private TakeStep ReadEvidence()
    {
        var on = form.Day("on", problems);
        return (desk, who, key, file) => desk.EvidenceAsync(
            who, key, new(form["title"], form.Text("address"), form.Text("archived"), on, form.Text("source"), form.Text("note"), Version), file, default);
    }

    private TakeStep ReadDue()
    {
        var due = form.Day("due", problems);
        return (desk, who, key, _) => desk.DueAsync(who, key, new(form["reason"], form["agreed"] == "true", due, Version), default);
    }

    private TakeStep ReadAssignment()
    {
        var assignment = CommitmentChoices.ReadAssignment(form, problems);
        return (desk, who, key, _) => desk.AssignAsync(who, key, new(assignment, Version), default);
    }

    private TakeStep ReadMeeting()
    {
        var from = form.Day("from", problems);
        var days = int.TryParse(form["days"], out var typed) ? typed : 0;
        return (desk, who, key, _) => desk.MeetingAsync(who, key, new(days, from, Version), default);
    }

    private TakeStep ReadReply() => (desk, who, key, _) => desk.ReplyAsync(who, key, new(new(
        form["office"], form["text"], form.Text("person"), form.Text("language"), WireFormat.Find<DeliveryStatus>(form["ownStatus"]),
        form["toStatus"] == "true" ? commitment.Life.AssessedStep : null), Version), default);

    private TakeStep ReadHolder()
    {
        var on = form.Day("on", problems, needed: true) ?? default;
        var because = CommitmentChoices.Read<HolderChange>(form, "because", problems, "Say why.");
        return (desk, who, key, _) => desk.HolderAsync(who, key, new(new(form["successor"], on, because, form.Text("address")), Version), default);
    }

    private TakeStep ReadWritten()
    {
        var on = form.Day("on", problems, needed: true) ?? default;
        var (answer, unread) = AnswerFields.Read(form);
        problems.AddRange(unread);
        return (desk, who, key, _) => desk.WrittenAsync(who, key, new(new(answer!, on), Version), default);
    }
}
