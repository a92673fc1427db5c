using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Devices;
using Assemblies.Live;
using Assemblies.Rehearsal;
using Assemblies.Shell;
using Assemblies.Tests.Shell;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Harness;

/// <summary>Everybody outside the staff at once: a stranger and the screens of the hall. They read every address they may, and watch every channel they can.</summary>
/// <remarks>
/// Nothing here is a list by hand: addresses come from the server's own routes, channels from those it has. A new route is looked at from its first
/// day; one whose address has a part unknown here fails the test until <see cref="ValuesAsync"/> says what that part can be.
/// </remarks>
public sealed partial class PublicEyes : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly DeviceRole?[] Eyes = [null, DeviceRole.Projector, DeviceRole.Kiosk, DeviceRole.StageTimer];

    private readonly Hall hall;
    private readonly IReadOnlyList<string> tokens;
    private readonly List<(DeviceRole? Eye, HttpClient Http, HubConnection Line)> eyes = [];
    private readonly ConcurrentQueue<(string Channel, string Frame)> frames = new();
    private readonly List<Task> watching = [];
    private readonly CancellationTokenSource closed = new();

    private PublicEyes(Hall hall, IReadOnlyList<string> tokens) => (this.hall, this.tokens) = (hall, tokens);

    /// <summary>Opens them; from now on every frame of every channel is kept.</summary>
    public static async Task<PublicEyes> OpenAsync(Hall hall, IEnumerable<string> tokens)
    {
        var all = new PublicEyes(hall, [.. tokens]);
        foreach (var eye in Eyes)
        {
            var token = eye is { } role ? (await hall.PairAsync(role)).Token : null;
            all.eyes.Add((eye, token is null ? hall.Server.Visitor() : hall.Server.WithToken(token), await HubLine.OpenAsync(hall.Server.Address, "/live", token, CancellationToken.None)));
        }
        foreach (var (eye, channel, line) in all.Channels())
            all.watching.Add(all.WatchAsync(Named(eye, channel), line, channel));
        return all;
    }

    /// <summary>Everything that can be seen now, by where.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LookAsync()
    {
        var seen = new Dictionary<string, string>();
        var ways = RouteInventory.Of(hall.Server.Services).Where(w => w.Verb == "GET").ToList();
        var values = await ValuesAsync();
        foreach (var (eye, http, _) in eyes)
            foreach (var path in ways.Where(w => eye is { } role ? w.Roles?.Contains(WireFormat.Word(role)) == true : w.Roles is null).SelectMany(w => Addresses(w.Path, values)).Distinct())
                if (await ReadAsync(http, path) is { } text)
                    seen[Named(eye, path)] = text;
        foreach (var (eye, channel, line) in Channels())
            if (await PresentAsync(line, channel) is { } present)
                seen[Named(eye, $"channel {channel}")] = present;
        return seen;
    }

    /// <summary>Every frame that any channel has sent since the beginning, in its order.</summary>
    public IReadOnlyList<(string Channel, string Frame)> Frames => [.. frames];

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await Task.WhenAll(watching);
        foreach (var (_, http, line) in eyes)
        {
            http.Dispose();
            await line.DisposeAsync();
        }
        closed.Dispose();
    }

    private static string Named(DeviceRole? eye, string what) => $"{(eye is { } role ? WireFormat.Word(role) : "stranger")} {what}";

    private IEnumerable<(DeviceRole? Eye, string Channel, HubConnection Line)> Channels() =>
        from channel in hall.Server.Services.GetServices<LiveChannel>() from eye in eyes select (eye.Eye, channel.Name, eye.Line);

    private IAsyncEnumerable<LiveFrame> Watch(HubConnection line, string channel, CancellationToken cancellation) =>
        line.StreamAsync<LiveFrame>("Watch", new WatchRequest(channel, hall.Assembly.Slug), cancellation);

    private async Task WatchAsync(string name, HubConnection line, string channel)
    {
        try
        {
            await foreach (var frame in Watch(line, channel, closed.Token))
                frames.Enqueue((name, $"{frame.Present}{frame.Patch}"));
        }
        catch (Exception end) when (end is HubException or OperationCanceledException)
        {
            // Not for this eye, or the evening is over.
        }
    }

    private async Task<string?> PresentAsync(HubConnection line, string channel)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var frame in Watch(line, channel, patience.Token))
                return $"{frame.Present}";
        }
        catch (HubException)
        {
            return null;
        }
        throw new InvalidOperationException($"The channel {channel} has no present.");
    }

    private static async Task<string?> ReadAsync(HttpClient http, string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (!response.IsSuccessStatusCode)
            return null;
        await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
        return response.Content.Headers.ContentType?.MediaType switch
        {
            "text/event-stream" => await FirstEventAsync(body, patience.Token),
            "application/zip" => await UnzippedAsync(body, patience.Token),
            _ => await new StreamReader(body).ReadToEndAsync(patience.Token),
        };
    }

    private static async Task<string> FirstEventAsync(Stream body, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync(cancellation) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        return "";
    }

    private static async Task<string> UnzippedAsync(Stream body, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await body.CopyToAsync(whole, cancellation);
        await using var zip = await ZipArchive.CreateAsync(whole, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
            text.AppendLine(await new StreamReader(await entry.OpenAsync(cancellation)).ReadToEndAsync(cancellation));
        return text.ToString();
    }

    private static IEnumerable<string> Addresses(string pattern, Func<string, IReadOnlyList<string>> values) =>
        Parameter().Match(pattern) is not { Success: true } parameter
            ? [pattern]
            : values(parameter.Groups[1].Value).SelectMany(v => Addresses(pattern[..parameter.Index] + v + pattern[(parameter.Index + parameter.Length)..], values));

    private async Task<Func<string, IReadOnlyList<string>>> ValuesAsync()
    {
        var record = await hall.Server.ReadAsync(db => db.RecordKeys.Where(k => k.AssemblyId == hall.Assembly.Id).Select(k => k.Slug).SingleOrDefaultAsync());
        var entries = await hall.Server.ReadAsync(db => db.RecordEntries.CountAsync(e => e.AssemblyId == hall.Assembly.Id));
        var asks = await hall.Server.ReadAsync(db => db.Asks.Where(a => a.AssemblyId == hall.Assembly.Id).Select(a => new { a.Id, a.Number }).ToListAsync());
        return name => name switch
        {
            "slug" => [hall.Assembly.Slug, .. record is null ? [] : new[] { record }],
            "file" => ["checkpoint", "vkey", "checkpoints.txt", "entries.jsonl", "disclosures.json", "verify.html", "bundle.zip"],
            "seq" => [.. Enumerable.Range(0, entries).Select(i => $"{i}")],
            "size" => [.. Enumerable.Range(1, entries).Select(i => $"{i}")],
            "number" => [.. asks.Select(a => $"{a.Number}")],
            "assemblyId" => [$"{hall.Assembly.Id}"],
            "askId" => [.. asks.Select(a => $"{a.Id}")],
            "powerHolderId" => [$"{hall.Mayor.Id}", $"{hall.Leader.Id}"],
            "office" => [OfficeKey.Of(hall.Mayor.Office), OfficeKey.Of(hall.Leader.Office)],
            "institutionId" => [$"{hall.Institution.Id}"],
            "Token" or "token" => tokens,
            "Code" => ["404", new Uri(hall.Server.Address, hall.Server.Services.GetRequiredService<SetUp>().Path).Segments[^1]],
            "documentName" => ["v1"],
            // Files are found by what is in them; here nobody has any.
            "sha256" or "hash" => [new string('0', 64)],
            "page" or "path" => ["nothing"],
            _ => throw new InvalidOperationException($"A public address has a part {{{name}}}: say here what it can be, so that the test looks there too."),
        };
    }

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z0-9]+)[^}]*\}")]
    private static partial Regex Parameter();
}
