using Assemblies.Turnout.Tags;
using NodaTime;

namespace Assemblies.Testimony;

/// <summary>A testimony file as it is to be. What is left out is empty afterwards.</summary>
/// <param name="InstitutionId">The speaker's institution.</param>
/// <param name="NameToShow">The name the speaker wants shown.</param>
/// <param name="AskId">The ask the story grounds, or null.</param>
/// <param name="Pronunciation">How the name is said.</param>
/// <param name="PlannedSeconds">How long the story takes in the speaker's own language, in seconds.</param>
/// <param name="UnderstudyId">Another speaker of this assembly who can take the place …</param>
/// <param name="UnderstudyName">… or the name of somebody who is not entered.</param>
/// <param name="Language">BCP 47 tag of the language spoken; left out for that of the evening.</param>
/// <param name="Interpreter">Who interprets.</param>
/// <param name="TimeFactorPercent">What interpretation does to the time: 100 for none or simultaneous, about 180 for consecutive.</param>
/// <param name="Draft">The text so far; staff only.</param>
/// <param name="Arrival">The pass whose scan announces the speaker.</param>
/// <param name="InterpreterArrival">The pass whose scan announces the interpreter.</param>
public sealed record SpeakerCommand(
    Guid InstitutionId,
    string NameToShow,
    Guid? AskId = null,
    string? Pronunciation = null,
    int? PlannedSeconds = null,
    Guid? UnderstudyId = null,
    string? UnderstudyName = null,
    string? Language = null,
    string? Interpreter = null,
    int TimeFactorPercent = SpeakerRules.NoFactor,
    string? Draft = null,
    ArrivalTagCommand? Arrival = null,
    ArrivalTagCommand? InterpreterArrival = null);

/// <summary>A testimony file. Staff only.</summary>
/// <param name="Id">The speaker.</param>
/// <param name="InstitutionId">The speaker's institution.</param>
/// <param name="Institution">That institution's name.</param>
/// <param name="NameToShow">The name the speaker wants shown.</param>
/// <param name="AskId">The ask the story grounds, or null.</param>
/// <param name="AskNumber">That ask's number.</param>
/// <param name="Pronunciation">How the name is said.</param>
/// <param name="PlannedSeconds">How long the story takes, in seconds.</param>
/// <param name="SecondsOnStage">The same with interpretation.</param>
/// <param name="UnderstudyId">The understudy, where it is a speaker.</param>
/// <param name="Understudy">The understudy's name.</param>
/// <param name="Language">BCP 47 tag of the language spoken.</param>
/// <param name="Interpreter">Who interprets.</param>
/// <param name="TimeFactorPercent">What interpretation does to the time.</param>
/// <param name="Draft">The text so far.</param>
/// <param name="Arrival">The pass that announces the speaker.</param>
/// <param name="InterpreterArrival">The pass that announces the interpreter.</param>
/// <param name="Consents">What the speaker agrees to now.</param>
/// <param name="Timings">How long it took in rehearsals, the latest first.</param>
public sealed record SpeakerRow(
    Guid Id,
    Guid InstitutionId,
    string Institution,
    string NameToShow,
    Guid? AskId,
    int? AskNumber,
    string? Pronunciation,
    int? PlannedSeconds,
    int? SecondsOnStage,
    Guid? UnderstudyId,
    string? Understudy,
    string? Language,
    string? Interpreter,
    int TimeFactorPercent,
    string? Draft,
    ArrivalTagCommand? Arrival,
    ArrivalTagCommand? InterpreterArrival,
    IReadOnlyList<ConsentRow> Consents,
    IReadOnlyList<TimingRow> Timings)
{
    public bool MayShow(ConsentChannel channel) => Consents.Any(c => c.Channel == channel);
}

/// <param name="Channel">Where the name may appear.</param>
/// <param name="At">When it was noted.</param>
/// <param name="By">Who noted it: a role and an id.</param>
/// <param name="SignedOn">The date on the signed sheet, where there is one.</param>
public sealed record ConsentRow(ConsentChannel Channel, Instant At, string By, LocalDate? SignedOn);

/// <summary>What the speaker agrees to from now on: the channels named, and no others.</summary>
/// <param name="Channels">All channels agreed to; one that is left out is withdrawn.</param>
/// <param name="SignedOn">The date on the signed sheet, for the channels that are new.</param>
public sealed record ConsentCommand(IReadOnlyList<ConsentChannel> Channels, LocalDate? SignedOn = null);

/// <param name="Day">The day of the rehearsal.</param>
/// <param name="Seconds">How long it took, interpretation included.</param>
public sealed record TimingCommand(LocalDate Day, int Seconds);

/// <param name="Id">The timing.</param>
/// <param name="Day">The day of the rehearsal.</param>
/// <param name="Seconds">How long it took, interpretation included.</param>
public sealed record TimingRow(Guid Id, LocalDate Day, int Seconds);

/// <summary>A speaker as a channel may show them.</summary>
/// <param name="SpeakerId">The speaker.</param>
/// <param name="NameToShow">The name; null without consent for this channel.</param>
/// <param name="Institution">The institution, which needs no consent.</param>
/// <param name="AskArea">The area of the ask the story grounds.</param>
public sealed record ShownSpeaker(Guid SpeakerId, string? NameToShow, string Institution, string? AskArea);
