using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Displays.Direction;

/// <summary>Reads what each paired screen of an assembly shows.</summary>
internal static class ScreensReader
{
    /// <summary>The screens that are paired now, by device.</summary>
    public static IQueryable<Device> Screens(AssemblyDb db, Guid assemblyId) =>
        db.Devices.Where(d => d.AssemblyId == assemblyId && d.Role == DeviceRole.Projector && d.RevokedAt == null);

    /// <summary>The steps of each screen folded; a screen without steps is missing.</summary>
    public static async Task<Dictionary<Guid, ScreenLife>> LivesAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        (await db.ScreenSteps.AsNoTracking().Where(s => s.AssemblyId == assemblyId).ToListAsync(cancellation))
            .GroupBy(s => s.DeviceId).ToDictionary(g => g.Key, ScreenLife.Of);

    /// <summary>What the hall shows.</summary>
    public static async Task<ShownScene> HallAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await db.Stages.AsNoTracking().FirstOrDefaultAsync(s => s.AssemblyId == assemblyId, cancellation) is { } stage
            ? stage.Shown
            : new ShownScene(Scene.Welcome);

    /// <summary>What each screen shows now.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ScreenView>> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) =>
        await ReadAsync(db, assemblyId, await HallAsync(db, assemblyId, cancellation), await SceneSince.HallAsync(db, assemblyId, cancellation), cancellation);

    /// <summary>What each screen shows.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="assemblyId">Of which assembly.</param>
    /// <param name="hall">What the hall shows.</param>
    /// <param name="since">When that came on; null in a preview.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<IReadOnlyDictionary<Guid, ScreenView>> ReadAsync(
        AssemblyDb db, Guid assemblyId, ShownScene hall, Instant? since, CancellationToken cancellation)
    {
        var lives = await LivesAsync(db, assemblyId, cancellation);
        // Most screens follow the hall: then there is nothing to look up.
        var cues = lives.Values.Any(l => l.Hold == ScreenHold.Frozen) ? await SceneSince.CuesAsync(db, assemblyId, cancellation) : [];
        var views = new Dictionary<Guid, ScreenView>();
        var told = new Dictionary<(Guid, ConsentChannel), ScreenTestimony?>();
        foreach (var screen in await Screens(db, assemblyId).OrderBy(d => d.PairedAt).Select(d => new { d.Id, d.Name }).ToListAsync(cancellation))
        {
            var life = lives.GetValueOrDefault(screen.Id, ScreenLife.New);
            views[screen.Id] = await ViewAsync(screen.Name, life, hall, ToldAsync) with { Since = life.Since(since, at => SceneSince.Before(cues, at)) };
        }
        return views;

        // Most screens show the same testimony; each is read once for all of them.
        async Task<ScreenTestimony?> ToldAsync(Guid speaker, ConsentChannel audience)
        {
            if (!told.TryGetValue((speaker, audience), out var testimony))
                told[(speaker, audience)] = testimony = await ScreenChannel.TestimonyAsync(db, speaker, audience, cancellation);
            return testimony;
        }
    }

    private static async Task<ScreenView> ViewAsync(string name, ScreenLife life, ShownScene hall, Func<Guid, ConsentChannel, Task<ScreenTestimony?>> tellAsync)
    {
        var shown = life.Shows(hall);
        var settings = life.Settings ?? ScreenSettings.Usual;
        var audience = life.Set == SceneSet.Stream ? ConsentChannel.Stream : ConsentChannel.Screen;
        return new(
            name,
            life.Version,
            life.Set,
            settings.Theme,
            shown.Scene,
            shown.AskId,
            // Read anew for every frame: a withdrawal reaches a frozen screen too (product.md, 55).
            shown.SpeakerId is { } speaker ? await tellAsync(speaker, audience) : null,
            shown.Text,
            settings.ImageHeight,
            settings.FarthestSeat,
            Legibility.XHeight(settings.ImageHeight, settings.FarthestSeat),
            settings.SecondLanguage,
            life.Hold,
            life.HeldAt,
            life.Held?.Scene,
            life.IsBlank ? true : null,
            life.IdentifyUntil);
    }
}
