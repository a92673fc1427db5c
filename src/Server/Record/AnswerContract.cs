using Assemblies.Displays;

namespace Assemblies.Record;

/// <summary>One cell of the score sheet: an ask and a power-holder, and the version of its life the sender has seen.</summary>
/// <param name="AskId">The ask.</param>
/// <param name="PowerHolderId">The power-holder.</param>
/// <param name="ExpectedVersion">How many steps the sender has seen; another number means somebody was faster.</param>
public sealed record CellRef(Guid AskId, Guid PowerHolderId, int ExpectedVersion);

/// <summary>The ask is read to one power-holder or several at once.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cells">Cells of one ask.</param>
/// <param name="AskedAs">The words in which it was really put, where they differ from the written ones (product.md, 32).</param>
public sealed record PutCommand(Guid CommandId, IReadOnlyList<CellRef> Cells, string? AskedAs = null);

/// <summary>The scribe writes down what was said. Provisional: nobody outside the staff sees it.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cell">Whose answer to which ask.</param>
/// <param name="Answer">What was said.</param>
/// <param name="AskedAs">The words in which the ask was really put, where they differ from what is known; null keeps it.</param>
public sealed record RecordCommand(Guid CommandId, CellRef Cell, AnswerWords Answer, string? AskedAs = null);

/// <summary>What the chair rules on a recorded answer.</summary>
public enum Ruling
{
    /// <summary>That is what was said.</summary>
    Confirm,

    /// <summary>It was not clear: put the ask again.</summary>
    ReAsk,

    /// <summary>What was said is another thing than what is written down: her words count, and are held.</summary>
    Amend,
}

/// <summary>The chair's ruling on the answer she sees.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cell">Whose answer to which ask.</param>
/// <param name="Ruling">What she rules.</param>
/// <param name="Recording">For <c>confirm</c>: the recording she confirms, where two scribes wrote; null is the latest.</param>
/// <param name="Answer">For <c>amend</c>: the whole answer as it is to stand.</param>
public sealed record RuleCommand(Guid CommandId, CellRef Cell, Ruling Ruling, int? Recording = null, AnswerWords? Answer = null);

/// <summary>Confirmed answers are shown to the hall, all at once (product.md, 39).</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cells">Cells of one ask.</param>
public sealed record RevealCommand(Guid CommandId, IReadOnlyList<CellRef> Cells);

/// <summary>What happens once an answer is revealed.</summary>
public enum ReadBackStep
{
    /// <summary>The answer was read back; the moment to object begins.</summary>
    ReadBack,

    /// <summary>The power-holder objected in that moment: the ask stands as put again.</summary>
    Objection,

    /// <summary>The power-holder said that it is right.</summary>
    Acknowledgement,
}

/// <summary>The revealed answer is read back to who gave it.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Cell">Whose answer to which ask.</param>
/// <param name="Step">What happened.</param>
/// <param name="Objection">For <c>objection</c>: what they said against it.</param>
public sealed record ReadBackCommand(Guid CommandId, CellRef Cell, ReadBackStep Step, string? Objection = null);

/// <summary>The projector changes its scene.</summary>
/// <param name="CommandId">Made by the tablet; sending it again changes nothing.</param>
/// <param name="Scene">What to show.</param>
/// <param name="AskId">For <c>ask</c> and <c>answer</c>: which ask.</param>
/// <param name="SpeakerId">For <c>testimony</c>: whose.</param>
/// <param name="Text">For <c>message</c>: what it says.</param>
/// <param name="ExpectedVersion">The version of the scene that the sender saw; null for "whatever is shown now".</param>
public sealed record ShowCommand(
    Guid CommandId, Scene Scene, Guid? AskId = null, Guid? SpeakerId = null, string? Text = null, int? ExpectedVersion = null);
