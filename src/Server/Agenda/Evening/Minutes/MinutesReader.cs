using Assemblies.Agenda.Evening.Rules;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Testimony;
using Assemblies.Turnout.Official;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Agenda.Evening.Minutes;

/// <summary>Makes the minutes from the history: steps of the evening, answers, the official turnout.</summary>
public sealed class MinutesReader(AssemblyDb db, IClock clock)
{
    public async Task<EveningMinutes> ReadAsync(AccountabilityAssembly assembly, CancellationToken cancellation)
    {
        var steps = await EveningReader.StepsAsync(db, assembly.Id, cancellation);
        var life = EveningLife.Of(steps);
        var people = await PeopleAsync(assembly.Id, cancellation);
        var institutions = await db.Delegations.Where(d => d.AssemblyId == assembly.Id)
            .Join(db.Institutions, d => d.InstitutionId, i => i.Id, (_, i) => new { i.Id, i.Name }).ToDictionaryAsync(i => i.Id, i => i.Name, cancellation);
        var official = await OfficialBook.LatestAsync(db, assembly.Id, cancellation);
        var now = clock.GetCurrentInstant();
        var start = DateTimeZoneProviders.Tzdb[assembly.TimeZone].AtLeniently(assembly.Start).ToInstant();
        var asks = await AsksAsync(assembly.Id, cancellation);
        return new EveningMinutes(
            life.StartedAt,
            life.EndedAt,
            life.EndedAt is null ? null : Reckoning.Drift(life, start, now),
            official is null ? null : OfficialWords.Sentence(official.Arrived, official.Corrected, assembly.Time(official.At)),
            [.. life.Items.Select(i => new MinutesItem(
                i.Title, i.Kind, i.Status, i.PlannedSeconds, (int)i.SpentAt(now).TotalSeconds, i.IsInserted, i.BeganAt, i.OverAt))],
            [.. life.Speeches.Concat(life.Clocks.Values).OrderBy(s => s.StartedAt).Select(s => new MinutesSpeech(
                s.Kind, s.SubjectId is { } who ? people.GetValueOrDefault(who, "Somebody no longer listed") : "Nobody named", life.Find(s.ItemId)?.Title,
                s.PlannedSeconds, (int)s.StandAt(now).Spent.TotalSeconds, s.StartedAt))],
            [.. (life.RollCall?.Called ?? []).Select(c => new MinutesCalled(institutions.GetValueOrDefault(c.Id, "An institution no longer listed"), c.Figure, c.At))],
            asks,
            [.. MinutesEvents.Of(steps, life).Concat(AskEvents(asks)).OrderBy(e => e.At)]);
    }

    // A speaker is named as they agreed to be named in public; without consent the institution speaks.
    private async Task<Dictionary<Guid, string>> PeopleAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var speakers = await db.Speakers.Where(s => s.AssemblyId == assemblyId)
            .Join(db.Institutions, s => s.InstitutionId, i => i.Id, (s, i) => new { s.Id, s.NameToShow, Institution = i.Name })
            .ToListAsync(cancellation);
        var consents = await SpeakerConsents.ReadAsync(db, assemblyId, cancellation);
        var powerHolders = await db.PowerHolders.Where(p => p.AssemblyId == assemblyId).Select(p => new { p.Id, p.Name, p.Office }).ToListAsync(cancellation);
        return speakers.Select(s => (s.Id, Text: consents.Of(s.Id).Name(ConsentChannel.Web, s.NameToShow) is { } name ? $"{name}, {s.Institution}" : $"A speaker of {s.Institution}"))
            .Concat(powerHolders.Select(p => (p.Id, Text: $"{p.Name}, {p.Office}"))).ToDictionary(p => p.Id, p => p.Text);
    }

    private async Task<IReadOnlyList<MinutesAsk>> AsksAsync(Guid assemblyId, CancellationToken cancellation)
    {
        var sheet = await ScoreSheet.ReadAsync(db, assemblyId, cancellation);
        var put = (await db.AnswerSteps.Where(s => s.AssemblyId == assemblyId && s.Kind == AnswerStepKind.Put).Select(s => new { s.AskId, s.PowerHolderId, s.At }).ToListAsync(cancellation))
            .ToLookup(s => (s.AskId, s.PowerHolderId), s => s.At);
        return [.. sheet.Asks.Where(a => a.WasPut).Select(ask => new MinutesAsk(ask.Number, ask.Area, ask.TextAsPut, [.. ask.Cells.Select(cell => new MinutesAnswer(
            cell.PowerHolder.Name, cell.PowerHolder.Office, put[(ask.Id, cell.PowerHolder.Id)] is var times && times.Any() ? times.Min() : null,
            cell.Life.Revealed, cell.Life.RevealedAt))]))];
    }

    private static IEnumerable<MinutesEvent> AskEvents(IReadOnlyList<MinutesAsk> asks) => asks.SelectMany(ask => ask.Answers.SelectMany(answer => new[]
    {
        answer.PutAt is { } put ? new MinutesEvent(put, $"Ask {ask.Number} was put to {answer.PowerHolder}.") : null,
        answer is { RevealedAt: { } shown, Answer: { } words } ? new MinutesEvent(shown, $"Ask {ask.Number}, {answer.PowerHolder}: {AnswerWording.Word(words)}.") : null,
    })).OfType<MinutesEvent>();
}
