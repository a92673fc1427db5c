using Assemblies.Agenda.Evening;
using Assemblies.Agenda.Evening.RollCall;
using Assemblies.Commitments.ReportBack;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Displays.Direction;
using Assemblies.Displays.Look;
using Assemblies.Live;
using Assemblies.PublicRecord.Notes;
using Assemblies.Record;
using Assemblies.Record.Log;
using Assemblies.Testimony;
using Assemblies.Turnout;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays;

/// <summary>The channel <c>screen</c>: everything a projector shows. Only what the public may see (product.md, 37).</summary>
internal sealed class ScreenChannel : LiveChannel
{
    public override string Name => "screen";

    // Not for everybody, although nothing in it is secret: the thousands of phones have a smaller channel.
    public override IReadOnlyList<DeviceRole> Watchers { get; } = Enum.GetValues<DeviceRole>();

    public override IReadOnlySet<ChangeChannel> MadeOf { get; } = new HashSet<ChangeChannel>
    {
        ChangeChannel.Agenda, ChangeChannel.Institutions, ChangeChannel.Turnout, ChangeChannel.Testimony, ChangeChannel.Asks,
        ChangeChannel.Record, ChangeChannel.Displays, ChangeChannel.Evening, ChangeChannel.Devices,
    };

    public override async Task<object> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await PresentAsync(db, assemblyId, cancellation);

    /// <summary>The same over HTTP: GET /api/screen.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="assemblyId">Of which assembly.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="instead">What the hall would show instead of what it shows: a preview.</param>
    public static async Task<ScreenPresent> PresentAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation, ShownScene? instead = null)
    {
        var assembly = await db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == assemblyId, cancellation);
        var hall = instead ?? await ScreensReader.HallAsync(db, assemblyId, cancellation);
        Instant? since = instead is null ? await SceneSince.HallAsync(db, assemblyId, cancellation) : null;
        var screens = await ScreensReader.ReadAsync(db, assemblyId, hall, since, cancellation);
        var sheet = await ScoreSheet.ReadAsync(db, assemblyId, cancellation);
        // What no screen shows costs nothing to read, and moves none when it changes.
        bool IsOn(Scene scene) => hall.Scene == scene || screens.Values.Any(s => s.Scene == scene);
        var life = IsOn(Scene.NowNext) || IsOn(Scene.RollCall) || IsOn(Scene.Commitments) ? await EveningReader.DescribedLifeAsync(db, assemblyId, cancellation) : null;
        var asksShown = screens.Values.Select(s => s.AskId).Append(hall.AskId).ToHashSet();
        var zone = DateTimeZoneProviders.Tzdb[assembly.TimeZone];
        return new ScreenPresent(
            assembly.Title,
            assembly.Venue,
            assembly.TimeZone,
            zone.AtLeniently(assembly.Start).ToInstant(),
            $"/a/{assembly.Slug}",
            hall.Scene,
            await TurnoutBoard.ReadAsync(db, assemblyId, cancellation),
            hall.AskId,
            hall.SpeakerId is { } speaker ? await TestimonyAsync(db, speaker, ConsentChannel.Screen, cancellation) : null,
            sheet.Asks.Where(a => a.WasPut || a is { PublishedText: not null, WithdrawnReason: null } || asksShown.Contains(a.Id)).ToDictionary(a => a.Id, Show),
            IsOn(Scene.NowNext) ? new ScreenNowNext(life!.Now?.Title, life.Next?.Title) : null,
            IsOn(Scene.RollCall) ? await RollCallReader.ShowAsync(db, assemblyId, life!, assembly.SmallestShown, cancellation) : null,
            await RecordAsync(db, assemblyId, cancellation),
            hall.Text,
            await AllianceReader.ReadAsync(db, cancellation),
            screens,
            IsOn(Scene.Commitments) ? await ReportBackReader.OnScreenAsync(db, assemblyId, hall.ItemId ?? life!.Now?.Id, cancellation) : null,
            since);
    }

    /// <summary>The public record as it stands; null while nothing is in it.</summary>
    internal static async Task<ScreenRecord?> RecordAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.RecordEntries.Where(e => e.AssemblyId == assemblyId).OrderByDescending(e => e.Seq).Select(e => e.Checkpoint).FirstOrDefaultAsync(cancellation) is { } note
            && SignedCheckpoint.Parse(note) is { Checkpoint: var checkpoint }
            ? new(
                ProjectorCode.Of(checkpoint), checkpoint.Origin, checkpoint.Size, ReadAloudSeal.Of(checkpoint),
                checkpoint.Origin[checkpoint.Origin.IndexOf('/', StringComparison.Ordinal)..], Convert.ToBase64String(checkpoint.Root))
            : null;

    // Revealed answers only: nothing provisional can leave through here.
    private static ScreenAsk Show(SheetAsk ask)
    {
        var text = ask.WasPut ? ask.TextAsPut : ask.PublishedText ?? ask.Text;
        var (translated, terms) = ask.PublicVersion is { } version ? (ask.TextOf(version), ask.TermsOf(version)) : (ask.Text, ask.Terms);
        return new(
            ask.Number,
            ask.Area,
            text,
            [.. ask.Cells.Select(c => new ScreenCell(c.PowerHolder.Name, c.PowerHolder.Office, c.Life.Revealed, c.Life.RevealedAt, c.PowerHolder.Order))],
            // A translation belongs to the words it translates: not to those that somebody changed on the stage, and no unpublished one to published words.
            text == translated ? terms.Translations : null);
    }

    /// <summary>The testimony that is on, named as far as the speaker agreed for this channel.</summary>
    internal static async Task<ScreenTestimony?> TestimonyAsync(AssemblyDb db, Guid speakerId, ConsentChannel channel, CancellationToken cancellation) =>
        await SpeakerConsents.OnStageAsync(db, speakerId, channel, cancellation) is { } shown
            ? new ScreenTestimony(shown.NameToShow, shown.Institution, shown.AskArea)
            : null;
}
