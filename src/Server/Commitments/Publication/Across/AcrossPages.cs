using System.Text;
using Assemblies.Commitments.Publication.Across.Pages;
using Assemblies.Data;
using Assemblies.Displays.Look;
using Assemblies.Record.Publication;
using Assemblies.Shell;
using Assemblies.Shell.PublicPages;
using Assemblies.Wire.Publishing;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Commitments.Publication.Across;

/// <summary>Sends the pages and feeds over several assemblies, made once per change. What an address invents is told before anything is made or waited for.</summary>
internal sealed class AcrossPages(AssemblyDb database, PublicDocuments documents, HtmlDocuments html, PublicAddress address, IClock clock)
{
    // The alliance's name stands in feeds, and an institution's in its own.
    private static readonly HashSet<ChangeChannel> Parts = [.. PublishedRecord.FollowUpParts, ChangeChannel.Displays, ChangeChannel.Institutions];

    /// <summary>All offices that answered.</summary>
    public Task<IResult> OfficesAsync(HttpContext http) => SendAsync(http, "all", PublicDocument.Html, async (db, gone) =>
        await RenderAsync<OfficeList>(("Offices", PublicOffice.ListOf(await FollowUps.ReadAsync(db, clock, address.Base, null, gone)))));

    /// <summary>The page of one office.</summary>
    public Task<IResult> OfficeAsync(HttpContext http, string key) => OfficeAsync(http, key, "page", PublicDocument.Html, (_, office, _) =>
        RenderAsync<OfficeBoard>(("Office", office)));

    /// <summary>The feed of one office.</summary>
    public Task<IResult> OfficeFeedAsync(HttpContext http, string key) => OfficeAsync(http, key, "feed", $"{AtomFeed.MediaType}; charset=utf-8", async (db, office, gone) =>
        AcrossNews.Of(office, await AllianceAsync(db, gone), address.Base).Write());

    /// <summary>The page that one institution follows its evenings by.</summary>
    public Task<IResult> InstitutionAsync(HttpContext http, Guid id) => InstitutionAsync(http, id, "page", PublicDocument.Html, (_, name, followUps, _) =>
        RenderAsync<InstitutionBoard>(("InstitutionId", id), ("Name", name), ("FollowUps", followUps)));

    /// <summary>Its feed.</summary>
    public Task<IResult> InstitutionFeedAsync(HttpContext http, Guid id) => InstitutionAsync(http, id, "feed", $"{AtomFeed.MediaType}; charset=utf-8", async (db, name, followUps, gone) =>
        AcrossNews.Of(id, name, followUps, await AllianceAsync(db, gone), address.Base).Write());

    private async Task<IResult> OfficeAsync(
        HttpContext http, string key, string name, string mediaType, Func<AssemblyDb, PublicOffice, CancellationToken, Task<byte[]>> make) =>
        (await FollowUps.OfOfficeAsync(database, key, http.RequestAborted)).Count == 0
            ? await documents.NothingAsync()
            : await SendAsync(http, $"office {key} {name}", mediaType, async (db, gone) =>
                PublicOffice.ListOf(await FollowUps.ReadAsync(db, clock, address.Base, await FollowUps.OfOfficeAsync(db, key, gone), gone)).FirstOrDefault(o => o.Key == key) is { } office
                    ? await make(db, office, gone)
                    : null);

    private async Task<IResult> InstitutionAsync(
        HttpContext http, Guid id, string name, string mediaType, Func<AssemblyDb, string, IReadOnlyList<FollowUp>, CancellationToken, Task<byte[]>> make) =>
        (await FollowUps.OfInstitutionAsync(database, id, http.RequestAborted)).Count == 0
            ? await documents.NothingAsync()
            : await SendAsync(http, $"institution {id} {name}", mediaType, async (db, gone) =>
                await FollowUps.ReadAsync(db, clock, address.Base, await FollowUps.OfInstitutionAsync(db, id, gone), gone) is { Count: > 0 } followUps
                    ? await make(db, await db.Institutions.Where(i => i.Id == id).Select(i => i.Name).SingleAsync(gone), followUps, gone)
                    : null);

    private async Task<IResult> SendAsync(HttpContext http, string name, string mediaType, Func<AssemblyDb, CancellationToken, Task<byte[]?>> make) =>
        await documents.SendAsync(http, new PublicDocument(null, $"across {name}", mediaType, Parts, make)
        {
            Line = "across",
            Days = [.. (await database.Assemblies.Select(a => a.TimeZone).Distinct().ToListAsync(http.RequestAborted)).Select(zone => DateTimeZoneProviders.Tzdb[zone])],
        });

    private static async Task<string> AllianceAsync(AssemblyDb db, CancellationToken cancellation) =>
        await AllianceReader.ReadAsync(db, cancellation) is { Name: { Length: > 0 } name } ? name : "The alliance";

    private async Task<byte[]> RenderAsync<TPage>(params (string Name, object? Value)[] parameters) where TPage : IComponent =>
        Encoding.UTF8.GetBytes(await html.RenderAsync<TPage>([("Base", address.Base), .. parameters]));
}
