using System.Net;
using Assemblies.Commitments;
using Assemblies.Commitments.Office;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Months later the server was started anew, and the key of the record waits for its passphrase.</summary>
public sealed class LockedRecordTests : IAsyncLifetime
{
    private const string Passphrase = "four words on paper";

    private Hall hall = null!;
    private TestServer later = null!;
    private HttpClient maria = null!;
    private string api = "";
    private string office = "";
    private string answer = "";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync(settings: ["--Record:RehearsalKeys", "false"]);
        using var setUp = await PageClient.FirstOrganiserAsync(hall.Server);
        using var organiser = await hall.Server.OrganiserAsync();
        api = $"/api/assemblies/{hall.Assembly.Id}";
        await organiser.SendAsync<RecordStatus>($"{api}/public-record/key", new RecordPassphraseCommand(Passphrase));
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, FollowedUp.Yes);
        var closed = await organiser.SendAsync<RecordStatus>($"{api}/public-record/close", new CloseRecordCommand("Out of time."));
        answer = $"{closed.Path}/asks/{hall.Ask.Id}/{hall.Mayor.Id}";
        office = new Uri((await organiser.SendAsync<OfficeLinkReply>($"{api}/power-holders/{hall.Mayor.Id}/office-link", new OfficeLinkCommand(90))).Address).AbsolutePath;
        later = await hall.Server.BesideAsync("--Record:RehearsalKeys", "false");
        maria = later.As(organiser);
    }

    public async ValueTask DisposeAsync()
    {
        maria.Dispose();
        await later.DisposeAsync();
        await hall.Server.DisposeAsync();
    }

    [Fact]
    public async Task What_an_office_sent_meanwhile_is_published_by_itself_within_a_minute_of_unlocking()
    {
        const string Words = "The council voted the money.";
        using var clerk = new PageClient(later.Address);
        await clerk.PostAsync(office, $"reply-{hall.Ask.Id}", ("kind", "reply"), ("words", Words));
        Assert.Contains("to be published as it is", (await clerk.GetAsync(office)).Text, StringComparison.Ordinal);
        later.Time.Turn(TimeSpan.FromMinutes(1));
        await maria.SendAsync<RecordStatus>($"{api}/public-record/unlock", new RecordPassphraseCommand(Passphrase));

        using var reader = later.Visitor();
        Assert.DoesNotContain(Words, await reader.GetStringAsync(answer), StringComparison.Ordinal);
        later.Time.Turn(TimeSpan.FromMinutes(1));
        await Until.HoldsAsync(async () => (await reader.GetStringAsync(answer)).Contains(Words, StringComparison.Ordinal));
        Assert.DoesNotContain("to be published as it is", (await clerk.GetAsync(office)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await later.ReadAsync(db => db.RecordEntries.CountAsync(e => e.Type == "reply.published")));
    }

    [Fact]
    public async Task A_locked_record_is_said_before_anything_is_typed_and_unlocked_where_one_stands()
    {
        var one = $"{api}/commitments/{hall.Ask.Id}/{hall.Mayor.Id}";
        var contact = new ContactCommand(new LocalDate(2026, 10, 1), ContactHow.Phone);
        Assert.Equal([""], await maria.RefusedAsync(HttpStatusCode.Conflict, $"{one}/contacts", contact));
        Assert.Equal(0, (await maria.ReadAsync<CommitmentHistory>(one)).Commitment.Version);
        await maria.SendAsync<CommitmentHistory>($"{one}/assign", new AssignCommand(new(Team: "Housing")));

        using var page = new PageClient(later.Address);
        await page.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));
        var path = $"/assemblies/{hall.Assembly.Id}/commitments/{hall.Ask.Id}/{hall.Mayor.Id}/evidence";
        var locked = await page.GetAsync(path);
        Assert.Contains("The public record is locked", locked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"title\"", locked.Html, StringComparison.Ordinal);
        Assert.Contains("That is not its passphrase.", (await page.PostAsync(path, "unlock", ("passphrase", "other words, all wrong"))).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await page.PostAsync(path, "unlock", ("passphrase", Passphrase))).Location);
        Assert.Contains("name=\"title\"", (await page.GetAsync(path)).Html, StringComparison.Ordinal);
        await maria.SendAsync<CommitmentHistory>($"{one}/contacts", contact);
    }
}
