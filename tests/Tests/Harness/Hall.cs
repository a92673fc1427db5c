using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
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
    private long scans;

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

    public static async Task<Hall> OpenAsync(TestDatabaseKind kind = TestDatabaseKind.Sqlite, params string[] settings)
    {
        var hall = new Hall(await TestServer.StartAsync(kind, settings: settings));
        await hall.ArrangeAsync();
        return hall;
    }

    /// <summary>A second assembly, open, with a delegation of the same institution.</summary>
    public async Task<Guid> AnotherAssemblyAsync()
    {
        var another = new AccountabilityAssembly
        {
            Slug = $"another-{Guid.NewGuid():N}",
            Title = "Another",
            Venue = "Elsewhere",
            TimeZone = Assembly.TimeZone,
            Doors = Assembly.Doors,
            Start = Assembly.Start,
            HardEnd = Assembly.HardEnd,
            RoomCapacity = 10_000,
            State = AssemblyState.Open,
        };
        await server.ChangeAsync(db => db.AddRange(another, new Delegation { AssemblyId = another.Id, InstitutionId = Institution.Id }));
        return another.Id;
    }

    /// <summary>A paired device.</summary>
    public async Task<PairedDevice> PairAsync(DeviceRole role, Guid? assemblyId = null, Guid? doorId = null)
    {
        var token = Secrets.NewToken("dev_");
        var device = new Device
        {
            AssemblyId = assemblyId ?? Assembly.Id,
            Role = role,
            DoorId = doorId ?? (assemblyId is null ? Door.Id : null),
            Name = $"{role}",
            TokenHash = Secrets.Hash(token),
            PairedAt = TestServer.Evening - Duration.FromHours(4),
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

    /// <summary>A steward's device at a door that leads to another room.</summary>
    public async Task<PairedDevice> PairAtOverflowAsync()
    {
        var door = new Door { AssemblyId = Assembly.Id, Name = "Overflow door", IsOverflow = true };
        await server.ChangeAsync(db => db.Doors.Add(door));
        return await PairAsync(DeviceRole.Steward, doorId: door.Id);
    }

    /// <summary>Issues passes and gives their tokens.</summary>
    public async Task<IReadOnlyList<(Pass Pass, string Token, string ShortCode)>> IssueAsync(int count, Guid? assemblyId = null)
    {
        var passes = Enumerable.Range(0, count).Select(_ => NewPass(assemblyId ?? Assembly.Id)).ToList();
        await server.ChangeAsync(db => passes.ForEach(p => Issue(db, p)));
        return [.. passes.Select(p => (p, Key.Token(p.Id, 0), Key.ShortCode(p.Id, 0)))];
    }

    /// <summary>Issues a pass to a named person and gives its token.</summary>
    public async Task<string> IssueNamedAsync(string name) => (await IssueNamedAsync([name]))[0];

    /// <summary>Issues passes to named people and gives their tokens.</summary>
    public async Task<IReadOnlyList<string>> IssueNamedAsync(IReadOnlyList<string> names)
    {
        var people = names.Select(name => new Person
        {
            AssemblyId = Assembly.Id, InstitutionId = Institution.Id, Name = name, RegisteredAt = TestServer.Evening,
        }).ToList();
        var passes = people.Select(person =>
        {
            var pass = NewPass(Assembly.Id);
            pass.PersonId = person.Id;
            return pass;
        }).ToList();
        await server.ChangeAsync(db =>
        {
            db.AddRange(people);
            passes.ForEach(p => Issue(db, p));
        });
        return [.. passes.Select(p => Key.Token(p.Id, 0))];
    }

    /// <summary>Issues a delegation pass and gives its token.</summary>
    public async Task<string> IssueDelegationPassAsync(string label, int adults, int under18s, Guid? assemblyId = null)
    {
        var pass = NewPass(assemblyId ?? Assembly.Id);
        (pass.Label, pass.Adults, pass.Under18s) = (label, adults, under18s);
        await server.ChangeAsync(db => Issue(db, pass));
        return Key.Token(pass.Id, 0);
    }

    /// <summary>A scan as a device makes it.</summary>
    public ScanCommand Scan(string subject, ScanMethod method = ScanMethod.Qr) => new(
        Guid.CreateVersion7(), NextSeq(), method, subject, server.Clock.GetCurrentInstant(), 0, "test");

    /// <summary>A scan without a pass.</summary>
    public ScanCommand Fact(ScanMethod method) => Scan("", method);

    /// <summary>The next number of a scan; no two scans of a test have the same.</summary>
    public long NextSeq() => Interlocked.Increment(ref scans);

    private PassKey Key => server.Services.GetRequiredService<PassKey>();

    private Pass NewPass(Guid assemblyId) => new() { AssemblyId = assemblyId, InstitutionId = Institution.Id, IssuedAt = TestServer.Evening };

    private void Issue(AssemblyDb db, Pass pass) => db.AddRange(pass, new PassCode
    {
        TokenHash = PassKey.TokenHash(Key.Token(pass.Id, 0)),
        ShortCodeHash = Key.ShortCodeHash(pass.AssemblyId, Key.ShortCode(pass.Id, 0)),
        PassId = pass.Id,
        AssemblyId = pass.AssemblyId,
        Generation = 0,
    });

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
