using System.Data.Common;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout;

internal sealed record StoredScan(
    Guid ScanId, Guid DeviceId, long DeviceSeq, Guid AssemblyId, byte[] BodyHash, ScanOutcome Outcome, ScanOutcome? Finding, string? Reason, bool Offline, bool IsGroup,
    int Adults, int Under18s, Instant ClientAt, long OffsetMs, Instant ReceivedAt, string? Institution, Instant? FirstAt, string? FirstDoor,
    string? Name, string? Label, string? Overflow, bool ForKiosk, ScanMethod Method);

internal sealed record DeviceFacts(
    Guid AssemblyId, DeviceRole Role, Guid? DoorId, bool IsOverflow, Instant PairedAt, Instant ExpiresAt, Instant? RevokedAt, AssemblyState State,
    int RoomCapacity, string? Overflow)
{
    /// <summary>When the pairing was revoked or runs out.</summary>
    public Instant EndsAt => RevokedAt is { } revoked ? Instant.Min(revoked, ExpiresAt) : ExpiresAt;
}

internal sealed record PassOnFile(
    Guid PassId, Guid InstitutionId, string Institution, string? Name, string? Label, int? Adults, int? Under18s, PassFacts Facts);

/// <summary>The statements of the check-in transaction on a connection of the writer's own, each prepared once.</summary>
/// <remarks>
/// The one place with SQL of our own: through EF Core the same work takes three times as long (performance.md). The SQL is what SQLite
/// and PostgreSQL have in common, and the race test runs it on both.
/// </remarks>
internal sealed class ScanStore(AssemblyDb db) : IAsyncDisposable
{
    private const string PassSql = """
        SELECT p."Id", p."InstitutionId", i."Name", n."Name", p."Label", p."Adults", p."Under18s", p."AssemblyId", p."Status", p."Generation" > c."Generation"
        FROM "PassCodes" c JOIN "Passes" p ON p."Id" = c."PassId" JOIN "Institutions" i ON i."Id" = p."InstitutionId"
        LEFT JOIN "People" n ON n."Id" = p."PersonId" WHERE
        """;

    private const string FactColumns = """
        "ScanId", "DeviceId", "DeviceSeq", "DoorId", "Method", "Direction", "Outcome", "Forced", "EffectiveAt", "PassId", "InstitutionId", "Adults",
        "Under18s", "Undoes", "SubjectId", "IsAssumed"
        """;

    private readonly Dictionary<string, DbCommand> prepared = [];
    private DbTransaction? transaction;

    /// <summary>Begins the transaction that the next statements belong to; the caller commits it.</summary>
    public async Task<DbTransaction> BeginAsync(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancellation);
        await JournalOrder.HoldAsync(transaction, cancellation);
        return transaction;
    }

    public Task<StoredScan?> FindScanAsync(Guid scanId, Guid deviceId, long deviceSeq, CancellationToken cancellation) => ReadAsync(
        """
        SELECT s."ScanId", s."DeviceId", s."DeviceSeq", s."BodyHash", s."Outcome", s."Finding", s."Reason", s."Offline", p."Adults" IS NOT NULL OR s."Method" IN ('group', 'paper'),
            s."Adults", s."Under18s", s."ClientAt", s."OffsetMs", s."ReceivedAt", i."Name", s."FirstAt", d."Name", n."Name", p."Label", a."Overflow",
            v."Role" = 'kiosk', s."Method", s."AssemblyId"
        FROM (SELECT * FROM "Scans" WHERE "ScanId" = @p0
            UNION ALL SELECT * FROM "Scans" WHERE "DeviceId" = @p1 AND "DeviceSeq" = @p2 AND "ScanId" <> @p0) s
        JOIN "Assemblies" a ON a."Id" = s."AssemblyId" JOIN "Devices" v ON v."Id" = s."DeviceId"
        LEFT JOIN "Institutions" i ON i."Id" = s."InstitutionId" LEFT JOIN "Doors" d ON d."Id" = s."FirstDoorId"
        LEFT JOIN "Passes" p ON p."Id" = s."PassId" LEFT JOIN "People" n ON n."Id" = p."PersonId"
        ORDER BY CASE WHEN s."ScanId" = @p0 THEN 0 ELSE 1 END
        """,
        [scanId, deviceId, deviceSeq],
        row => new StoredScan(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetGuid(22), row.GetFieldValue<byte[]>(3), Word<ScanOutcome>(row, 4), WordOrNull(row, 5), TextOrNull(row, 6),
            row.GetBoolean(7), row.GetBoolean(8), row.GetInt32(9), row.GetInt32(10), InstantOrNull(row, 11)!.Value, row.GetInt64(12), InstantOrNull(row, 13)!.Value,
            TextOrNull(row, 14), InstantOrNull(row, 15), TextOrNull(row, 16), TextOrNull(row, 17), TextOrNull(row, 18), TextOrNull(row, 19), row.GetBoolean(20), Word<ScanMethod>(row, 21)),
        cancellation);

    public Task<DeviceFacts?> FindDeviceAsync(Guid deviceId, CancellationToken cancellation) => ReadAsync(
        """
        SELECT d."AssemblyId", d."Role", d."DoorId", o."IsOverflow", d."PairedAt", d."ExpiresAt", d."RevokedAt", a."State", a."RoomCapacity", a."Overflow"
        FROM "Devices" d JOIN "Assemblies" a ON a."Id" = d."AssemblyId" LEFT JOIN "Doors" o ON o."Id" = d."DoorId" WHERE d."Id" = @p0
        """,
        [deviceId],
        row => new DeviceFacts(
            row.GetGuid(0), Word<DeviceRole>(row, 1), GuidOrNull(row, 2), !row.IsDBNull(3) && row.GetBoolean(3), InstantOrNull(row, 4)!.Value,
            InstantOrNull(row, 5)!.Value, InstantOrNull(row, 6), Word<AssemblyState>(row, 7), row.GetInt32(8), TextOrNull(row, 9)),
        cancellation);

    public Task<PassOnFile?> FindPassByTokenAsync(byte[] hash, CancellationToken cancellation) =>
        ReadAsync(PassSql + """ c."TokenHash" = @p0""", [hash], ReadPass, cancellation);

    public Task<PassOnFile?> FindPassByShortCodeAsync(byte[] hash, CancellationToken cancellation) =>
        ReadAsync(PassSql + """ c."ShortCodeHash" = @p0""", [hash], ReadPass, cancellation);

    public Task<PassOnFile?> FindPassByIdAsync(Guid id, CancellationToken cancellation) =>
        ReadAsync(PassSql + """ p."Id" = @p0 AND p."Generation" = c."Generation" """, [id], ReadPass, cancellation);

    /// <summary>The name of an institution that has a delegation here; null for any other.</summary>
    public Task<string?> FindDelegationAsync(Guid assemblyId, Guid institutionId, CancellationToken cancellation) => ReadAsync(
        """
        SELECT i."Name" FROM "Delegations" d JOIN "Institutions" i ON i."Id" = d."InstitutionId" WHERE d."AssemblyId" = @p0 AND d."InstitutionId" = @p1
        """,
        [assemblyId, institutionId],
        row => row.GetString(0),
        cancellation);

    public Task<string?> FindDoorAsync(Guid id, CancellationToken cancellation) =>
        ReadAsync("""SELECT "Name" FROM "Doors" WHERE "Id" = @p0""", [id], row => row.GetString(0), cancellation);

    /// <summary>Whether another device counts with this counter: two would overwrite each other's numbers. <paramref name="maker"/>: an earlier pairing of it.</summary>
    public async Task<bool> FindOtherCounterAsync(Guid assemblyId, Guid deviceId, Guid maker, Guid counter, CancellationToken cancellation) => await CountAsync(
        """SELECT COUNT(*) FROM "Scans" WHERE "AssemblyId" = @p0 AND "SubjectId" = @p1 AND ("DeviceId" NOT IN (@p2, @p3) OR "Method" <> 'tally')""",
        [assemblyId, counter, deviceId, maker],
        cancellation) > 0;

    /// <summary>Present now in the room that has a capacity; overflow rooms are not in it.</summary>
    public async Task<int> PresentNowAsync(Guid assemblyId, CancellationToken cancellation) => (int)await CountAsync(
        """
        SELECT COALESCE(SUM(c."Inside"), 0) FROM "TurnoutCounts" c
        WHERE c."AssemblyId" = @p0 AND NOT EXISTS (SELECT 1 FROM "Doors" d WHERE d."Id" = c."DoorId" AND d."IsOverflow")
        """,
        [assemblyId],
        cancellation);

    /// <summary>The scans of a subject with those that take them back, and what takes back a scan that is only now being stored.</summary>
    public Task<List<SubjectFact>> FindFactsAsync(Guid assemblyId, Guid subjectId, Guid scanId, CancellationToken cancellation) => ReadAllAsync(
        $"""
        SELECT {FactColumns} FROM "Scans" WHERE "AssemblyId" = @p0 AND "SubjectId" = @p1
        UNION ALL SELECT {FactColumns} FROM "Scans" WHERE "AssemblyId" = @p0
            AND "Undoes" IN (SELECT @p2 UNION ALL SELECT "ScanId" FROM "Scans" WHERE "AssemblyId" = @p0 AND "SubjectId" = @p1 AND "ScanId" <> @p2)
        """,
        [assemblyId, subjectId, scanId],
        ReadFact,
        cancellation);

    public Task<SubjectFact?> FindFactAsync(Guid assemblyId, Guid scanId, CancellationToken cancellation) => ReadAsync(
        $"""SELECT {FactColumns} FROM "Scans" WHERE "AssemblyId" = @p0 AND "ScanId" = @p1""", [assemblyId, scanId], ReadFact, cancellation);

    /// <summary>Brings the projections from what a subject counted for to what it counts for (turnout.md, rules 6 and 23).</summary>
    public async Task CountAsync(Guid assemblyId, Guid subjectId, SubjectState before, SubjectState after, CancellationToken cancellation)
    {
        if (before is { Heads: not 0 } or { Inside: not 0 })
        {
            await WriteAsync("""DELETE FROM "Admissions" WHERE "AssemblyId" = @p0 AND "SubjectId" = @p1""", [assemblyId, subjectId], cancellation);
            await AddToCountAsync(assemblyId, before, -1, cancellation);
        }
        if (after is not ({ Heads: not 0 } or { Inside: not 0 }))
            return;
        await WriteAsync(
            """
            INSERT INTO "Admissions" ("AssemblyId", "SubjectId", "PassId", "InstitutionId", "DoorId", "ScanId", "At", "Heads", "Under18s", "Inside")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
            """,
            [
                assemblyId, subjectId, after.First!.PassId, after.First.InstitutionId, after.First.DoorId, after.First.ScanId,
                Milliseconds(after.First.EffectiveAt), after.Heads, after.Under18s, after.Inside,
            ],
            cancellation);
        await AddToCountAsync(assemblyId, after, 1, cancellation);
    }

    public Task AddScanAsync(Scan scan, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO "Scans" ("ScanId", "DeviceId", "DeviceSeq", "AssemblyId", "DoorId", "Method", "Direction", "BodyHash", "SubjectId", "PassId", "ClientAt",
            "OffsetMs", "ReceivedAt", "EffectiveAt", "AppVersion", "Outcome", "Finding", "Offline", "Forced", "Reason", "InstitutionId", "Adults", "Under18s",
            "FirstAt", "FirstDoorId", "Undoes", "IsAssumed")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24,
            @p25, @p26)
        """,
        [
            scan.ScanId, scan.DeviceId, scan.DeviceSeq, scan.AssemblyId, scan.DoorId, WireFormat.Word(scan.Method), WireFormat.Word(scan.Direction),
            scan.BodyHash, scan.SubjectId, scan.PassId, Milliseconds(scan.ClientAt), scan.OffsetMs, Milliseconds(scan.ReceivedAt),
            Milliseconds(scan.EffectiveAt), scan.AppVersion, WireFormat.Word(scan.Outcome), scan.Finding is { } finding ? WireFormat.Word(finding) : null,
            scan.Offline, scan.Forced, scan.Reason, scan.InstitutionId, scan.Adults, scan.Under18s, scan.FirstAt is { } at ? Milliseconds(at) : null,
            scan.FirstDoorId, scan.Undoes, scan.IsAssumed,
        ],
        cancellation);

    public Task AddWalkupNameAsync(Guid scanId, Guid assemblyId, string name, CancellationToken cancellation) => WriteAsync(
        """INSERT INTO "WalkupNames" ("ScanId", "AssemblyId", "Name") VALUES (@p0, @p1, @p2)""", [scanId, assemblyId, name], cancellation);

    public Task AddChangeAsync(Guid assemblyId, Instant at, Actor actor, ScanOutcome outcome, Guid? passId, CancellationToken cancellation) =>
        AddChangeAsync(assemblyId, at, actor, $"scan.{WireFormat.Word(outcome)}", "A door made a scan.", passId, cancellation);

    public Task AddChangeAsync(
        Guid assemblyId, Instant at, Actor actor, string kind, string summary, Guid? passId, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO "Changes" ("AssemblyId", "At", "Actor", "Channel", "Kind", "Summary", "Subject") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        """,
        [assemblyId, Milliseconds(at), actor.Id, WireFormat.Word(ChangeChannel.Turnout), kind, summary, passId],
        cancellation);

    public Task<List<SubjectFact>> FindAllFactsAsync(Guid assemblyId, CancellationToken cancellation) =>
        ReadAllAsync($"""SELECT {FactColumns} FROM "Scans" WHERE "AssemblyId" = @p0""", [assemblyId], ReadFact, cancellation);

    public Task<List<CountLine>> ReadAdmissionsAsync(Guid assemblyId, CancellationToken cancellation) => ReadAllAsync(
        """SELECT "SubjectId", "InstitutionId", "DoorId", "Heads", "Under18s", "Inside" FROM "Admissions" WHERE "AssemblyId" = @p0""",
        [assemblyId],
        row => new CountLine(
            row.GetGuid(0), GuidOrNull(row, 1) ?? Guid.Empty, GuidOrNull(row, 2) ?? Guid.Empty, row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
        cancellation);

    public Task<List<CountLine>> ReadCountsAsync(Guid assemblyId, CancellationToken cancellation) => ReadAllAsync(
        """SELECT "InstitutionId", "DoorId", "Arrived", "Under18s", "Inside" FROM "TurnoutCounts" WHERE "AssemblyId" = @p0""",
        [assemblyId],
        row => new CountLine(Guid.Empty, row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)),
        cancellation);

    public async Task ClearCountsAsync(Guid assemblyId, CancellationToken cancellation)
    {
        await WriteAsync("""DELETE FROM "Admissions" WHERE "AssemblyId" = @p0""", [assemblyId], cancellation);
        await WriteAsync("""DELETE FROM "TurnoutCounts" WHERE "AssemblyId" = @p0""", [assemblyId], cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
        await db.DisposeAsync();
    }

    private Task AddToCountAsync(Guid assemblyId, SubjectState state, int sign, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO "TurnoutCounts" ("AssemblyId", "InstitutionId", "DoorId", "Arrived", "Under18s", "Inside") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT ("AssemblyId", "InstitutionId", "DoorId") DO UPDATE SET "Arrived" = "TurnoutCounts"."Arrived" + excluded."Arrived",
            "Under18s" = "TurnoutCounts"."Under18s" + excluded."Under18s", "Inside" = "TurnoutCounts"."Inside" + excluded."Inside"
        """,
        [
            assemblyId, state.First!.InstitutionId ?? Guid.Empty, state.First.DoorId ?? Guid.Empty, sign * state.Heads, sign * state.Under18s,
            sign * state.Inside,
        ],
        cancellation);

    private static PassOnFile ReadPass(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), TextOrNull(row, 3), TextOrNull(row, 4), NumberOrNull(row, 5), NumberOrNull(row, 6),
        new PassFacts(row.GetGuid(7), Word<PassStatus>(row, 8), row.GetBoolean(9)));

    private static SubjectFact ReadFact(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), GuidOrNull(row, 3), Word<ScanMethod>(row, 4), Word<ScanDirection>(row, 5), Word<ScanOutcome>(row, 6),
        row.GetBoolean(7), InstantOrNull(row, 8)!.Value, GuidOrNull(row, 9), GuidOrNull(row, 10), row.GetInt32(11), row.GetInt32(12), GuidOrNull(row, 13))
    {
        SubjectId = row.GetGuid(14),
        IsAssumed = row.GetBoolean(15),
    };

    private static T Word<T>(DbDataReader row, int column) where T : struct, Enum => WireFormat.Value<T>(row.GetString(column));

    private static ScanOutcome? WordOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Word<ScanOutcome>(row, column);

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? GuidOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static int? NumberOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static long Milliseconds(Instant at) => at.ToUnixTimeMilliseconds();

    private static Instant? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    private async Task<T?> ReadAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellation) where T : class
    {
        await using var reader = await Command(sql, values).ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : null;
    }

    private async Task<List<T>> ReadAllAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var reader = await Command(sql, values).ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private async Task<long> CountAsync(string sql, object?[] values, CancellationToken cancellation) =>
        Convert.ToInt64(await Command(sql, values).ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);

    private Task<int> WriteAsync(string sql, object?[] values, CancellationToken cancellation) =>
        Command(sql, values).ExecuteNonQueryAsync(cancellation);

    private DbCommand Command(string sql, object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{i}";
                command.Parameters.Add(parameter);
            }
            prepared[sql] = command;
        }
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
