using System.Globalization;
using Assemblies.Data;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Official;

/// <summary>How people were counted, in words for the public.</summary>
public static class CountingMethod
{
    /// <summary>For example <c>Counted at the doors: passes 62 %, groups counted by head 33 %, people without a pass 5 %.</c></summary>
    /// <param name="heads">How many people each method counted.</param>
    public static string InWords(IReadOnlyDictionary<ScanMethod, int> heads)
    {
        var all = heads.Values.Sum();
        if (all <= 0)
            return "Counted at the doors.";
        var shares = heads.GroupBy(h => Word(h.Key)).Select(g => (Word: g.Key, Heads: g.Sum(h => h.Value)))
            .Where(s => s.Heads > 0).OrderByDescending(s => s.Heads).ThenBy(s => s.Word, StringComparer.Ordinal)
            .Select(s => $"{s.Word} {Percent(s.Heads, all)}");
        return $"Counted at the doors: {string.Join(", ", shares)}.";
    }

    internal static async Task<string> ReadAsync(AssemblyDb db, Guid assemblyId, CancellationToken cancellation) => InWords(
        await db.Admissions.Where(a => a.AssemblyId == assemblyId)
            .Join(db.Scans, a => a.ScanId, s => s.ScanId, (a, s) => new { s.Method, a.Heads })
            .GroupBy(s => s.Method).Select(g => new { g.Key, Heads = g.Sum(s => s.Heads) }).ToDictionaryAsync(g => g.Key, g => g.Heads, cancellation));

    private static string Word(ScanMethod method) => method switch
    {
        ScanMethod.Qr or ScanMethod.Code or ScanMethod.Search => "passes",
        ScanMethod.Group => "groups counted by head",
        ScanMethod.Walkup => "people without a pass",
        ScanMethod.Tally => "clickers",
        ScanMethod.Paper => "paper sheets",
        _ => "other",
    };

    private static string Percent(int part, int all) => part * 200L < all
        ? "under 1 %"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero):0} %");
}
