using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.AspNetCore.Diagnostics;

namespace Assemblies.Shell.Errors;

/// <summary>507 where the disk is full: the caller is told that nothing was saved, and whoever runs the server that it is urgent.</summary>
internal sealed partial class NoRoomLeft(ILogger<NoRoomLeft> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!StorageFull.IsCauseOf(exception))
            return false;
        LogFull();
        if (ErrorHandling.IsForPrograms(httpContext))
            await Problems.NoRoom(StorageFull.Problem).ExecuteAsync(httpContext);
        else
            httpContext.Response.StatusCode = StatusCodes.Status507InsufficientStorage;
        return true;
    }

    [LoggerMessage(LogLevel.Critical, "The disk is full: nothing more is saved until there is room.")]
    private partial void LogFull();
}
