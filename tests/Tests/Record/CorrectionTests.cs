using System.Net;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record;

/// <summary>How a revealed answer is put right or disputed: by two people, in public, with nothing overwritten.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private static readonly AnswerWords Heard = new(AnswerCode.Yes, "Yes, by July.");
    private static readonly AnswerWords Said = new(AnswerCode.Yes, "Yes, by June.");

    private Hall hall = null!;
    private FloorTeam floor = null!;
    private HttpClient maria = null!;
    private HttpClient john = null!;

    private string Corrections => $"/api/assemblies/{hall.Assembly.Id}/corrections";

    private string Disputes => $"/api/assemblies/{hall.Assembly.Id}/disputes";

    private CorrectionCommand Proposal => new(hall.Ask.Id, hall.Mayor.Id, CorrectionClass.Misheard, Said, "The recording has June.", "Scribe");

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        floor = await FloorTeam.OpenAsync(hall);
        (maria, john) = (await hall.Server.OrganiserAsync(), await hall.Server.OrganiserAsync());
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, Heard);
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task A_correction_stands_when_another_organiser_approves_and_the_page_shows_what_stood_before()
    {
        await floor.RevealAsync(hall.Mayor);
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        Assert.Contains("Yes, by July.", await PageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, by June.", await PageAsync(), StringComparison.Ordinal);

        await john.SendAsync<CorrectionRow>($"{Corrections}/{proposed.Id}/approve", new { });

        var page = await PageAsync();
        Assert.Matches("(?s)<blockquote[^>]*>“Yes, by June.”</blockquote>", page);
        Assert.Matches("(?s)<s dir=\"auto\">YES “Yes, by July.”</s>", page);
        Assert.Contains("The recording has June.", page, StringComparison.Ordinal);
        Assert.Equal(5, await hall.Server.ReadAsync(db => db.AnswerSteps.CountAsync()));
    }

    [Fact]
    public async Task Nobody_approves_or_refuses_their_own_correction()
    {
        await floor.RevealAsync(hall.Mayor);
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Corrections}/{proposed.Id}/approve", new { });
        await maria.RefusedAsync(HttpStatusCode.Conflict, $"{Corrections}/{proposed.Id}/refuse", new RefuseCorrectionCommand("Not so."));
        Assert.Contains("Yes, by July.", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_correction_changes_nothing_and_cannot_be_approved_later()
    {
        await floor.RevealAsync(hall.Mayor);
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        await john.SendAsync<CorrectionRow>($"{Corrections}/{proposed.Id}/refuse", new RefuseCorrectionCommand("The recording has July."));
        await john.RefusedAsync(HttpStatusCode.Conflict, $"{Corrections}/{proposed.Id}/approve", new { });
        Assert.DoesNotContain("Yes, by June.", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_lapses_when_another_answer_was_revealed_in_the_room()
    {
        await floor.RevealAsync(hall.Mayor);
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        await floor.PutAsync(hall.Mayor);
        await floor.RecordAsync(hall.Mayor, new AnswerWords(AnswerCode.No, "I have to correct myself: no."));
        await floor.RuleAsync(hall.Mayor, Ruling.Confirm);
        await floor.RevealAsync(hall.Mayor);
        await john.RefusedAsync(HttpStatusCode.Conflict, $"{Corrections}/{proposed.Id}/approve", new { });
        var page = await PageAsync();
        Assert.Contains("I have to correct myself", page, StringComparison.Ordinal);
        Assert.Matches("(?s)Answered before:.*<s dir=\"auto\">YES “Yes, by July.”</s>", page);
    }

    [Fact]
    public async Task What_is_not_revealed_cannot_be_corrected_or_disputed()
    {
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.BadRequest, Corrections, Proposal));
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.BadRequest, Disputes, new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Never said.")));
    }

    [Fact]
    public async Task An_incomplete_correction_names_every_field()
    {
        await floor.RevealAsync(hall.Mayor);
        Assert.Equal(["condition", "whoseMove", "grounds", "requestedBy"], await maria.RefusedAsync(HttpStatusCode.BadRequest, Corrections,
            Proposal with { Answer = new(AnswerCode.YesWithConditions, "Yes, if"), Grounds = " ", RequestedBy = "" }));
    }

    [Fact]
    public async Task Of_two_organisers_who_decide_at_once_one_is_told_that_somebody_was_faster()
    {
        await floor.RevealAsync(hall.Mayor);
        var anna = await hall.Server.OrganiserAsync();
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        var replies = await Task.WhenAll(
            john.PostAsJsonAsync($"{Corrections}/{proposed.Id}/approve", new { }),
            anna.PostAsJsonAsync($"{Corrections}/{proposed.Id}/refuse", new RefuseCorrectionCommand("No.")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], replies.Select(r => r.StatusCode).Order());
    }

    [Fact]
    public async Task A_dispute_is_public_at_once_and_decided_by_two()
    {
        await floor.RevealAsync(hall.Mayor);
        var dispute = await maria.SendAsync<DisputeRow>(Disputes, new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "She said \"by July next year\"."));
        Assert.Contains("by July next year", await PageAsync(), StringComparison.Ordinal);
        var decide = $"{Disputes}/{dispute.Id}/decide";

        Assert.Null((await maria.SendAsync<DisputeRow>(decide, new DecideDisputeCommand(DisputeOutcome.NotUpheld, "The recording has no year."))).Outcome);
        await maria.RefusedAsync(HttpStatusCode.Conflict, decide, new DecideDisputeCommand(DisputeOutcome.NotUpheld, "The recording has no year."));
        Assert.Contains("Under review.", await PageAsync(), StringComparison.Ordinal);
        // Somebody who sees it otherwise starts anew; only two of one mind decide.
        Assert.Null((await john.SendAsync<DisputeRow>(decide, new DecideDisputeCommand(DisputeOutcome.Upheld, "It can be heard."))).Outcome);
        Assert.Equal(DisputeOutcome.Upheld, (await maria.SendAsync<DisputeRow>(decide, new DecideDisputeCommand(DisputeOutcome.Upheld, "It can be heard."))).Outcome);
        Assert.Contains("Two people decided that the office is right: It can be heard.", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_are_said_to_have_decided_has_grounds_that_both_of_them_sent()
    {
        await floor.RevealAsync(hall.Mayor);
        var dispute = await maria.SendAsync<DisputeRow>(Disputes, new DisputeCommand(hall.Ask.Id, hall.Mayor.Id, "Mayor's office", "Never said."));
        var decide = $"{Disputes}/{dispute.Id}/decide";
        static DecideDisputeCommand Stands(string grounds) => new(DisputeOutcome.NotUpheld, grounds);

        await maria.SendAsync<DisputeRow>(decide, Stands("The recording has it."));
        Assert.Equal(["grounds"], (await john.RefusedAsync(HttpStatusCode.Conflict, decide, Stands(" "))));
        // The same outcome for another reason is a proposal of its own: Maria never agreed to it.
        Assert.Null((await john.SendAsync<DisputeRow>(decide, Stands("The mayor lies."))).Outcome);
        Assert.DoesNotContain("Two people decided", await PageAsync(), StringComparison.Ordinal);
        // He changes his mind after she read it, so what she agrees to is not what stands there.
        await john.SendAsync<DisputeRow>(decide, Stands("Everybody heard it."));
        Assert.Null((await maria.SendAsync<DisputeRow>(decide, Stands("The mayor lies."))).Outcome);
        Assert.Equal(DisputeOutcome.NotUpheld, (await john.SendAsync<DisputeRow>(decide, Stands(" The mayor lies. "))).Outcome);
        Assert.Contains("Two people decided that the record stands: The mayor lies.", await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_are_possible_after_the_assembly_is_closed()
    {
        await floor.RevealAsync(hall.Mayor);
        await hall.Server.ChangeAsync(db => db.Assemblies.Attach(hall.Assembly).Entity.State = Assemblies.Agenda.AssemblyState.Closed);
        var proposed = await maria.SendAsync<CorrectionRow>(Corrections, Proposal);
        await john.SendAsync<CorrectionRow>($"{Corrections}/{proposed.Id}/approve", new { });
        Assert.Contains("Yes, by June.", await PageAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync() => WebUtility.HtmlDecode(await hall.Server.Visitor().GetStringAsync($"/a/{hall.Assembly.Slug}"));
}
