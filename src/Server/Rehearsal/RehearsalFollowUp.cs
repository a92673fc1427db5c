using Assemblies.Agenda;
using Assemblies.Agenda.RunningOrder;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Record.Log;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Rehearsal;

/// <summary>Writes an earlier evening with its closed record and six promises, so that follow-up can be tried: the record says honestly that it was written today.</summary>
internal sealed class RehearsalFollowUp(AssemblyDb db, RecordClosing closing, CommitmentReader reader, IClock clock)
{
    private const string Zone = "Europe/London";
    private const int DaysAgo = 335;

    // Asks 1 to 3, each of which stands otherwise: three minutes are not enough for more.
    private const int ReportedBack = 3;

    /// <param name="evening">The later evening, whose running order reports back on the first promises.</param>
    /// <param name="organisers">The two organisers who did the work.</param>
    /// <param name="cancellation">Stops writing.</param>
    public async Task WriteAsync(AccountabilityAssembly evening, IReadOnlyList<Guid> organisers, CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[Zone]).Date;
        var promises = OldPromises.Of(today);
        var (assembly, powerHolders) = AddEvening(today.PlusDays(-DaysAgo));
        var asks = promises.Select((p, i) => AddAsk(assembly, p, i + 1, powerHolders[p.Holder - 1])).ToList();
        await SaveAsync("rehearsal.prepared", cancellation);
        foreach (var (i, promise) in promises.Index())
        {
            await AnswerAsync(assembly, asks[i], powerHolders[promise.Holder - 1], promise.Answer, i, cancellation);
            await SaveAsync("rehearsal.answered", cancellation);
        }
        if (await closing.CloseAsync(Actor.Server, assembly.Id, new(), cancellation) is { Count: > 0 } missing)
            throw new InvalidOperationException(missing[0].Fix);
        var commitments = await reader.OfAssemblyAsync(assembly.Id, cancellation);
        foreach (var commitment in commitments)
            FollowUp(commitment, promises[commitment.Ask.Number - 1], [.. organisers.Select(o => Actor.Organiser(o).Id)]);
        var item = await db.AgendaItems.SingleAsync(i => i.AssemblyId == evening.Id && i.Kind == AgendaItemKind.ReportBack, cancellation);
        db.AddRange(commitments.OrderBy(c => c.Ask.Number).Take(ReportedBack).Select((c, i) => new AgendaItemCommitment
        {
            ItemId = item.Id,
            AssemblyId = c.Key.AssemblyId,
            AskId = c.Key.AskId,
            PowerHolderId = c.Key.PowerHolderId,
            Order = i + 1,
        }));
        await SaveAsync("rehearsal.followed_up", cancellation);
    }

    private (AccountabilityAssembly Assembly, IReadOnlyList<PowerHolder> PowerHolders) AddEvening(LocalDate day)
    {
        var assembly = new AccountabilityAssembly
        {
            Slug = $"riverside-{day.Year}-{day.Month:00}",
            Title = $"Riverside Assembly, {WallClock.Day(day)}",
            Venue = "St Mark's Hall",
            TimeZone = Zone,
            Doors = day.At(new LocalTime(18, 0)),
            Start = day.At(new LocalTime(19, 0)),
            HardEnd = day.At(new LocalTime(20, 45)),
            RoomCapacity = 900,
            State = AssemblyState.Closed,
        };
        var powerHolders = OldPromises.PowerHolders.Select((p, i) => new PowerHolder { AssemblyId = assembly.Id, Name = p.Name, Office = p.Office, Order = i + 1 }).ToList();
        db.Add(assembly);
        db.AddRange(powerHolders);
        return (assembly, powerHolders);
    }

    private Ask AddAsk(AccountabilityAssembly assembly, OldPromise promise, int number, PowerHolder to)
    {
        var ask = new Ask { AssemblyId = assembly.Id, Number = number, Area = promise.Area, Version = 1 };
        db.Add(ask);
        db.Add(new AskVersion
        {
            AskId = ask.Id,
            Version = 1,
            Text = promise.Text,
            WrittenAt = At(assembly, 0),
            Terms = new([], KeptIf: promise.KeptIf, NotKeptIf: promise.NotKeptIf),
        });
        db.Add(new AskTarget { AskId = ask.Id, PowerHolderId = to.Id });
        return ask;
    }

    private async Task AnswerAsync(AccountabilityAssembly assembly, Ask ask, PowerHolder of, AnswerWords words, int place, CancellationToken cancellation)
    {
        AnswerStepKind[] kinds = [AnswerStepKind.Put, AnswerStepKind.Recorded, AnswerStepKind.Confirmed, AnswerStepKind.Revealed];
        var steps = kinds.Select((kind, i) => new AnswerStep
        {
            AssemblyId = assembly.Id,
            AskId = ask.Id,
            PowerHolderId = of.Id,
            Version = i + 1,
            CommandId = Guid.CreateVersion7(),
            Kind = kind,
            At = At(assembly, place * 10 + i),
            By = Actor.Server.Id,
            AskVersion = 1,
            Answer = kind == AnswerStepKind.Recorded ? words : null,
        }).ToList();
        db.AnswerSteps.AddRange(steps);
        await AnswerEntries.LogAsync(db, Actor.Server, ask, steps, [new(ask.Id, of.Id, 0)], AnswerStepKind.Revealed, cancellation);
    }

    private void FollowUp(Commitment commitment, OldPromise promise, IReadOnlyList<string> organisers)
    {
        foreach (var (i, told) in promise.Steps.Index())
        {
            var step = new CommitmentStep
            {
                Id = told.Id,
                AssemblyId = commitment.Key.AssemblyId,
                AskId = commitment.Key.AskId,
                PowerHolderId = commitment.Key.PowerHolderId,
                Version = i + 1,
                Kind = told.Kind,
                At = clock.GetCurrentInstant() - Duration.FromDays(told.DaysAgo),
                By = organisers[told.By],
                Details = told.Details with { AssessedBy = told.Details.AssessedBy is { } by ? [.. by.Select((_, place) => organisers[place])] : null },
                Note = told.Note,
            };
            db.CommitmentSteps.Add(step);
            if (CommitmentEntries.IsPublic(step.Kind))
                CommitmentEntries.Log(db, step, commitment);
        }
    }

    private static Instant At(AccountabilityAssembly assembly, int minutes) =>
        assembly.Start.PlusMinutes(minutes).InZoneLeniently(DateTimeZoneProviders.Tzdb[assembly.TimeZone]).ToInstant();

    private async Task SaveAsync(string kind, CancellationToken cancellation)
    {
        db.Record(Actor.Server, null, ChangeChannel.Agenda, kind, "The rehearsal's earlier evening was written.");
        await db.SaveChangesAsync(cancellation);
    }
}
