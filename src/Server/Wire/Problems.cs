using Microsoft.AspNetCore.Http.HttpResults;

namespace Assemblies.Wire;

/// <summary>Refusals over HTTP: ProblemDetails (RFC 9457) with one entry for each field that is wrong.</summary>
public static class Problems
{
    /// <summary>400 with the problems in the extension member <c>problems</c>.</summary>
    public static ProblemHttpResult Refuse(params Problem[] problems) => Refuse(StatusCodes.Status400BadRequest, problems);

    /// <summary>409: it would contradict what is there already.</summary>
    public static ProblemHttpResult Conflict(params Problem[] problems) => Refuse(StatusCodes.Status409Conflict, problems);

    /// <summary>507: there is no room to store it.</summary>
    public static ProblemHttpResult NoRoom(params Problem[] problems) => Refuse(StatusCodes.Status507InsufficientStorage, problems);

    private static ProblemHttpResult Refuse(int status, Problem[] problems) => TypedResults.Problem(
        detail: string.Join(" ", problems.Select(p => p.Fix)),
        statusCode: status,
        title: "Nothing was changed.",
        extensions: new Dictionary<string, object?> { ["problems"] = problems });
}
