using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Testimony;
using Assemblies.Turnout.Tags;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>Fills an empty database with the Medium evening, today, and with the real case of BUILD 2018.</summary>
internal sealed class RehearsalData(AssemblyDb db, PassKey passKey, IClock clock)
{
    public const string Slug = "riverside-rehearsal";
    private const string Zone = "Europe/London";
    private readonly Dictionary<string, Institution> institutions = [];

    // Of each delegation the first who is named: where it has a speaker, the speaker, whose pass then announces them at the door.
    private readonly Dictionary<Guid, Person> named = [];

    /// <summary>Writes everything in one transaction and gives the evening.</summary>
    public async Task<AccountabilityAssembly> WriteAsync(CancellationToken cancellation)
    {
        var evening = AddEvening();
        AddCase(CaseFile.Build2018());
        db.Record(Actor.Server, null, ChangeChannel.Agenda, "rehearsal.prepared", "The rehearsal's data was written.");
        await db.SaveChangesAsync(cancellation);
        return evening;
    }

    private AccountabilityAssembly AddEvening()
    {
        var now = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;
        var doors = now.Date.At(new LocalTime(now.Hour, now.Minute / 5 * 5));
        var assembly = new AccountabilityAssembly
        {
            Slug = Slug,
            Title = "Riverside Accountability Assembly",
            Venue = "Docklands Hall",
            TimeZone = Zone,
            Doors = doors,
            Start = doors.PlusMinutes((long)ArrivalCurve.Start),
            HardEnd = doors.PlusMinutes(165),
            RoomCapacity = 1_600,
            State = AssemblyState.Open,
        };
        db.Add(assembly);
        foreach (var door in new[] { "North door", "Quayside door" })
            db.Add(new Door { AssemblyId = assembly.Id, Name = door });
        AddDelegations(assembly.Id);
        var powerHolders = AddPowerHolders(assembly.Id, MediumEvening.PowerHolders);
        InventedPeople.Invite(powerHolders, assembly);
        var (number, speakers) = (0, 0);
        var order = new RehearsalOrder(db, assembly.Id, powerHolders);
        foreach (var invented in MediumEvening.Asks())
        {
            IReadOnlyList<PowerHolder> targets = [.. invented.Answers.Keys.Select(place => powerHolders[place - 1])];
            var ask = AddAsk(assembly.Id, ++number, invented.Area, invented.Text, targets);
            var speaker = invented.Testimony is { } from ? AddSpeaker(ask, institutions[from].Id, speakers++) : null;
            order.Asks.Add((ask, targets, speaker));
        }
        order.Write(InventedOrder.Medium);
        return assembly;
    }

    private void AddDelegations(Guid assemblyId)
    {
        var random = new Random(2026);
        foreach (var invented in MediumEvening.Delegations())
        {
            var institution = AddInstitution(
                invented.Name, invented.Kind, invented.Chapter, invented.IsVisiting ? Membership.Visiting : Membership.Member);
            db.Add(new Delegation { AssemblyId = assemblyId, InstitutionId = institution.Id, Pledge = invented.Pledge, Captain = InventedNames.Person(random) });
            if (invented.ByCoach)
                AddPass(NewPass(assemblyId, institution.Id, $"Coach, {institution.Name}", invented.Pledge - invented.Under18s, invented.Under18s));
            for (var i = 0; i < (invented.ByCoach ? invented.Named : invented.Pledge); i++)
                AddPass(NewPass(assemblyId, institution.Id), i < invented.Named ? InventedNames.Person(random) : null);
        }
    }

    private Pass NewPass(Guid assemblyId, Guid institutionId, string? label = null, int? adults = null, int? under18s = null) => new()
    {
        AssemblyId = assemblyId,
        InstitutionId = institutionId,
        Label = label,
        Adults = adults,
        Under18s = under18s,
        IssuedAt = clock.GetCurrentInstant(),
    };

    private void AddPass(Pass pass, string? name = null)
    {
        if (name is not null)
        {
            var person = new Person { AssemblyId = pass.AssemblyId, InstitutionId = pass.InstitutionId, Name = name, RegisteredAt = pass.IssuedAt };
            db.Add(person);
            pass.PersonId = person.Id;
            named.TryAdd(pass.InstitutionId, person);
        }
        db.Add(pass);
        db.Add(PassMint.Code(pass, passKey, hash => taken.Contains(Convert.ToHexString(hash))));
        taken.Add(Convert.ToHexString(passKey.ShortCodeHash(pass.AssemblyId, passKey.ShortCode(pass.Id, pass.Generation))));
    }

    private readonly HashSet<string> taken = [];

    // The accounts give neither the hour nor pledges: the times are ours, and nothing else is added to what is known.
    private void AddCase(CaseFile file)
    {
        var assembly = new AccountabilityAssembly
        {
            Slug = "build-2018",
            Title = $"{file.Title}, {file.Organisation}",
            Venue = file.Venue,
            TimeZone = file.TimeZone,
            Doors = file.Date.At(new LocalTime(18, 0)),
            Start = file.Date.At(new LocalTime(19, 0)),
            HardEnd = file.Date.At(new LocalTime(20, 30)),
            RoomCapacity = 1_500,
        };
        db.Add(assembly);
        foreach (var named in file.InstitutionsNamed)
        {
            var institution = AddInstitution(named.Name, null, "Baltimore", Membership.Member);
            db.Add(new Delegation { AssemblyId = assembly.Id, InstitutionId = institution.Id });
        }
        var powerHolders = AddPowerHolders(assembly.Id, [.. file.PowerHolders.Select(p => (p.Name, p.Office))]);
        var number = 0;
        var order = new RehearsalOrder(db, assembly.Id, powerHolders);
        foreach (var ask in file.Asks)
            order.Asks.Add((AddAsk(assembly.Id, ++number, ask.Area, ask.Part is null ? ask.Text : $"{ask.Text} ({ask.Part})", powerHolders), powerHolders, null));
        order.Write(InventedOrder.Build2018);
    }

    private Institution AddInstitution(string name, string? kind, string chapter, Membership membership)
    {
        var institution = new Institution { Name = name, NameKey = InstitutionName.Key(name), Kind = kind, Chapter = chapter, Membership = membership };
        db.Add(institution);
        return institutions[name] = institution;
    }

    private List<PowerHolder> AddPowerHolders(Guid assemblyId, IEnumerable<(string Name, string Office)> people)
    {
        var added = people.Select((p, i) => new PowerHolder { AssemblyId = assemblyId, Name = p.Name, Office = p.Office, Order = i + 1 }).ToList();
        db.AddRange(added);
        return added;
    }

    private Ask AddAsk(Guid assemblyId, int number, string area, string text, IEnumerable<PowerHolder> targets)
    {
        var ask = new Ask { AssemblyId = assemblyId, Number = number, Area = area, Version = 1 };
        db.Add(ask);
        db.Add(new AskVersion { AskId = ask.Id, Version = 1, Text = text, WrittenAt = clock.GetCurrentInstant() });
        foreach (var target in targets)
            db.Add(new AskTarget { AskId = ask.Id, PowerHolderId = target.Id });
        return ask;
    }

    private Speaker AddSpeaker(Ask ask, Guid institutionId, int number)
    {
        var speaker = InventedPeople.Speaker(ask, institutionId, number, named.GetValueOrDefault(institutionId)?.Name);
        db.Add(speaker);
        db.AddRange(InventedPeople.Consents(speaker, number, clock.GetCurrentInstant()));
        if (named.TryGetValue(institutionId, out var person))
            db.Add(new ArrivalTag { OwnerId = speaker.Id, Kind = ArrivalTagKind.Speaker, AssemblyId = ask.AssemblyId, PersonId = person.Id });
        return speaker;
    }
}
