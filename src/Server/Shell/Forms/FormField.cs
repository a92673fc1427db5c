using Microsoft.AspNetCore.Components;

namespace Assemblies.Shell.Forms;

/// <summary>What every field has: a name, a label, a hint, and its problems under it, tied together for screen readers.</summary>
public abstract class FormField : ComponentBase
{
    [Parameter, EditorRequired] public required FormState Form { get; set; }

    /// <summary>The member's name on the wire.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public bool Required { get; set; }

    /// <summary>More attributes of the control, for example <c>autocomplete</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    protected string HintId => $"{Name}-hint";
    protected string ProblemId => $"{Name}-problem";
    protected List<string> Wrong => [.. Form.ProblemsOf(Name)];
    protected string Invalid => Wrong.Count > 0 ? "is-invalid" : "";

    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : HintId, Wrong.Count == 0 ? null : ProblemId }.Where(id => id is not null)) is { Length: > 0 } ids
            ? ids
            : null;
}
