using System.Net;
using Assemblies.Commitments;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Months later the server was started anew, and the key of the record waits for its passphrase.</summary>
public sealed class LockedRecordTests
{
    private const string Passphrase = "four words on paper";

    [Fact]
    public async Task A_locked_record_is_said_before_anything_is_typed_and_unlocked_where_one_stands()
    {
        var hall = await Hall.OpenAsync(settings: ["--Record:RehearsalKeys", "false"]);
        await using var first = hall.Server;
        using var setUp = await PageClient.FirstOrganiserAsync(first);
        var organiser = await first.OrganiserAsync();
        var api = $"/api/assemblies/{hall.Assembly.Id}";
        await organiser.SendAsync<RecordStatus>($"{api}/public-record/key", new RecordPassphraseCommand(Passphrase));
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, FollowedUp.Yes);
        await organiser.SendAsync<RecordStatus>($"{api}/public-record/close", new CloseRecordCommand("Out of time."));

        await using var later = await first.BesideAsync("--Record:RehearsalKeys", "false");
        using var maria = later.As(organiser);
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
