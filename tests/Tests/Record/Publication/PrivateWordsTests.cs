using Assemblies.Asks;
using Assemblies.Record;
using Assemblies.Record.Corrections;
using Assemblies.Testimony;
using Assemblies.Tests.Harness;
using Assemblies.Turnout;

namespace Assemblies.Tests.Record.Publication;

/// <summary>product.md, 53 and 55: who came, who tells a story without consent, and what the staff notes for itself is at no address that everybody may open.</summary>
public sealed class PrivateWordsTests : IAsyncLifetime
{
    // Each where it could leak from.
    private static readonly string[] Secrets =
        ["Grace Attendee", "Ruth Speaker", "secret draft", "amended in secret", "Olga Owner", "by courier to her driver", "an impartial reason", "her own reply", "refused because"];

    private RecordEvening evening = null!;

    private Hall Hall => evening.Hall;

    public async ValueTask InitializeAsync() => evening = await RecordEvening.PlayAsync();

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public async Task No_name_of_a_private_person_and_no_note_of_the_staff_can_be_read_at_any_public_address()
    {
        await HideAsync();
        await using var eyes = await PublicEyes.OpenAsync(Hall, []);
        var seen = await eyes.LookAsync();
        Assert.Empty(from secret in Secrets from place in seen where place.Value.Contains(secret, StringComparison.OrdinalIgnoreCase) select $"{secret}: {place.Key}");
        // It looked there: what is public is found at each of the record's pages and files.
        string[] pages = [evening.Home, evening.AskPath, evening.AnswerPath(Hall.Mayor), $"{evening.Home}/corrections", $"{evening.Home}/press", $"{evening.Home}/answers.csv", $"{evening.Home}/record.json",
            $"{evening.Home}/feed.atom", $"{evening.Home}/embed", $"{evening.AskPath}/embed"];
        Assert.All(pages, page => Assert.Contains("the Treasury funds it", seen[$"stranger {page}"], StringComparison.Ordinal));
        Assert.Contains(Hall.Assembly.Title, seen["stranger /record/"], StringComparison.Ordinal);
    }

    private async Task HideAsync()
    {
        var pass = await Hall.IssueNamedAsync("Grace Attendee");
        await (await Hall.PairAsync(Assemblies.Devices.DeviceRole.Steward)).SendAsync(Hall.Scan(pass, ScanMethod.Qr));
        await Hall.Server.ChangeAsync(db =>
        {
            db.Speakers.Add(new Speaker { AssemblyId = Hall.Assembly.Id, InstitutionId = Hall.Institution.Id, NameToShow = "Ruth Speaker", AskId = Hall.Ask.Id });
            db.PowerHolders.Single(p => p.Id == Hall.Leader.Id).Invitation =
                new Invitation(InvitationReply.Accepted, new(2026, 8, 1), Reason: "an impartial reason", RepliedOn: new(2026, 8, 9), ReplyWords: "her own reply");
        });
        var api = $"/api/assemblies/{Hall.Assembly.Id}";
        await evening.Maria.SendAsync<AskRow>($"{api}/asks", new AskCommand("Will you keep this secret draft?", "secret draft", PowerHolderIds: [Hall.Mayor.Id], Owner: "Olga Owner"));
        await evening.WriteAsync(new AskCommand("Will you build what was amended in secret?", "Housing", Owner: "Olga Owner"));
        await evening.Maria.SendAsync<AskRow>($"{api}/asks/{Hall.Ask.Id}/sent", new SendAskCommand(Hall.Mayor.Id, new(2026, 9, 1), "by courier to her driver"));
        var refused = await evening.Maria.SendAsync<CorrectionRow>($"{api}/corrections", new CorrectionCommand(
            Hall.Ask.Id, Hall.Mayor.Id, CorrectionClass.Typo, new AnswerWords(AnswerCode.No, "No."), "Grounds.", "Scribe"));
        await evening.John.SendAsync<CorrectionRow>($"{api}/corrections/{refused.Id}/refuse", new RefuseCorrectionCommand("refused because"));
    }
}
