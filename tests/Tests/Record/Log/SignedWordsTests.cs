using Assemblies.Commitments;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Data;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Record.Log;
using Assemblies.Record.Redactions;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using RedactionGround = Assemblies.PublicRecord.Entries.RedactionGround;

namespace Assemblies.Tests.Record.Log;

/// <summary>Who can write to the database can change what a page is made from, and not what was signed: the pages say so.</summary>
public sealed class SignedWordsTests : IAsyncLifetime
{
    private const string Notice = "is not what was signed";
    private static readonly AnswerWords No = new(AnswerCode.No, "No, I will not.");
    private static readonly AnswerWords Yes = new(AnswerCode.Yes, "Yes, I will.");

    private Hall hall = null!;
    private FloorTeam floor = null!;
    private HttpClient organiser = null!;

    private string Api => $"/api/assemblies/{hall.Assembly.Id}";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        (await PageClient.FirstOrganiserAsync(hall.Server)).Dispose();
        organiser = await hall.Server.OrganiserAsync();
        floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, No);
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Theory]
    [InlineData("an answer", "Ask 1, Mayor: what the database says is not what entry 3 says.")]
    [InlineData("an answer taken away", "Ask 1, Mayor: what the database says is not what entry 3 says.")]
    [InlineData("an answer that nobody gave", "Ask 1, Council leader: the database says something that the record does not.")]
    [InlineData("the words of an ask", "Ask 1: what the database says is not what entry 1 says.")]
    public async Task Rows_that_were_changed_beside_the_record_are_told_to_organisers_at_the_start_and_to_every_reader(string what, string said)
    {
        await hall.Server.ChangeAsync(db => Change(db, what));
        var status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
        foreach (var page in new[] { status.Path!, $"{status.Path}/corrections", $"{status.Path}/embed" })
        {
            var text = await hall.Server.Visitor().GetStringAsync(page);
            Assert.Contains(Notice, text, StringComparison.Ordinal);
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        await using var restarted = await hall.Server.BesideAsync();
        using var maria = restarted.As(organiser);
        await Until.HoldsAsync(async () => (await maria.ReadAsync<RecordStatus>($"{Api}/public-record")).Differs is [var only] && only == said);
        Assert.Null((await maria.ReadAsync<RecordStatus>($"{Api}/public-record")).Broken);
        using var organisers = await PageClient.SignedInAsync(restarted);
        foreach (var page in new[] { "", "/public-record" })
            Assert.Contains(said, (await organisers.GetAsync($"/assemblies/{hall.Assembly.Id}{page}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_a_correction_and_a_redaction_are_as_they_were_signed()
    {
        var tom = await hall.Server.OrganiserAsync();
        async Task StillAsync()
        {
            var status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
            Assert.DoesNotContain(Notice, await hall.Server.Visitor().GetStringAsync(status.Path!), StringComparison.Ordinal);
        }
        await StillAsync();
        var conditional = new AnswerWords(AnswerCode.YesWithConditions, "Yes, if the state pays.", Condition: "the state pays", WhoseMove: "the state");
        await floor.AnswerAsync(hall.Mayor, conditional);
        await StillAsync();
        var proposed = await organiser.SendAsync<CorrectionRow>($"{Api}/corrections", new CorrectionCommand(
            hall.Ask.Id, hall.Mayor.Id, CorrectionClass.Misheard, conditional with { WhoseMove = "the county" }, "The recording has it.", "Mayor's office"));
        await tom.SendAsync<CorrectionRow>($"{Api}/corrections/{proposed.Id}/approve", new { });
        await StillAsync();
        var redaction = await organiser.SendAsync<RedactionRow>($"{Api}/redactions", new RedactionCommand(
            await hall.Server.ReadAsync(db => db.RecordEntries.MaxAsync(e => e.Seq)), Redaction.WholeEntry, RedactionGround.CourtOrder, "A court said so."));
        await tom.SendAsync<RedactionRow>($"{Api}/redactions/{redaction.Id}/make", new { });
        await StillAsync();
    }

    [Fact]
    public async Task A_status_and_a_reply_that_were_changed_beside_the_record_are_told_where_follow_up_is_read()
    {
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand("Out of time."));
        var one = $"{Api}/commitments/{hall.Ask.Id}/{hall.Mayor.Id}";
        await organiser.SendAsync<CommitmentHistory>($"{one}/written", new WrittenCommand(new(new(AnswerCode.Yes, "We will after all.", "en"), new(2026, 10, 1))));
        var status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
        string[] boards = [$"{status.Path}/follow-up", AcrossAddresses.Offices, AcrossAddresses.Office("Mayor"), AcrossAddresses.Institution(hall.Institution.Id)];
        foreach (var board in boards)
            Assert.DoesNotContain(Notice, await hall.Server.Visitor().GetStringAsync(board), StringComparison.Ordinal);
        await hall.Server.ChangeAsync(db =>
        {
            var step = db.CommitmentSteps.Single();
            db.Entry(step).Property(s => s.Details).CurrentValue = step.Details with { Written = step.Details.Written! with { Answer = new AnswerWords(AnswerCode.No, "We will not.") } };
        });
        foreach (var board in boards)
            Assert.Contains("Ask 1, Mayor, what became of it: what the database says is not what entry", await hall.Server.Visitor().GetStringAsync(board), StringComparison.Ordinal);
        await using var restarted = await hall.Server.BesideAsync();
        using var maria = restarted.As(organiser);
        await Until.HoldsAsync(async () => (await maria.ReadAsync<RecordStatus>($"{Api}/public-record")).Differs.Count == 1);
    }

    private void Change(AssemblyDb db, string what)
    {
        var steps = db.AnswerSteps.Where(s => s.AskId == hall.Ask.Id && s.PowerHolderId == hall.Mayor.Id).OrderBy(s => s.Version).ToList();
        switch (what)
        {
            case "an answer":
                var recorded = steps.Single(s => s.Kind == AnswerStepKind.Recorded);
                db.Entry(recorded).Property(s => s.Answer).CurrentValue = Yes;
                break;
            case "an answer taken away":
                db.Remove(steps.Single(s => s.Kind == AnswerStepKind.Revealed));
                break;
            case "an answer that nobody gave":
                db.AddRange(steps.Select(s => new AnswerStep
                {
                    AssemblyId = s.AssemblyId, AskId = s.AskId, PowerHolderId = hall.Leader.Id, Version = s.Version, CommandId = s.CommandId, Kind = s.Kind,
                    At = s.At, By = s.By, AskVersion = s.AskVersion, Answer = s.Answer, Recording = s.Recording,
                }));
                break;
            default:
                var words = db.AskVersions.Single(v => v.AskId == hall.Ask.Id);
                db.Entry(words).Property(w => w.Text).CurrentValue = "Will you do something?";
                break;
        }
    }
}
