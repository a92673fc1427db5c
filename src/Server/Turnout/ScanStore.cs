using System.Data.Common;
using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Passes;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Turnout;

internal sealed record StoredScan(
    Guid ScanId, Guid DeviceId, long DeviceSeq, byte[] SubjectHash, ScanOutcome Outcome, string? Institution, Instant? FirstAt, string? FirstDoor);

internal sealed record DeviceFacts(
    Guid AssemblyId, Guid? DoorId, Instant PairedAt, Instant ExpiresAt, Instant? RevokedAt, AssemblyState State);

internal sealed record PassOnFile(Guid PassId, Guid InstitutionId, string Institution, PassFacts Facts);

internal sealed record AdmissionOnFile(Instant At, Guid? DoorId, string? Door);

/// <summary>The statements of the check-in transaction on a connection of the writer's own, each prepared once.</summary>
/// <remarks>
/// The one place with SQL of our own: through EF Core the same work takes three times as long (performance.md). The SQL is what SQLite
/// and PostgreSQL have in common, and the race test runs it on both.
/// </remarks>
internal sealed class ScanStore(AssemblyDb db) : IAsyncDisposable
{
    private const string PassSql = """
        SELECT p."Id", p."InstitutionId", i."Name", p."AssemblyId", p."Status", p."Generation" > c."Generation", a."PassId" IS NOT NULL
        FROM "PassCodes" c JOIN "Passes" p ON p."Id" = c."PassId" JOIN "Institutions" i ON i."Id" = p."InstitutionId"
        LEFT JOIN "Admissions" a ON a."AssemblyId" = p."AssemblyId" AND a."PassId" = p."Id" WHERE
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
        SELECT s."ScanId", s."DeviceId", s."DeviceSeq", s."SubjectHash", s."Outcome", i."Name", s."FirstAt", d."Name"
        FROM (SELECT * FROM "Scans" WHERE "ScanId" = @p0
            UNION ALL SELECT * FROM "Scans" WHERE "DeviceId" = @p1 AND "DeviceSeq" = @p2 AND "ScanId" <> @p0) s
        LEFT JOIN "Institutions" i ON i."Id" = s."InstitutionId" LEFT JOIN "Doors" d ON d."Id" = s."FirstDoorId"
        ORDER BY CASE WHEN s."ScanId" = @p0 THEN 0 ELSE 1 END
        """,
        [scanId, deviceId, deviceSeq],
        row => new StoredScan(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3), WireFormat.Value<ScanOutcome>(row.GetString(4)),
            row.IsDBNull(5) ? null : row.GetString(5), InstantOrNull(row, 6), row.IsDBNull(7) ? null : row.GetString(7)),
        cancellation);

    public Task<DeviceFacts?> FindDeviceAsync(Guid deviceId, CancellationToken cancellation) => ReadAsync(
        """
        SELECT d."AssemblyId", d."DoorId", d."PairedAt", d."ExpiresAt", d."RevokedAt", a."State"
        FROM "Devices" d JOIN "Assemblies" a ON a."Id" = d."AssemblyId" WHERE d."Id" = @p0
        """,
        [deviceId],
        row => new DeviceFacts(
            row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), InstantOrNull(row, 2)!.Value, InstantOrNull(row, 3)!.Value,
            InstantOrNull(row, 4), WireFormat.Value<AssemblyState>(row.GetString(5))),
        cancellation);

    public Task<PassOnFile?> FindPassByTokenAsync(byte[] hash, CancellationToken cancellation) =>
        ReadAsync(PassSql + """ c."TokenHash" = @p0""", [hash], ReadPass, cancellation);

    public Task<PassOnFile?> FindPassByShortCodeAsync(byte[] hash, CancellationToken cancellation) =>
        ReadAsync(PassSql + """ c."ShortCodeHash" = @p0""", [hash], ReadPass, cancellation);

    public Task<AdmissionOnFile?> FindAdmissionAsync(PassOnFile pass, CancellationToken cancellation) => ReadAsync(
        """
        SELECT a."At", a."DoorId", d."Name" FROM "Admissions" a LEFT JOIN "Doors" d ON d."Id" = a."DoorId"
        WHERE a."AssemblyId" = @p0 AND a."PassId" = @p1
        """,
        [pass.Facts.AssemblyId, pass.PassId],
        row => new AdmissionOnFile(
            InstantOrNull(row, 0)!.Value, row.IsDBNull(1) ? null : row.GetGuid(1), row.IsDBNull(2) ? null : row.GetString(2)),
        cancellation);

    /// <summary>Admits a pass and counts it; false when somebody else's admission stands already (turnout.md, rule 6).</summary>
    public async Task<bool> AdmitAsync(DeviceFacts device, PassOnFile pass, Guid scanId, Instant at, CancellationToken cancellation)
    {
        var admitted = await WriteAsync(
            """
            INSERT INTO "Admissions" ("AssemblyId", "PassId", "InstitutionId", "ScanId", "DoorId", "At")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5) ON CONFLICT DO NOTHING
            """,
            [device.AssemblyId, pass.PassId, pass.InstitutionId, scanId, device.DoorId, Milliseconds(at)],
            cancellation);
        if (admitted == 0)
            return false;
        await WriteAsync(
            """
            INSERT INTO "TurnoutCounts" ("AssemblyId", "InstitutionId", "Arrived", "LastArrivalAt") VALUES (@p0, @p1, 1, @p2)
            ON CONFLICT ("AssemblyId", "InstitutionId") DO UPDATE SET
                "Arrived" = "TurnoutCounts"."Arrived" + 1,
                "LastArrivalAt" = CASE WHEN excluded."LastArrivalAt" > "TurnoutCounts"."LastArrivalAt"
                    THEN excluded."LastArrivalAt" ELSE "TurnoutCounts"."LastArrivalAt" END
            """,
            [device.AssemblyId, pass.InstitutionId, Milliseconds(at)],
            cancellation);
        return true;
    }

    public Task AddScanAsync(Scan scan, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO "Scans" ("ScanId", "DeviceId", "DeviceSeq", "AssemblyId", "DoorId", "Method", "SubjectHash", "PassId", "ClientAt", "OffsetMs",
            "ReceivedAt", "EffectiveAt", "AppVersion", "Outcome", "InstitutionId", "FirstAt", "FirstDoorId")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)
        """,
        [
            scan.ScanId, scan.DeviceId, scan.DeviceSeq, scan.AssemblyId, scan.DoorId, WireFormat.Word(scan.Method), scan.SubjectHash, scan.PassId,
            Milliseconds(scan.ClientAt), scan.OffsetMs, Milliseconds(scan.ReceivedAt), Milliseconds(scan.EffectiveAt), scan.AppVersion,
            WireFormat.Word(scan.Outcome), scan.InstitutionId, scan.FirstAt is { } at ? Milliseconds(at) : null, scan.FirstDoorId,
        ],
        cancellation);

    public Task AddChangeAsync(Guid assemblyId, Instant at, Actor actor, string kind, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO "Changes" ("AssemblyId", "At", "Actor", "Channel", "Kind", "Summary") VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        """,
        [assemblyId, Milliseconds(at), actor.Id, WireFormat.Word(ChangeChannel.Turnout), kind, "A pass was scanned."],
        cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
        await db.DisposeAsync();
    }

    private static PassOnFile ReadPass(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2),
        new PassFacts(row.GetGuid(3), WireFormat.Value<PassStatus>(row.GetString(4)), row.GetBoolean(5), row.GetBoolean(6)));

    private static long Milliseconds(Instant at) => at.ToUnixTimeMilliseconds();

    private static Instant? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Instant.FromUnixTimeMilliseconds(row.GetInt64(column));

    private async Task<T?> ReadAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellation) where T : class
    {
        await using var reader = await Command(sql, values).ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? read(reader) : null;
    }

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
