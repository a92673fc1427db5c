using NodaTime;

namespace Assemblies.Testimony;

/// <summary>Someone who gives a testimony: a first-person story that grounds an ask.</summary>
public sealed class Speaker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssemblyId { get; init; }
    public required Guid InstitutionId { get; init; }

    /// <summary>The ask the story grounds, where there is one.</summary>
    public Guid? AskId { get; set; }

    /// <summary>The name the speaker wants shown. Shown only while <see cref="ScreenConsentAt"/> is set.</summary>
    public required string NameToShow { get; set; }

    /// <summary>When the speaker agreed to be named on the hall's screens and on the public web page; null when not asked, refused or withdrawn.</summary>
    public Instant? ScreenConsentAt { get; set; }
}
