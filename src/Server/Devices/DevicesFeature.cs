namespace Assemblies.Devices;

/// <summary>Doors and the devices that stand at them.</summary>
public static class DevicesFeature
{
    public static void AddDevices(this IServiceCollection services)
    {
        services.AddSingleton<DeviceConnections>();
        services.AddSingleton<WrongCodes>();
        services.AddScoped<DeviceRegister>();
        services.AddScoped<DoorRegister>();
        services.AddScoped<DevicesOverview>();
    }

    public static void MapDevices(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        PairingApi.Map(api);
        DevicesApi.Map(api);
    }
}
