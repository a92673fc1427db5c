using Assemblies.Agenda;
using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.Calendar;
using Assemblies.Commitments.Evidence;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Reminders;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Evaluation.Notes;
using Assemblies.Displays.Direction;
using Assemblies.Displays.Look;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Disclosures;
using Assemblies.Record.Keys;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Assemblies.Shell;
using Assemblies.Testimony;
using Assemblies.Turnout;
using Assemblies.Turnout.Desk;
using Assemblies.Turnout.Captain;
using Assemblies.Turnout.Official;
using Assemblies.Turnout.Tags;
using Assemblies.Wire;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Data;

/// <summary>The one database: the same model on SQLite and PostgreSQL.</summary>
/// <remarks>A save without a row in the journal is refused: nobody changes state around it.</remarks>
public sealed class AssemblyDb(DbContextOptions<AssemblyDb> options, ChangeJournal journal, RecordKeeper keeper, IClock clock)
    : IdentityUserContext<OrganiserAccount, Guid>(options)
{
    private readonly List<RecordDraft> drafts = [];
    private Func<CancellationToken, Task<Problem?>>? condition;

    public DbSet<Change> Changes => Set<Change>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<OrganiserInvitation> OrganiserInvitations => Set<OrganiserInvitation>();
    public DbSet<AccountabilityAssembly> Assemblies => Set<AccountabilityAssembly>();
    public DbSet<Institution> Institutions => Set<Institution>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Pass> Passes => Set<Pass>();
    public DbSet<PassCode> PassCodes => Set<PassCode>();
    public DbSet<Door> Doors => Set<Door>();
    public DbSet<Device> Devices => Set<Device>();
    public DbSet<Pairing> Pairings => Set<Pairing>();
    public DbSet<Scan> Scans => Set<Scan>();
    public DbSet<Admission> Admissions => Set<Admission>();
    public DbSet<TurnoutCount> TurnoutCounts => Set<TurnoutCount>();
    public DbSet<WalkupName> WalkupNames => Set<WalkupName>();
    public DbSet<OfficialTurnout> OfficialTurnouts => Set<OfficialTurnout>();
    public DbSet<CaptainLink> CaptainLinks => Set<CaptainLink>();
    public DbSet<Resolution> Resolutions => Set<Resolution>();
    public DbSet<ArrivalTag> ArrivalTags => Set<ArrivalTag>();
    public DbSet<Speaker> Speakers => Set<Speaker>();
    public DbSet<SpeakerConsent> SpeakerConsents => Set<SpeakerConsent>();
    public DbSet<SpeakerTiming> SpeakerTimings => Set<SpeakerTiming>();
    public DbSet<ReadinessStep> ReadinessSteps => Set<ReadinessStep>();
    public DbSet<ScheduleStep> ScheduleSteps => Set<ScheduleStep>();
    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();
    public DbSet<AgendaItemSpeaker> AgendaItemSpeakers => Set<AgendaItemSpeaker>();
    public DbSet<AgendaItemAsk> AgendaItemAsks => Set<AgendaItemAsk>();
    public DbSet<AgendaItemCommitment> AgendaItemCommitments => Set<AgendaItemCommitment>();
    public DbSet<AgendaItemPowerHolder> AgendaItemPowerHolders => Set<AgendaItemPowerHolder>();
    public DbSet<EveningStep> EveningSteps => Set<EveningStep>();
    public DbSet<PowerHolder> PowerHolders => Set<PowerHolder>();
    public DbSet<PresenceStep> PresenceSteps => Set<PresenceStep>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<AskVersion> AskVersions => Set<AskVersion>();
    public DbSet<AskTarget> AskTargets => Set<AskTarget>();
    public DbSet<AskSending> AskSendings => Set<AskSending>();
    public DbSet<AnswerStep> AnswerSteps => Set<AnswerStep>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<Dispute> Disputes => Set<Dispute>();
    public DbSet<CommitmentStep> CommitmentSteps => Set<CommitmentStep>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();
    public DbSet<OfficeLink> OfficeLinks => Set<OfficeLink>();
    public DbSet<OfficeWord> OfficeWords => Set<OfficeWord>();
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();
    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();
    public DbSet<RecordKey> RecordKeys => Set<RecordKey>();
    public DbSet<SealedDisclosure> SealedDisclosures => Set<SealedDisclosure>();
    public DbSet<EndedRecord> EndedRecords => Set<EndedRecord>();
    public DbSet<EndedRecordEntry> EndedRecordEntries => Set<EndedRecordEntry>();
    public DbSet<Redaction> Redactions => Set<Redaction>();
    public DbSet<SubjectKeyRow> SubjectKeys => Set<SubjectKeyRow>();
    public DbSet<Stage> Stages => Set<Stage>();
    public DbSet<SceneCue> SceneCues => Set<SceneCue>();
    public DbSet<EvaluationNote> EvaluationNotes => Set<EvaluationNote>();
    public DbSet<ScreenStep> ScreenSteps => Set<ScreenStep>();
    public DbSet<Alliance> Alliances => Set<Alliance>();

    /// <summary>Adds the journal row of a change that the next save commits.</summary>
    public void Record(Actor actor, Guid? assemblyId, ChangeChannel channel, string kind, string summary, Guid? subject = null) => Changes.Add(new Change
    {
        AssemblyId = assemblyId,
        At = clock.GetCurrentInstant(),
        Actor = actor.Id,
        Channel = channel,
        Kind = kind,
        Summary = summary,
        Subject = subject,
    });

    /// <summary>Adds an entry to the public record in the transaction of the next save: it is stored with the change, or neither is.</summary>
    public void Log(RecordDraft draft) => drafts.Add(draft);

    /// <summary>What is read again when the next save has its turn: of what it was decided by, another server may have changed something. A problem refuses the save.</summary>
    public void OnlyIf(Func<CancellationToken, Task<Problem?>> holds) => condition = holds;

    /// <inheritdoc/>
    /// <exception cref="RecordRefusedException">The public record cannot take what <see cref="Log"/> was given, or <see cref="OnlyIf"/> does not hold; nothing is saved.</exception>
    /// <exception cref="InvalidOperationException">
    /// Something changed and no journal row tells of it; or a transaction was begun outside, which would hold SQLite's lock while it waits for
    /// the turn that somebody waiting for that lock has.
    /// </exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RequireJournalRow();
        // Taken whatever becomes of the save: who tries again says again what it writes, and must not write it twice.
        List<RecordDraft> entries = [.. drafts];
        drafts.Clear();
        var holds = condition;
        condition = null;
        if (Database.CurrentTransaction is not null)
            throw new InvalidOperationException("A save is a transaction of its own: save once.");
        try
        {
            return await CommitAsync(entries, holds, acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception error) when (entries.Count > 0 && StorageFull.IsCauseOf(error))
        {
            // Whoever records something hears it where they hear every other refusal of the record, on the tablets too.
            throw new RecordRefusedException(StorageFull.Problem);
        }
    }

    private async Task<int> CommitAsync(
        List<RecordDraft> entries, Func<CancellationToken, Task<Problem?>>? holds, bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        using (await journal.TakeTurnAsync(cancellation))
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            await JournalOrder.HoldAsync(this, cancellation);
            if (holds is not null && await holds(cancellation) is { } problem)
                throw new RecordRefusedException(problem);
            using var appended = entries.Count == 0 ? null : await keeper.AppendAsync(this, entries, cancellation);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
            await transaction.CommitAsync(cancellation);
            appended?.Commit();
            journal.Ring();
            return rows;
        }
    }

    /// <summary>Not offered: a blocking save would hold a thread while it waits for its turn.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DatabaseWords.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AssemblyModel.Configure(builder);
    }

    private void RequireJournalRow()
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0 || changed.Any(e => e.Entity is Change))
            return;
        // Identity saves by itself: a failed sign-in counts, a password is hashed anew.
        if (changed.All(e => e.Entity is OrganiserAccount or IdentityUserClaim<Guid> or IdentityUserLogin<Guid> or IdentityUserToken<Guid>))
            Record(Actor.Server, null, ChangeChannel.Organisers, "organiser.changed", "An organiser's account changed.");
        else
            throw new InvalidOperationException($"No journal row for: {string.Join(", ", changed.Select(e => e.Metadata.ShortName()).Distinct())}.");
    }
}
