using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Testimony;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>What is invented of speakers and power-holders: files, consents, invitations.</summary>
internal static class InventedPeople
{
    /// <summary>A testimony file. The third speaks through an interpreter; each second one has somebody who can stand in.</summary>
    public static Speaker Speaker(Ask ask, Guid institutionId, int number, string? name) => new()
    {
        AssemblyId = ask.AssemblyId,
        AskId = ask.Id,
        InstitutionId = institutionId,
        NameToShow = name ?? InventedNames.Person(new Random(number)),
        PlannedSeconds = 150 + number * 15,
        UnderstudyName = number % 2 == 0 ? InventedNames.Person(new Random(1_000 + number)) : null,
        Language = number == 2 ? "so" : null,
        Interpreter = number == 2 ? InventedNames.Person(new Random(2_000)) : null,
        TimeFactorPercent = number == 2 ? 180 : SpeakerRules.NoFactor,
    };

    /// <summary>The first agrees to everything, one to nothing, the others to what most people agree to.</summary>
    public static IEnumerable<SpeakerConsent> Consents(Speaker speaker, int number, Instant at)
    {
        ConsentChannel[] channels = number switch
        {
            0 => Enum.GetValues<ConsentChannel>(),
            2 => [],
            _ => [ConsentChannel.Stage, ConsentChannel.Programme, ConsentChannel.Screen, ConsentChannel.Web],
        };
        return channels.Select((channel, i) => new SpeakerConsent
        {
            SpeakerId = speaker.Id, Version = i + 1, Channel = channel, IsGiven = true, At = at, By = Actor.Server.Id,
        });
    }

    /// <summary>All were invited for the same reason and on the same day; one sends a deputy, one leaves early.</summary>
    public static void Invite(IReadOnlyList<PowerHolder> powerHolders, AccountabilityAssembly assembly)
    {
        var invitedOn = assembly.Start.Date.PlusDays(-42);
        foreach (var (i, holder) in powerHolders.Index())
            holder.Invitation = new Invitation(
                i == powerHolders.Count - 1 ? InvitationReply.Deputy : InvitationReply.Accepted, invitedOn, "Riverside Alliance",
                "The office can grant what is asked; every holder of it is invited.", invitedOn.PlusDays(7 + 3 * i), null,
                i == powerHolders.Count - 1 ? new Deputy("Moira Fenn", "Director of Customers, Riverside Water", false) : null);
        powerHolders[0].DepartsAt = assembly.HardEnd.PlusMinutes(-15);
    }
}
