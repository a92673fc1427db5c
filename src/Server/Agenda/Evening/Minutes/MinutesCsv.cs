using System.Globalization;
using System.Text;
using Assemblies.Data;
using Assemblies.Shell;
using Assemblies.Wire;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.Evening.Minutes;

/// <summary>Planned against actual, for a spreadsheet: one line for each item and for each speech.</summary>
internal static class MinutesCsv
{
    // A title that begins like a formula would be run by the program that opens the file: a quote before it keeps it a text.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assemblies/{assemblyId:guid}/planned-v-actual.csv", DownloadAsync).For(Access.Organiser).ExcludeFromDescription();

    /// <summary>UTF-8 with a byte order mark, which spreadsheet programs need to read names right. Times are on the assembly's wall clock.</summary>
    public static byte[] Write(AccountabilityAssembly assembly, EveningMinutes minutes)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(true)))
        using (var csv = new CsvWriter(text, Form))
        {
            Line(csv, "What", "Title", "Who", "Status", "Planned seconds", "Actual seconds", "Began", "Over");
            foreach (var item in minutes.Items)
                Line(csv, WireFormat.Word(item.Kind), item.Title, null, item.IsInserted ? $"{WireFormat.Word(item.Status)}, inserted" : WireFormat.Word(item.Status),
                    item.PlannedSeconds, item.ActualSeconds, Time(item.BeganAt), Time(item.OverAt));
            foreach (var speech in minutes.Speeches)
                Line(csv, $"{WireFormat.Word(speech.Clock)} clock", speech.Item, speech.Who, null,
                    speech.PlannedSeconds, speech.ActualSeconds, Time(speech.StartedAt), null);
        }
        return bytes.ToArray();

        string? Time(Instant? at) => at is { } instant ? assembly.Time(instant) : null;
    }

    private static void Line(CsvWriter csv, params object?[] fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(Guid assemblyId, AssemblyDb db, MinutesReader reader, HttpContext context)
    {
        if (await db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == assemblyId, context.RequestAborted) is not { } assembly)
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Write(assembly, await reader.ReadAsync(assembly, context.RequestAborted)), "text/csv; charset=utf-8", $"planned-v-actual-{assembly.Slug}.csv");
    }
}
