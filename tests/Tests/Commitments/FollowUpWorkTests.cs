using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>The work between the night and the due date: contacts, replies, meetings, and who does it.</summary>
public sealed class FollowUpWorkTests : IAsyncDisposable
{
    private FollowedUp it = null!;

    public async ValueTask DisposeAsync()
    {
        if (it is not null)
            await it.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_public_is_said_of_it_before_the_record_of_the_evening_is_closed()
    {
        it = await FollowedUp.StartAsync();
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone)));
        Assert.DoesNotContain("contact.logged", await it.TypesAsync());
        var assigned = await it.StepAsync("assign", new AssignCommand(new(Team: "Housing team")));
        Assert.Equal("Housing team", assigned.Commitment.Assignment.Team);
        await it.CloseAsync();
        await it.StepAsync("contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone));
    }

    [Fact]
    public async Task A_contact_is_in_the_record_its_note_is_not_and_the_next_one_is_planned_with_it()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2026, 11, 2));
        var after = await it.StepAsync("contacts", new ContactCommand(new(2026, 11, 1), ContactHow.Meeting, Outcome: ContactOutcome.Reached, Note: "She wants a photo first.", NextContact: new LocalDate(2026, 12, 1)));
        Assert.Equal((new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 1)), (after.Commitment.ActiveOn, after.Commitment.Assignment.NextContact));
        Assert.Equal("She wants a photo first.", after.Steps[0].Note);
        Assert.Contains("\"type\":\"contact.logged\"", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("photo", await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("photo", string.Concat(await it.Hall.Server.ReadAsync(db => db.Changes.Select(c => c.Summary).ToListAsync())), StringComparison.Ordinal);
        it.GoTo(new(2026, 12, 1));
        Assert.Equal([NeedKind.NextContact], (await it.RowAsync()).Needs.Select(n => n.Kind).Where(k => k != NeedKind.NoOwner));
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Phone));
        Assert.Null((await it.RowAsync()).Assignment.NextContact);
    }

    [Fact]
    public async Task A_reply_is_verbatim_and_may_answer_a_status()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        var status = (await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.Untrackable, new(2026, 10, 1), Reason: "It cannot be tested.")))).Steps[^1].Id;
        Assert.Equal(["to"], await it.RefusedAsync(HttpStatusCode.BadRequest, "replies", new ReplyCommand(new("Mayor's office", "No.", To: Guid.NewGuid()))));
        var replied = await it.StepAsync("replies", new ReplyCommand(new("Mayor's office", "It can: look at page 14.", OwnStatus: DeliveryStatus.UnderWay, To: status)));
        Assert.Contains(FlagKind.ReplyAvailable, replied.Commitment.Flags);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task A_promised_meeting_runs_until_they_met()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        Assert.Equal(["days"], await it.RefusedAsync(HttpStatusCode.BadRequest, "meeting", new MeetingCommand(0)));
        await it.StepAsync("meeting", new MeetingCommand(60));
        it.GoTo(new(2026, 12, 1));
        Assert.Equal(1, (await it.RowAsync()).Needs.Single(n => n.Kind == NeedKind.MeetingOverdue).Days);
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Meeting, Outcome: ContactOutcome.MeetingSet));
        Assert.NotNull((await it.RowAsync()).Meeting);
        await it.StepAsync("contacts", new ContactCommand(new(2026, 12, 1), ContactHow.Meeting, Outcome: ContactOutcome.Reached));
        Assert.Null((await it.RowAsync()).Meeting);
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_is_told_and_changes_nothing()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone, ExpectedVersion: 0));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "contacts", new ContactCommand(new(2026, 10, 1), ContactHow.Phone, ExpectedVersion: 0)));
        Assert.Equal(1, (await it.RowAsync()).Version);
    }

    [Fact]
    public async Task Work_is_given_to_many_at_once_and_all_or_none()
    {
        it = await FollowedUp.StartAsync();
        await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, "/api/commitments/assign", new AssignManyCommand([it.Key, it.Key with { AskId = Guid.NewGuid() }], new(Team: "Housing")));
        Assert.Equal(["ownerId"], await it.Maria.RefusedAsync(HttpStatusCode.BadRequest, "/api/commitments/assign", new AssignManyCommand([it.Key], new(OwnerId: Guid.NewGuid()))));
        Assert.Equal(Assignment.None, (await it.RowAsync()).Assignment);
        var maria = await it.Hall.Server.ReadAsync(db => db.ApiTokens.OrderBy(t => t.Id).Select(t => t.OrganiserId).FirstAsync());
        await it.StepAsync("assign", new AssignCommand(new(Team: "Housing", OfficeContact: "Chief of staff")));
        (await it.Maria.PostAsJsonAsync("/api/commitments/assign", new AssignManyCommand([it.Key], new(OwnerId: maria)), Assemblies.Wire.WireFormat.Json)).EnsureSuccessStatusCode();
        Assert.Equal(new Assignment(maria, "Housing", null, "Chief of staff"), (await it.RowAsync()).Assignment);
        Assert.Single(await it.Maria.ReadAsync<List<CommitmentRow>>("/api/commitments?mine=true"));
        Assert.Empty(await it.John.ReadAsync<List<CommitmentRow>>("/api/commitments?mine=true"));
    }
}
