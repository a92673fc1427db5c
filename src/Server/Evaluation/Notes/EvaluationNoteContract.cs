using NodaTime;

namespace Assemblies.Evaluation.Notes;

/// <summary>Writes a note, or another version of it.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Kind">What it says: went well, to change, or a next step.</param>
/// <param name="Text">The words.</param>
/// <param name="Role">Whose view it is, by role: "Co-chair".</param>
/// <param name="SaidOn">The day it was said; null for today on the assembly's calendar.</param>
/// <param name="Owner">next_step: who does it.</param>
/// <param name="DueOn">next_step: by when.</param>
/// <param name="State">Open; done for a next step; withdrawn takes the note off the page and keeps its history.</param>
/// <param name="Version">The version it replaces; 0 for a new note.</param>
public sealed record EvaluationNoteCommand(
    EvaluationTopic Topic = EvaluationTopic.Other,
    EvaluationNoteKind Kind = EvaluationNoteKind.WentWell,
    string? Text = null,
    string? Role = null,
    LocalDate? SaidOn = null,
    string? Owner = null,
    LocalDate? DueOn = null,
    EvaluationNoteState State = EvaluationNoteState.Open,
    int Version = 0);

/// <summary>A note as organisers see it.</summary>
/// <param name="Id">The note.</param>
/// <param name="Version">How often it was written, from 1.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Text">The words.</param>
/// <param name="Role">Whose view it is.</param>
/// <param name="SaidOn">The day it was said.</param>
/// <param name="Owner">next_step: who does it.</param>
/// <param name="DueOn">next_step: by when.</param>
/// <param name="State">Open, done or withdrawn.</param>
/// <param name="At">When this version was written.</param>
/// <param name="By">Who wrote this version: an organiser's id.</param>
public sealed record EvaluationNoteRow(
    Guid Id, int Version, EvaluationTopic Topic, EvaluationNoteKind Kind, string Text, string Role, LocalDate SaidOn, string? Owner, LocalDate? DueOn,
    EvaluationNoteState State, Instant At, string By)
{
    internal static EvaluationNoteRow Of(EvaluationNote n) => new(
        n.NoteId, n.Version, n.Topic, n.Kind, n.Text, n.Role, n.SaidOn, n.Owner, n.DueOn, n.State, n.At, n.By);
}

/// <summary>A next step of an earlier evaluation that nobody has marked as done.</summary>
/// <param name="AssemblyId">The assembly it was evaluated after.</param>
/// <param name="Assembly">Its title.</param>
/// <param name="Note">The next step.</param>
public sealed record OpenStep(Guid AssemblyId, string Assembly, EvaluationNoteRow Note);
