using Assemblies.Browser.Harness;
using Assemblies.Commitments;
using Assemblies.Commitments.Office;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Evaluation.Notes;
using Assemblies.PublicRecord.Entries;
using Assemblies.Record.Log;
using Assemblies.Tests.Commitments;
using Assemblies.Tests.Harness;
using Deque.AxeCore.Playwright;
using NodaTime;

namespace Assemblies.Browser;

/// <summary>The years after the evening, as organisers, offices and everybody else see them: on a phone, on a tablet however it is held, on a laptop, bright and dark.</summary>
public sealed class FollowUpPagesTests
{
    private static readonly Screen[] Screens = [Screen.Phone, Screen.UprightTablet, Screen.Tablet, Screen.Laptop];

    [Theory, InlineData(false), InlineData(true)]
    public async Task Pages_of_promises_and_of_the_evaluation_are_accessible_and_fit_every_screen(bool isDark)
    {
        await using var it = await FollowedAsync();
        await using var browser = await RealBrowser.StartAsync();
        var (home, assembly) = ((await it.Maria.ReadAsync<RecordStatus>($"{it.Api}/public-record")).Path!, $"/assemblies/{it.Key.AssemblyId}");
        var (promise, holder) = ($"{assembly}/commitments/{it.Key.AskId}/{it.Key.PowerHolderId}", $"{assembly}/power-holders/{it.Key.PowerHolderId}/office");
        var note = await it.Maria.SendAsync<EvaluationNoteRow>($"{it.Api}/evaluation/notes", new EvaluationNoteCommand(
            EvaluationTopic.Doors, EvaluationNoteKind.NextStep, "Open a second door for those who come late.", "Stewards", Owner: "Turn-out captain", DueOn: new LocalDate(2027, 8, 1)));
        var office = new Uri((await it.Maria.SendAsync<OfficeLinkReply>($"{it.Api}/power-holders/{it.Key.PowerHolderId}/office-link", new OfficeLinkCommand(90))).Address).AbsolutePath;
        string[] organisers =
        [
            "/commitments", $"{assembly}/commitments", promise, .. new[] { "status", "evidence", "due", "assign", "meeting", "reply", "written", "holder" }.Select(step => $"{promise}/{step}"),
            "/commitments/import", "/reminders", holder, $"{assembly}/evaluation", $"{assembly}/evaluation/sheet", $"{assembly}/evaluation/notes/new", $"{assembly}/evaluation/notes/{note.Id}",
        ];
        string[] everybodys =
        [
            office, $"{home}/follow-up", $"{home}/follow-up/embed", $"{home}/asks/{it.Key.AskId}/{it.Key.PowerHolderId}", $"{home}/asks/{it.Key.AskId}/{it.Key.PowerHolderId}/embed",
            AcrossAddresses.Offices, AcrossAddresses.Office("Mayor"), AcrossAddresses.Institution(it.Hall.Institution.Id),
        ];

        var wrong = new List<string>();
        var page = await browser.PersonAsync(Screen.Phone with { IsDark = isDark });
        await SignInAsync(page, it);
        foreach (var path in organisers.Concat(everybodys))
            await CheckAsync(page, new Uri(it.Hall.Server.Address, path), isDark, wrong);
        Assert.Empty(wrong);
    }

    // Two promises with everything that a page has to bear: long words, a status that waits for a second organiser, evidence, a reply, another holder, a date that passed.
    private static async Task<FollowedUp> FollowedAsync()
    {
        var it = await FollowedUp.StartAsync(browser: true);
        await it.Floor.AddAsksAsync(1);
        await it.Floor.PutAskAsync(it.Floor.Asks[1], it.Hall.Leader);
        await it.Floor.RecordAskAsync(it.Floor.Asks[1], it.Hall.Leader, new(Record.AnswerCode.YesWithConditions, "If the Treasury releases the land, yes.", "en", "the Treasury releases the land", "the Treasury", new LocalDate(2027, 3, 1)));
        await it.Floor.FinishAskAsync(it.Floor.Asks[1], it.Hall.Leader);
        await it.CloseAsync();
        it.GoTo(new(2027, 7, 1));
        await it.StepAsync("contacts", new ContactCommand(new(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice, ContactOutcome.Reached, "She was out; her deputy promised to call back before the council's next sitting."));
        it.GoTo(new(2027, 7, 20));
        await it.StepAsync("evidence", new EvidenceCommand("Council minutes of 20 July 2027, item 14: capital programme for housing and regeneration", "https://city.example/minutes", "https://archive.example/1", new(2027, 7, 20), "The council"));
        await it.StepAsync("assign", new AssignCommand(new(Team: "Housing team", OfficeContact: "chief of staff", NextContact: new LocalDate(2027, 8, 1))));
        await it.StepAsync("replies", new ReplyCommand(new("Mayor", "The money was voted on Tuesday; the builders begin in the autumn.", "C. Clerk", "en", DeliveryStatus.UnderWay)));
        await it.StepAsync("holder", new HolderCommand(new("S. Bello", new LocalDate(2027, 5, 10), HolderChange.LostElection)));
        await it.StepAsync("status", new AssessCommand(new(DeliveryStatus.NotKept, new(2027, 7, 20), StatusReason.NoMoney, "Not one home was begun.")));
        return it;
    }

    private static async Task SignInAsync(IPage page, FollowedUp it)
    {
        await page.GotoAsync(new Uri(it.Hall.Server.Address, "/sign-in").ToString());
        await page.GetByLabel("E-mail address").FillAsync("maria@example.org");
        await page.GetByLabel("Password").FillAsync(PageClient.Password);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    // Each page is opened once and held in every hand. Colours are those of the theme whatever the width, so the wide layout is looked through in one.
    private static async Task CheckAsync(IPage page, Uri address, bool isDark, List<string> wrong)
    {
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        var opened = await page.GotoAsync(address.ToString());
        if (opened?.Status != 200 || new Uri(page.Url).AbsolutePath != address.AbsolutePath)
            wrong.Add($"{address.AbsolutePath} answered {opened?.Status} at {page.Url}");
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            if (screen == Screen.Phone || (screen == Screen.Tablet && !isDark))
                wrong.AddRange((await page.RunAxe()).Violations.Select(v => $"{address.AbsolutePath} on {screen.Width} px: {v.Id} at {string.Join("; ", v.Nodes.Select(n => n.Html))}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                wrong.Add($"{address.AbsolutePath} is {over} px too wide on {screen.Width} px");
        }
    }
}
