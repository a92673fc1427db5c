using Assemblies.PublicRecord.Entries;

namespace Assemblies.Record.Redactions;

/// <summary>Redactions in plain words.</summary>
public static class RedactionWording
{
    /// <summary>What stands where words were.</summary>
    public const string Withheld = "(withheld)";

    public static string Ground(RedactionGround ground) => ground switch
    {
        RedactionGround.ErasureRequest => "Somebody asked to be erased",
        RedactionGround.ConsentWithdrawn => "Somebody withdrew their consent",
        RedactionGround.PrivatePerson => "It names a private person",
        RedactionGround.CourtOrder => "A court ordered it",
        RedactionGround.Safety => "It puts somebody in danger",
        RedactionGround.RecordedByMistake => "It was recorded by mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    public static string Level(int level) => level == Redaction.DisclosuresOnly
        ? "Delete the names behind it; its words stay"
        : "Withhold its words; its hash and what is not personal stay";
}
