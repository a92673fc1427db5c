using Assemblies.Agenda;
using Assemblies.Agenda.Evening.Minutes;
using Assemblies.Data;
using Assemblies.Evaluation.Notes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Evaluation;

/// <summary>Looks back on an evening: turnout, doors, time, answers, and the leaders' notes beside them.</summary>
public sealed class ReviewReader(AssemblyDb db, TurnoutReview turnout, MinutesReader minutes, EvaluationNotes notes, IClock clock)
{
    public async Task<AssemblyReview> ReadAsync(AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        var start = TurnoutReview.StartOf(assembly);
        var arrivals = await DoorFacts.ArrivalsAsync(db, assembly.Id, cancellation);
        var institutions = await turnout.ReadAsync(assembly, arrivals, cancellation);
        var review = new AssemblyReview(
            clock.GetCurrentInstant(),
            TurnoutOutcome.Sum([.. institutions.Select(i => i.Outcome)]),
            institutions,
            TurnoutReview.Chapters(institutions),
            await DoorsAsync(assembly.Id, arrivals, start, cancellation),
            TimeSpent.Of(await minutes.ReadAsync(assembly, cancellation), start),
            await AnswerTally.ReadAsync(db, assembly.Id, cancellation),
            [],
            await notes.ListAsync(assembly.Id, cancellation),
            await notes.CarriedAsync(assembly, cancellation));
        return review with { Proposals = ProposalRules.Of(assembly, review) };
    }

    private async Task<DoorReview> DoorsAsync(Guid assemblyId, IReadOnlyList<ArrivalFact> arrivals, Instant start, CancellationToken cancellation)
    {
        var devices = await db.Devices.Where(d => d.AssemblyId == assemblyId).Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        var doors = await db.Doors.Where(d => d.AssemblyId == assemblyId).ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        return DoorPerformance.Of(
            arrivals, await DoorFacts.ScansAsync(db, assemblyId, cancellation), start,
            id => devices.GetValueOrDefault(id, "A device no longer listed"), id => id is { } door ? doors.GetValueOrDefault(door) : null);
    }
}
