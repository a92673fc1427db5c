using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record.Redactions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>What is said of a commitment in public: one organiser proposes it, another agrees or refuses.</summary>
public sealed class StatusByTwoTests : IAsyncDisposable
{
    private FollowedUp it = null!;

    public async ValueTask DisposeAsync()
    {
        if (it is not null)
            await it.DisposeAsync();
    }

    [Fact]
    public async Task Kept_stands_only_when_another_organiser_agrees()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 20));
        var evidence = (await it.StepAsync("evidence", new EvidenceCommand("Council minutes", "https://city.example/minutes"))).Steps[^1].Id;
        var kept = new AssessCommand(new(DeliveryStatus.Kept, new(2027, 6, 20), Evidence: [evidence], MetOn: new LocalDate(2027, 6, 18)));
        var proposed = await it.StepAsync("status", kept);
        Assert.Equal((DeliveryStatus.NotYetChecked, DeliveryStatus.Kept), (proposed.Commitment.Status, proposed.Commitment.Proposed!.Status));
        Assert.DoesNotContain("status.assessed", await it.TypesAsync());
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status/agree", await it.AgreementAsync()));
        Assert.Equal([""], await it.RefusedAsync(HttpStatusCode.Conflict, "status", kept));
        Assert.Equal(NeedKind.Decide, (await it.John.ReadAsync<List<CommitmentRow>>("/api/commitments?needs=true"))[0].Needs[0].Kind);
        Assert.DoesNotContain(NeedKind.Decide, (await it.RowAsync()).Needs.Select(n => n.Kind));

        var agreed = (await it.AgreeAsync()).Commitment;
        Assert.Equal((DeliveryStatus.Kept, TimelinessKind.MetOn, 2), (agreed.Status, agreed.Timeliness.Kind, agreed.AssessedBy.Distinct().Count()));
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task Who_agrees_or_refuses_does_so_to_the_proposal_that_they_read_and_to_no_later_one()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Half")));
        var read = await it.AgreementAsync();
        await it.StepAsync("status/refuse", new RefuseStatusCommand(read.Proposal, "I take it back."));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Almost nothing")));
        Assert.Equal([""], await it.John.RefusedAsync(HttpStatusCode.Conflict, $"{it.One}/status/agree", read));
        Assert.Equal([""], await it.John.RefusedAsync(HttpStatusCode.Conflict, $"{it.One}/status/refuse", new RefuseStatusCommand(read.Proposal, "Not half.")));
        Assert.DoesNotContain("status.assessed", await it.TypesAsync());
        Assert.Equal("Almost nothing", (await it.AgreeAsync()).Commitment.Assessed!.Part);
    }

    [Fact]
    public async Task A_status_that_two_assessed_and_two_withheld_leaves_no_word_with_who_proposed_it()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Reason: "Grace Private told us.", Part: "The flat of Grace Private"), "Ask Grace Private."));
        await it.AgreeAsync();
        Assert.Contains(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("Grace", StringComparison.Ordinal));
        var entry = await it.Hall.Server.ReadAsync(db => db.RecordEntries.Where(e => e.Type == "status.assessed").Select(e => e.Seq).SingleAsync());
        var proposed = await it.Maria.SendAsync<RedactionRow>($"{it.Api}/redactions", new RedactionCommand(entry, Redaction.WholeEntry, RedactionGround.PrivatePerson, "A private person is named."));
        await it.John.SendAsync<RedactionRow>($"{it.Api}/redactions/{proposed.Id}/make", new { });
        Assert.DoesNotContain(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("Grace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_status_leaves_what_stood_and_no_trace_in_the_record()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.PartlyKept, new(2026, 10, 1), Part: "Half")));
        Assert.Equal(["reason"], await Fields(it.John, "status/refuse", new RefuseStatusCommand((await it.AgreementAsync()).Proposal, " ")));
        var refused = await it.John.SendAsync<CommitmentHistory>($"{it.One}/status/refuse", new RefuseStatusCommand((await it.AgreementAsync()).Proposal, "Ten homes are not a substantial part."));
        Assert.Equal((DeliveryStatus.NotYetChecked, null), (refused.Commitment.Status, refused.Commitment.Proposed));
        Assert.Equal([CommitmentStepKind.StatusProposed, CommitmentStepKind.StatusRefused], refused.Steps.Select(s => s.Kind));
        Assert.Equal("session.closed", (await it.TypesAsync())[^1]);

        Task<string[]> Fields(HttpClient who, string path, object command) => who.RefusedAsync(HttpStatusCode.BadRequest, $"{it.One}/{path}", command);
    }

    [Fact]
    public async Task Not_kept_waits_for_the_date_the_notice_and_the_second_organiser()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 6, 30));
        Assert.Equal(["notice", "status"], (await it.RefusedAsync(HttpStatusCode.BadRequest, "status", NotKept(new(2027, 6, 30)))).Order());
        await it.StepAsync("contacts", new ContactCommand(new(2027, 6, 30), ContactHow.Letter, ContactPurpose.Notice));
        it.GoTo(new(2027, 7, 13));
        Assert.Equal(["notice"], await it.RefusedAsync(HttpStatusCode.BadRequest, "status", NotKept(new(2027, 7, 13))));
        it.GoTo(new(2027, 7, 14));
        Assert.Contains(NeedKind.NoticeOver, (await it.RowAsync()).Needs.Select(n => n.Kind));
        await it.StepAsync("status", NotKept(new(2027, 7, 14)));
        Assert.Equal(DeliveryStatus.NotKept, (await it.AgreeAsync()).Commitment.Status);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);

        static AssessCommand NotKept(LocalDate on) => new(new(DeliveryStatus.NotKept, on, StatusReason.NotPrioritised));
    }

    [Fact]
    public async Task A_date_that_moved_while_a_status_waited_is_looked_at_again()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 20));
        await it.StepAsync("contacts", new ContactCommand(new(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotKept, new(2027, 7, 20), StatusReason.Unknown)));
        await it.StepAsync("due", new DueCommand("They asked for more time, and we agreed.", true, new LocalDate(2027, 12, 31)));
        Assert.Equal(["status"], await it.John.RefusedAsync(HttpStatusCode.BadRequest, $"{it.One}/status/agree", await it.AgreementAsync()));
    }
}
