using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Rehearsal;
using Assemblies.Shell;
using Assemblies.Turnout;
using Assemblies.Wire;
using Microsoft.AspNetCore.SignalR.Client;
using NodaTime;

namespace Assemblies.Tests.Harness;

/// <summary>A small assembly that is open, with one institution, one ask and two power-holders: the ground most tests stand on.</summary>
/// <remarks>Arranged in the database directly, so that a test of one feature does not fail because of another's door.</remarks>
public sealed class Hall(TestServer server)
{
    private long passes;

    public TestServer Server => server;

    public AccountabilityAssembly Assembly { get; } = new()
    {
        Slug = "london-2026",
        Title = "London Assembly",
        Venue = "Copper Box",
        TimeZone = "Europe/London",
        Doors = new LocalDateTime(2026, 10, 1, 18, 0),
        Start = new LocalDateTime(2026, 10, 1, 19, 0),
        HardEnd = new LocalDateTime(2026, 10, 1, 20, 45),
        RoomCapacity = 1_600,
        State = AssemblyState.Open,
    };

    public Institution Institution { get; } = new() { Name = "St Mary's", NameKey = "st marys" };

    public Door Door { get; private set; } = null!;

    public PowerHolder Mayor { get; private set; } = null!;

    public PowerHolder Leader { get; private set; } = null!;

    public Ask Ask { get; private set; } = null!;

    public static async Task<Hall> OpenAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite)
    {
        var hall = new Hall(await TestServer.StartAsync(kind));
        await hall.ArrangeAsync();
        return hall;
    }

    /// <summary>A paired device.</summary>
    public async Task<PairedDevice> PairAsync(DeviceRole role, Guid? assemblyId = null)
    {
        var token = Secrets.NewToken("dev_");
        var device = new Device
        {
            AssemblyId = assemblyId ?? Assembly.Id,
            Role = role,
            DoorId = assemblyId is null ? Door.Id : null,
            Name = $"{role}",
            TokenHash = Secrets.Hash(token),
            PairedAt = TestServer.Evening - Duration.FromHours(1),
            ExpiresAt = TestServer.Evening + Duration.FromDays(3_650),
        };
        await server.ChangeAsync(db => db.Devices.Add(device));
        return new PairedDevice(device, token, server);
    }

    /// <summary>A device whose pairing was ended now.</summary>
    public async Task<PairedDevice> RevokedAsync(DeviceRole role)
    {
        var device = await PairAsync(role);
        await server.ChangeAsync(db => db.Devices.Attach(device.Device).Entity.RevokedAt = server.Clock.GetCurrentInstant());
        return device;
    }

    /// <summary>Issues passes and gives their tokens.</summary>
    public async Task<IReadOnlyList<(Pass Pass, string Token, string ShortCode)>> IssueAsync(int count, Guid? assemblyId = null)
    {
        var key = server.Services.GetRequiredService<PassKey>();
        var issued = new List<(Pass, string, string)>();
        await server.ChangeAsync(db =>
        {
            for (var i = 0; i < count; i++)
            {
                var pass = new Pass { AssemblyId = assemblyId ?? Assembly.Id, InstitutionId = Institution.Id, IssuedAt = TestServer.Evening };
                var (token, code) = (key.Token(pass.Id, 0), key.ShortCode(pass.Id, 0));
                db.Passes.Add(pass);
                db.PassCodes.Add(new PassCode
                {
                    TokenHash = PassKey.TokenHash(token),
                    ShortCodeHash = key.ShortCodeHash(pass.AssemblyId, code),
                    PassId = pass.Id,
                    AssemblyId = pass.AssemblyId,
                    Generation = 0,
                });
                issued.Add((pass, token, code));
            }
        });
        return issued;
    }

    /// <summary>A scan as a device makes it.</summary>
    public ScanCommand Scan(string subject, ScanMethod method = ScanMethod.Qr) => new(
        Guid.CreateVersion7(), Interlocked.Increment(ref passes), method, subject, server.Clock.GetCurrentInstant(), 0, "test");

    private Task ArrangeAsync()
    {
        Door = new Door { AssemblyId = Assembly.Id, Name = "North door" };
        Mayor = new PowerHolder { AssemblyId = Assembly.Id, Name = "A. Mayor", Office = "Mayor", Order = 1 };
        Leader = new PowerHolder { AssemblyId = Assembly.Id, Name = "B. Leader", Office = "Council leader", Order = 2 };
        Ask = new Ask { AssemblyId = Assembly.Id, Number = 1, Area = "Housing", Version = 1 };
        return server.ChangeAsync(db =>
        {
            db.AddRange(Assembly, Institution, Door, Mayor, Leader, Ask);
            db.Add(new Delegation { AssemblyId = Assembly.Id, InstitutionId = Institution.Id, Pledge = 100 });
            db.Add(new AskVersion { AskId = Ask.Id, Version = 1, Text = "Will you build 200 homes by 2028?", WrittenAt = TestServer.Evening });
            db.Add(new AskTarget { AskId = Ask.Id, PowerHolderId = Mayor.Id });
            db.Add(new AskTarget { AskId = Ask.Id, PowerHolderId = Leader.Id });
        });
    }
}

/// <summary>A device with its credential.</summary>
public sealed record PairedDevice(Device Device, string Token, TestServer Server)
{
    public HttpClient Http() => Server.WithToken(Token);

    /// <summary>Sends a batch, as a queue does; the answers are in the same order.</summary>
    public async Task<IReadOnlyList<ScanAnswer>> SendAsync(params IReadOnlyList<ScanCommand> scans)
    {
        using var client = Http();
        var response = await client.PostAsJsonAsync("/api/scans", new ScanBatch(scans), WireFormat.Json);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ScanBatchReply>(WireFormat.Json))!.Answers;
    }

    public Task<HubConnection> LineAsync(string path) => HubLine.OpenAsync(Server.Address, path, Token, CancellationToken.None);
}
