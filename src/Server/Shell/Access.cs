using Microsoft.AspNetCore.Authorization;

namespace Assemblies.Shell;

/// <summary>Who may call what. Every endpoint and hub names one of these; docs/security.md shows them all.</summary>
/// <remarks>Roles are wire words: those of <see cref="Devices.DeviceRole"/>, and <see cref="Organiser"/>.</remarks>
public static class Access
{
    public const string Organiser = "organiser";

    /// <summary>Devices that admit people.</summary>
    public const string Door = "steward,desk,supervisor,kiosk";

    /// <summary>A device whose pairing was revoked or ran out. It may hand in what it still holds, and nothing else.</summary>
    public const string Revoked = "revoked";

    /// <summary>Who clears up what the doors could not: the help desk, and whoever supervises the doors.</summary>
    public const string Desk = "desk,supervisor";

    public const string Supervisor = "supervisor";
    public const string Scribe = "scribe";
    public const string Chair = "chair";

    /// <summary>Who may say that an ask was put: whoever is nearest to the moment.</summary>
    public const string Putting = "chair,scribe";

    /// <summary>Who directs what the hall sees.</summary>
    public const string Showing = "chair,stage_manager";

    /// <summary>Who receives speakers and power-holders and orders who speaks when.</summary>
    public const string Receiving = "chair,stage_manager";

    /// <summary>The tablets of the floor.</summary>
    public const string Floor = "chair,scribe,timekeeper,stage_manager";

    /// <summary>Who runs the evening; which step each may give is in <see cref="Agenda.Evening.EveningRoles"/>.</summary>
    public const string Running = "chair,timekeeper,stage_manager";

    /// <summary>The screens of the hall and the rooms around it.</summary>
    public const string Screen = "projector";

    public const string AnyDevice = "steward,desk,supervisor,chair,scribe,timekeeper,stage_manager,projector,kiosk,stage_timer";

    /// <summary>Declares that only these roles may call the endpoints.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoints, string roles) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(new AuthorizeAttribute { Roles = roles });

    /// <summary>Declares that everybody may call the endpoints.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AllowAnonymous();
}
