using System.Security.Cryptography;
using System.Text;
using Assemblies.Devices;
using Assemblies.Passes;
using Assemblies.Wire;
using NodaTime;

namespace Assemblies.Turnout;

/// <summary>A scan that was not seen before, with the device that made it.</summary>
internal sealed record FreshScan(ScanCommand Scan, DeviceFacts Device, Guid DeviceId, byte[] BodyHash, Instant Now)
{
    /// <summary>Whose pairing the scan was made under: the sender's own, or an earlier one of the same browser.</summary>
    public DeviceFacts Maker { get; init; } = Device;

    public Instant EffectiveAt => DoorRules.EffectiveAt(
        Scan.ClientAt, Scan.OffsetMs,
        // A sheet was written before the tablet was paired that copies it.
        Scan.Method == ScanMethod.Paper ? Instant.Min(Maker.PairedAt, Now - Duration.FromDays(1)) : Maker.PairedAt, Now);

    /// <summary>Eight characters that somebody typed: few enough to be guessed.</summary>
    public bool IsTypedCode => Scan.Method is ScanMethod.Code or ScanMethod.Paper;

    /// <summary>The queue of a pairing that was revoked or ran out still counts up to that moment (rule 30): those people were let in.</summary>
    public bool DeviceIsLive => IsWithin(Device) && (Maker == Device || IsWithin(Maker));

    private bool IsWithin(DeviceFacts pairing) => Now < pairing.EndsAt || (Scan.Decided is not null && EffectiveAt < pairing.EndsAt);

    /// <summary>Who may let in against the rules, and take back what others did.</summary>
    public bool MayOverrule => Device.Role is DeviceRole.Desk or DeviceRole.Supervisor;

    /// <summary>Whether this method reads a pass, so that none found means an unknown one.</summary>
    public bool NeedsPass => Scan.Method switch
    {
        ScanMethod.Qr or ScanMethod.Code or ScanMethod.Search => true,
        ScanMethod.Group or ScanMethod.Paper => Scan.Subject.Length > 0,
        _ => false,
    };

    /// <summary>A clicker counts what it sees: nobody is recognised, so nobody is in already, and a full room is counted too.</summary>
    public bool IsTally => Scan.Method == ScanMethod.Tally;

    /// <summary>What is counted once; see <see cref="Turnout.Scan.SubjectId"/>.</summary>
    public Guid SubjectOf(PassOnFile? pass) => IsTally ? Guid.Parse(Scan.Subject)
        : pass is not null ? pass.PassId
        : NeedsPass ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(Scan))).AsSpan(0, 16))
        : Scan.ScanId;

    /// <summary>How many people it is about: those said, those a delegation pass expects, or one.</summary>
    public (int Adults, int Under18s) HeadsOf(PassOnFile? pass) => Scan.Method switch
    {
        ScanMethod.Tally => (Scan.Up ?? 0, Scan.Down ?? 0),
        _ when Scan.Adults is { } adults => (adults, Scan.Under18s ?? 0),
        // Never what was counted before: that depends on what has arrived, and the fold prefers a count to this anyway.
        _ when pass?.Adults is { } planned => (planned, pass.Under18s ?? 0),
        _ => (1, 0),
    };

    public SubjectFact Fact(Guid subjectId, ScanOutcome outcome, Guid? passId, Guid? institutionId, int adults, int under18s) => new(
        Scan.ScanId, DeviceId, Scan.DeviceSeq, Device.DoorId, Scan.Method, Scan.Direction, outcome, Scan.Forced, EffectiveAt, passId, institutionId,
        adults, under18s, Scan.Undoes) { SubjectId = subjectId };

    public Scan Row(SubjectFact fact, ScanOutcome? finding, SubjectFact? first) => new()
    {
        ScanId = fact.ScanId,
        DeviceId = fact.DeviceId,
        DeviceSeq = fact.DeviceSeq,
        AssemblyId = Device.AssemblyId,
        DoorId = fact.DoorId,
        Method = fact.Method,
        Direction = fact.Direction,
        BodyHash = BodyHash,
        SubjectId = fact.SubjectId,
        PassId = fact.PassId,
        ClientAt = Scan.ClientAt,
        OffsetMs = Scan.OffsetMs,
        ReceivedAt = Now,
        EffectiveAt = fact.EffectiveAt,
        AppVersion = Scan.AppVersion,
        IsAssumed = fact.IsAssumed,
        Outcome = fact.Outcome,
        Finding = finding,
        Offline = Scan.Decided is not null,
        Forced = fact.Forced,
        Reason = TypedText.Tidy(Scan.Reason),
        InstitutionId = fact.InstitutionId,
        Adults = fact.Adults,
        Under18s = fact.Under18s,
        FirstAt = first?.EffectiveAt,
        FirstDoorId = first?.DoorId,
        Undoes = fact.Undoes,
    };

    /// <summary>The subject in one spelling, so that the same pass read twice is the same subject.</summary>
    public static string Normal(ScanCommand scan) => PassReading.Token(scan.Subject)
        ?? (scan.Method is ScanMethod.Code or ScanMethod.Paper ? PassReading.ShortCode(scan.Subject) : null)
        ?? scan.Subject.Trim();
}
