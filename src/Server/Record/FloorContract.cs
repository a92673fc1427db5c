using Assemblies.Displays;
using Assemblies.Wire;

namespace Assemblies.Record;

/// <summary>One cell of the score sheet: an ask and a power-holder, and the version of its life the sender has seen.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">The power-holder.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; another number means somebody was faster.</param>
public sealed record CellRef(Guid AskId, Guid PowerHolderId, int ExpectedVersion);

/// <summary>The ask is read to one power-holder or several at once.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cells">Cells of one ask.</param>
public sealed record PutCommand(Guid CommandId, IReadOnlyList<CellRef> Cells);

/// <summary>The scribe writes down what was said. Provisional: nobody outside the staff sees it.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cell">Whose answer to which ask.</param>
/// <param name="Answer">What was said.</param>
public sealed record RecordCommand(Guid CommandId, CellRef Cell, AnswerWords Answer);

/// <summary>What the chair rules on a recorded answer.</summary>
public enum Ruling
{
    /// <summary>That is what was said.</summary>
    Confirm,

    /// <summary>It was not clear: put the ask again.</summary>
    ReAsk,
}

/// <summary>The chair's ruling on the answer she sees.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cell">Whose answer to which ask.</param>
/// <param name="Ruling">What she rules.</param>
public sealed record RuleCommand(Guid CommandId, CellRef Cell, Ruling Ruling);

/// <summary>Confirmed answers are shown to the hall, all at once (product.md, 39).</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cells">Cells of one ask.</param>
public sealed record RevealCommand(Guid CommandId, IReadOnlyList<CellRef> Cells);

/// <summary>The projector changes its scene.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Scene">What to show.</param>
/// <param name="AskId">For <c>answer</c>: which ask.</param>
/// <param name="SpeakerId">For <c>testimony</c>: whose.</param>
public sealed record ShowCommand(Guid CommandId, Scene Scene, Guid? AskId = null, Guid? SpeakerId = null);

/// <summary>How a command of the floor ended.</summary>
public enum FloorOutcome
{
    /// <summary>It is done and durable; also when the same command had been done before.</summary>
    Done,

    /// <summary>Somebody was faster: the cell has moved on. Look again.</summary>
    Stale,

    /// <summary>The rules forbid it now; <see cref="FloorReply.Problems"/> says why.</summary>
    Refused,
}

/// <param name="Outcome">How the command ended.</param>
/// <param name="Problems">For a refusal: which member is wrong and how to mend it.</param>
public sealed record FloorReply(FloorOutcome Outcome, IReadOnlyList<Problem> Problems)
{
    public static FloorReply Done { get; } = new(FloorOutcome.Done, []);

    public static FloorReply Stale { get; } = new(FloorOutcome.Stale, []);

    public static FloorReply Refused(params IReadOnlyList<Problem> problems) => new(FloorOutcome.Refused, problems);
}
