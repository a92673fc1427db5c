using Assemblies.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout.Supervision;

/// <summary>The way of every scan to the writer. A device that guesses short codes is answered without looking them up.</summary>
public sealed class GuardedCheckIn(CheckInWriter writer, WrongShortCodes wrong, IDbContextFactory<AssemblyDb> databases, IClock clock)
{
    /// <summary>Decides and stores one scan; see <see cref="CheckInWriter.CheckInAsync"/>.</summary>
    public async Task<ScanAnswer> CheckInAsync(Guid deviceId, ScanCommand scan)
    {
        if (!IsTyped(scan))
            return await writer.CheckInAsync(deviceId, scan, CancellationToken.None);
        if (scan.Decided is { } told)
            return await KeepAsync(deviceId, scan, told);
        if (wrong.Exhausted(deviceId) && !await IsStoredAsync(scan.ScanId))
            // Not stored: the same scan is looked up when it is sent again after the minute.
            return new(scan.ScanId, ScanOutcome.Error, null, null, null, "Too many wrong codes: wait a minute.", clock.GetCurrentInstant()) { IsStored = false };
        var answer = await writer.CheckInAsync(deviceId, scan, CancellationToken.None);
        if (answer.Outcome == ScanOutcome.Unknown)
            wrong.Count(deviceId);
        return answer;
    }

    /// <summary>The same for many, in their order. Typed codes go one after another, or a batch would be two hundred guesses.</summary>
    public async Task<ScanAnswer[]> CheckInAsync(Guid deviceId, IReadOnlyList<ScanCommand> scans)
    {
        var others = scans.Select(scan => IsTyped(scan) ? null : CheckInAsync(deviceId, scan)).ToList();
        var answers = new ScanAnswer[scans.Count];
        for (var i = 0; i < scans.Count; i++)
            answers[i] = await (others[i] ?? CheckInAsync(deviceId, scans[i]));
        return answers;
    }

    // What a device decided by itself is a fact: it is stored whatever the code. Who was sent away needs no looking up.
    private async Task<ScanAnswer> KeepAsync(Guid deviceId, ScanCommand scan, ScanOutcome told)
    {
        var lookUp = DoorRules.LetsPass(told) && !wrong.Exhausted(deviceId, decided: true);
        var answer = await writer.CheckInAsync(deviceId, scan, CancellationToken.None, lookUp);
        if (lookUp && answer.Finding == ScanOutcome.Unknown)
            wrong.Count(deviceId, decided: true);
        return answer;
    }

    private static bool IsTyped(ScanCommand scan) =>
        scan is { Method: ScanMethod.Code or ScanMethod.Paper, Undoes: null } && scan.Subject.Length > 0;

    private async Task<bool> IsStoredAsync(Guid scanId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Scans.AnyAsync(s => s.ScanId == scanId);
    }
}
