namespace Assemblies.Floor;

/// <summary>The door for those who run the evening: chair, scribe, timekeeper, stage manager. It authorises; the features decide.</summary>
public static class FloorFeature
{
    public static void MapFloor(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        routes.MapHub<FloorHub>("/live/floor");
        FloorApi.Map(api);
    }
}
