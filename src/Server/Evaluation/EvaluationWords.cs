using Assemblies.Agenda.Evening;
using Assemblies.Evaluation.Notes;
using Assemblies.Turnout;

namespace Assemblies.Evaluation;

/// <summary>What people read for the words of the wire.</summary>
internal static class EvaluationWords
{
    public static string Topic(EvaluationTopic topic) => topic switch
    {
        EvaluationTopic.FollowUp => "Follow-up",
        EvaluationTopic.Asks => "Asks and power-holders",
        _ => topic.ToString(),
    };

    public static string Kind(EvaluationNoteKind kind) => kind switch
    {
        EvaluationNoteKind.WentWell => "Went well",
        EvaluationNoteKind.ToChange => "To change",
        EvaluationNoteKind.NextStep => "Next step",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string State(EvaluationNoteState state) => state.ToString();

    public static string Method(ScanMethod method) => method switch
    {
        ScanMethod.Qr => "Pass scanned",
        ScanMethod.Code => "Short code typed",
        ScanMethod.Search => "Found at the help desk",
        ScanMethod.Walkup => "Walk-up without a pass",
        ScanMethod.Group => "Counted as a group",
        ScanMethod.Tally => "Counted by clicker",
        ScanMethod.Paper => "Counted on paper",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public static string Refusal(ScanOutcome outcome) => outcome switch
    {
        ScanOutcome.AlreadyIn => "Was in already",
        ScanOutcome.Unknown => "Code not known",
        ScanOutcome.WrongAssembly => "Pass of another assembly",
        ScanOutcome.Revoked => "Pass withdrawn",
        ScanOutcome.Replaced => "Pass replaced by a newer one",
        ScanOutcome.NotOpen => "Doors not open yet",
        ScanOutcome.Closed => "Assembly closed",
        ScanOutcome.RoomFullRedirect => "Room full, sent elsewhere",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Clock(EveningClockKind clock) => clock switch
    {
        EveningClockKind.Speaker => "Testimonies",
        EveningClockKind.Answer => "Answers",
        EveningClockKind.Explanation => "Explanations",
        _ => throw new ArgumentOutOfRangeException(nameof(clock)),
    };
}
