using Assemblies.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Record;

/// <summary>How corrections, disputes and redactions answer over HTTP: one person proposes, another decides.</summary>
internal static class DecisionReplies
{
    /// <summary>The row that was proposed, or 400 with everything that is wrong.</summary>
    public static Results<Ok<T>, ProblemHttpResult> Added<T>((T? Row, IReadOnlyList<Problem> Problems) result) where T : class =>
        result.Row is { } row ? TypedResults.Ok(row) : Problems.Refuse([.. result.Problems]);

    /// <summary>The row as it was decided, 409 where it cannot be, 404 where there is none.</summary>
    public static Results<Ok<T>, NotFound, ProblemHttpResult> Decided<T>((T? Row, Problem? Problem) result) where T : class => result switch
    {
        ({ } row, _) => TypedResults.Ok(row),
        (_, { } problem) => Problems.Conflict(problem),
        _ => TypedResults.NotFound(),
    };
}
