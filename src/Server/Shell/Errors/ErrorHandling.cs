using Microsoft.AspNetCore.Diagnostics;

namespace Assemblies.Shell.Errors;

/// <summary>Errors in the caller's language: ProblemDetails (RFC 9457) for programs, a page for people.</summary>
internal static class ErrorHandling
{
    public static void AddErrors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<TooLarge>();
        services.AddExceptionHandler<TwoAtOnce>();
        services.AddExceptionHandler<NoRoomLeft>();
        services.AddExceptionHandler<ForPrograms>();
    }

    public static void UseErrors(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages());
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true });
        app.Use(ReadErrorPage);
    }

    // A form that failed comes here again as a POST; the page about it is only to be read.
    private static async Task ReadErrorPage(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        await next(http);
        // A refused form is answered with a type and no words (no valid antiforgery token, say): without the type, the page above is shown.
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentLength: null })
            http.Response.ContentType = null;
    }

    /// <summary>Maps what no feature maps, so that nobody has to sign in to learn that nothing is there.</summary>
    public static void MapNothing(this WebApplication app) =>
        app.MapFallback("{*path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).ForEveryone();

    /// <summary>Whether the caller wants ProblemDetails rather than a page.</summary>
    internal static bool IsForPrograms(HttpContext http)
    {
        // After an exception the request's path is that of the error page already.
        PathString path = http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path;
        return path.StartsWithSegments("/api") || path.StartsWithSegments("/live");
    }

    // A body over the limit is found out while it is read, deep inside; the status alone is then turned into words.
    private sealed class TooLarge : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not BadHttpRequestException bad)
                return ValueTask.FromResult(false);
            httpContext.Response.StatusCode = bad.StatusCode;
            return ValueTask.FromResult(true);
        }
    }

    private sealed class ForPrograms(IProblemDetailsService problems) : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) =>
            IsForPrograms(httpContext)
                ? problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, Exception = exception })
                : ValueTask.FromResult(false);
    }
}
