using System.Net;
using Assemblies.Evaluation;
using Assemblies.Evaluation.Notes;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Assemblies.Evaluation.Notes.EvaluationNoteKind;

namespace Assemblies.Tests.Evaluation;

/// <summary>The leaders' notes: kept with their history, carried on while steps are open.</summary>
public sealed class EvaluationNoteTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/evaluation/notes";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_changed_note_keeps_what_stood_before()
    {
        var note = await AddAsync(new(EvaluationTopic.Doors, ToChange, "Too few lanes", "Stewards"));
        var changed = await PutAsync(note.Id, new(EvaluationTopic.Doors, ToChange, "Too few lanes at the north door", "Stewards", Version: 1));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var versions = await organiser.ReadAsync<List<EvaluationNoteRow>>($"{Path}/{note.Id}");
        Assert.Equal([(2, "Too few lanes at the north door"), (1, "Too few lanes")], versions.Select(v => (v.Version, v.Text)));
        Assert.Equal(new LocalDate(2026, 10, 1), versions[0].SaidOn);
        Assert.Equal("Too few lanes at the north door", Assert.Single((await EvaluationTests.ReviewAsync(hall)).Notes).Text);
    }

    [Fact]
    public async Task A_withdrawn_note_leaves_the_page_and_stays_in_the_history()
    {
        var note = await AddAsync(new(EvaluationTopic.Team, WentWell, "Good team", "Co-chair"));
        await PutAsync(note.Id, new(EvaluationTopic.Team, WentWell, "Good team", "Co-chair", State: EvaluationNoteState.Withdrawn, Version: 1));
        Assert.Empty((await EvaluationTests.ReviewAsync(hall)).Notes);
        Assert.Equal(2, (await organiser.ReadAsync<List<EvaluationNoteRow>>($"{Path}/{note.Id}")).Count);
    }

    [Fact]
    public async Task Who_changes_what_somebody_changed_meanwhile_is_told()
    {
        var note = await AddAsync(new(EvaluationTopic.Team, WentWell, "One", "Co-chair"));
        var command = new EvaluationNoteCommand(EvaluationTopic.Team, WentWell, "Two", "Co-chair", Version: 1);
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PutAsync(note.Id, command)));
        Assert.Single(replies, r => r.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, replies.Count(r => r.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(2, await hall.Server.ReadAsync(db => db.EvaluationNotes.CountAsync()));
    }

    [Theory]
    [InlineData(WentWell, "", "Co-chair", null, null, EvaluationNoteState.Open, "text")]
    [InlineData(WentWell, "Fine", " ", null, null, EvaluationNoteState.Open, "role")]
    [InlineData(WentWell, "Fine", "Co-chair", null, null, EvaluationNoteState.Done, "state")]
    [InlineData(NextStep, "Call", "Co-chair", null, "2026-10-08", EvaluationNoteState.Open, "owner")]
    [InlineData(NextStep, "Call", "Co-chair", "Turn-out captain", null, EvaluationNoteState.Open, "dueOn")]
    [InlineData(NextStep, "Call", "Co-chair", "Turn-out captain", "2026-09-30", EvaluationNoteState.Open, "dueOn")]
    public async Task What_cannot_be_kept_is_refused_at_its_field(
        EvaluationNoteKind kind, string text, string role, string? owner, string? due, EvaluationNoteState state, string field)
    {
        LocalDate? day = due is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value;
        var refused = await organiser.RefusedAsync(HttpStatusCode.BadRequest, Path, new EvaluationNoteCommand(EvaluationTopic.Other, kind, text, role, null, owner, day, state));
        Assert.Equal([field], refused);
        Assert.Equal(0, await hall.Server.ReadAsync(db => db.EvaluationNotes.CountAsync()));
    }

    [Fact]
    public async Task An_open_step_is_carried_to_the_next_assembly_until_it_is_done()
    {
        var note = await AddAsync(new(EvaluationTopic.Turnout, NextStep, "Visit St Mary's", "Co-chair", null, "Turn-out captain", new LocalDate(2026, 10, 8)));
        var next = await hall.AnotherAssemblyAsync();
        await hall.Server.ChangeAsync(db => db.Assemblies.Single(a => a.Id == next).Doors = hall.Assembly.Doors.PlusMonths(6));
        Assert.Equal(("London Assembly", "Visit St Mary's"), Assert.Single(await StepsAsync(next)) is var step ? (step.Assembly, step.Note.Text) : default);
        Assert.Empty(await StepsAsync(hall.Assembly.Id));

        await PutAsync(note.Id, new(EvaluationTopic.Turnout, NextStep, "Visit St Mary's", "Co-chair", null, "Turn-out captain", new LocalDate(2026, 10, 8), EvaluationNoteState.Done, 1));

        Assert.Empty(await StepsAsync(next));
    }

    [Fact]
    public async Task The_day_is_the_day_on_the_assemblys_own_calendar()
    {
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.TimeZone = "Pacific/Auckland");
        Assert.Equal(new LocalDate(2026, 10, 2), (await AddAsync(new(Text: "Late there", Role: "Co-chair"))).SaidOn);
    }

    [Fact]
    public async Task No_note_is_anybodys_business_outside()
    {
        await AddAsync(new(EvaluationTopic.Team, WentWell, "Private words", "Co-chair"));
        using var visitor = hall.Server.Visitor();
        Assert.DoesNotContain("Private words", await visitor.GetStringAsync($"/a/{hall.Assembly.Slug}"), StringComparison.Ordinal);
        Assert.DoesNotContain(await hall.Server.ReadAsync(db => db.Changes.Select(c => c.Summary).ToListAsync()), s => s.Contains("Private", StringComparison.Ordinal));
    }

    private Task<EvaluationNoteRow> AddAsync(EvaluationNoteCommand command) => organiser.SendAsync<EvaluationNoteRow>(Path, command);

    private Task<HttpResponseMessage> PutAsync(Guid id, EvaluationNoteCommand command) => organiser.PutAsJsonAsync($"{Path}/{id}", command, WireFormat.Json);

    private async Task<IReadOnlyList<OpenStep>> StepsAsync(Guid assemblyId) =>
        (await organiser.ReadAsync<AssemblyReview>($"/api/assemblies/{assemblyId}/evaluation")).OpenSteps;
}
