using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.AspNetCore.Diagnostics;

namespace Assemblies.Shell.Errors;

/// <summary>409 for a change that met another one, wherever it was made: the caller looks again and decides again.</summary>
/// <remarks>Logged with its cause, because a mistake of the program that the database's keys stopped would look the same to the caller.</remarks>
internal sealed partial class TwoAtOnce(ILogger<TwoAtOnce> log) : IExceptionHandler
{
    private static readonly Problem Somebody =
        new("", "Somebody else changed the same thing at the same moment. Read again what is there now, then decide whether to send this again.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!SimultaneousChange.IsCauseOf(exception))
            return false;
        LogConflict(exception.InnerException?.Message ?? exception.Message);
        if (ErrorHandling.IsForPrograms(httpContext))
            await Problems.Conflict(Somebody).ExecuteAsync(httpContext);
        else
            httpContext.Response.StatusCode = StatusCodes.Status409Conflict;
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "A change met another one and was refused whole: {Cause}")]
    private partial void LogConflict(string cause);
}
