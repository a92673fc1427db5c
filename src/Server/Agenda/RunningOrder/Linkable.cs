using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.ReportBack;
using Assemblies.Testimony;

namespace Assemblies.Agenda.RunningOrder;

/// <summary>What the items of an assembly's running order may be about: each in the order of its own list.</summary>
public sealed record Linkable(
    IReadOnlyList<AskRow> Asks, IReadOnlyList<PowerHolderRow> PowerHolders, IReadOnlyList<SpeakerRow> Speakers, IReadOnlyList<OldCommitment> Commitments)
{
    public AskRow? Ask(Guid id) => Asks.FirstOrDefault(a => a.Id == id);

    public PowerHolderRow? PowerHolder(Guid id) => PowerHolders.FirstOrDefault(p => p.Id == id);

    public SpeakerRow? Speaker(Guid id) => Speakers.FirstOrDefault(s => s.Id == id);

    public OldCommitment? Commitment(CommitmentKey key) => Commitments.FirstOrDefault(c => c.Key == key);

    /// <summary>The speaker's name, with the institution where two have the same name.</summary>
    public string NameOf(SpeakerRow speaker) =>
        Speakers.Count(s => s.NameToShow == speaker.NameToShow) > 1 ? $"{speaker.NameToShow} ({speaker.Institution})" : speaker.NameToShow;

    /// <summary>The power-holder's name, with the office where two have the same name.</summary>
    public string NameOf(PowerHolderRow holder) =>
        PowerHolders.Count(p => p.Name == holder.Name) > 1 ? $"{holder.Name} ({holder.Office})" : holder.Name;
}
