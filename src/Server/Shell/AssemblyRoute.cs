using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Shell;

/// <summary>The organiser's part of the API that belongs to one assembly.</summary>
internal static class AssemblyRoute
{
    /// <summary>A group under <c>/assemblies/{assemblyId}</c> that answers 404 for an assembly that does not exist.</summary>
    public static RouteGroupBuilder MapAssemblyGroup(this IEndpointRouteBuilder api, string tail)
    {
        var group = api.MapGroup($"/assemblies/{{assemblyId:guid}}{tail}");
        group.For(Access.Organiser);
        group.AddEndpointFilter(async (call, next) =>
        {
            var db = call.HttpContext.RequestServices.GetRequiredService<AssemblyDb>();
            var assemblyId = Guid.Parse((string)call.HttpContext.GetRouteValue("assemblyId")!);
            return await db.Assemblies.AnyAsync(a => a.Id == assemblyId, call.HttpContext.RequestAborted)
                ? await next(call)
                : TypedResults.NotFound();
        });
        return group;
    }
}
