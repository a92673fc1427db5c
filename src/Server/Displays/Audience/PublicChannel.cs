using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Shell;
using Assemblies.Turnout.Supervision;

namespace Assemblies.Displays.Audience;

/// <summary>The public page as it is pushed: finished HTML by element id.</summary>
/// <param name="Regions">The inner HTML of each element that may change.</param>
public sealed record PublicPresent(IReadOnlyDictionary<string, string> Regions);

/// <summary>The channel <c>public</c>: rendered once per change, for all phones (live.md, rules 5 and 10).</summary>
/// <remarks>Setting: <c>Public:CountsEverySeconds</c>, 1 unless it is set; for a line that thousands of phones fill.</remarks>
internal sealed class PublicChannel(HtmlDocuments html, Fleet fleet, IConfiguration configuration) : LiveChannel
{
    public const string ChannelName = "public";

    public override string Name => ChannelName;

    public override IReadOnlyList<DeviceRole> Watchers => [];

    public override IReadOnlySet<ChangeChannel> MadeOf => ShownParts;

    /// <summary>The parts of the state that the public page shows.</summary>
    public static IReadOnlySet<ChangeChannel> ShownParts { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Asks,
        ChangeChannel.Record, ChangeChannel.Commitments, ChangeChannel.Displays,
    };

    public override TimeSpan Pace { get; } = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Public:CountsEverySeconds", 1), 1, 3_600));

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation)
    {
        var view = await PublicView.ReadAsync(db, fleet, assemblyId, cancellation);
        var regions = new Dictionary<string, string>
        {
            ["now"] = await html.RenderAsync<NowRegion>(("View", view)),
            ["turnout"] = await html.RenderAsync<TurnoutRegion>(("View", view)),
            ["record"] = await html.RenderAsync<RecordRegion>(("View", view)),
            ["asks-note"] = await html.RenderAsync<AsksNoteRegion>(("View", view)),
        };
        foreach (var ask in view.Asks)
            regions[ask.RegionId] = await html.RenderAsync<AskRegion>(("Ask", ask), ("Record", view.Record?.Path));
        return new PublicPresent(regions);
    }
}
