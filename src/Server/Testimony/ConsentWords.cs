namespace Assemblies.Testimony;

/// <summary>The channels in plain words: on the form that a speaker reads and signs, and on the organiser's pages.</summary>
public static class ConsentWords
{
    /// <summary>For a list: <c>the hall's screens</c>.</summary>
    public static string Name(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Stage => "On the stage",
        ConsentChannel.Programme => "Programme",
        ConsentChannel.Screen => "Hall’s screens",
        ConsentChannel.Web => "Public web page",
        ConsentChannel.Stream => "Live stream",
        ConsentChannel.Photo => "Photographs",
        ConsentChannel.Press => "Press",
        ConsentChannel.ReUse => "After the evening",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>What the speaker agrees to, in the first person.</summary>
    public static string Sentence(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Stage => "My name may be said aloud when I am introduced.",
        ConsentChannel.Programme => "My name may be printed in the programme.",
        ConsentChannel.Screen => "My name may be shown on the screens in the hall.",
        ConsentChannel.Web => "My name may be shown on the assembly’s public web page, where anybody can read and copy it.",
        ConsentChannel.Stream => "I may be seen, heard and named in the live stream and its recording.",
        ConsentChannel.Photo => "Photographs of me may be taken and published.",
        ConsentChannel.Press => "My name may be given to journalists.",
        ConsentChannel.ReUse => "My name and story may be used after the evening, for example in reports and newsletters.",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
