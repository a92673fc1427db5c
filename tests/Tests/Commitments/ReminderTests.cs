using Assemblies.Commitments;
using Assemblies.Commitments.Reminders;
using Assemblies.PublicRecord.Entries;
using Assemblies.Shell;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Reminders by e-mail, through a mail server that behaves and one that does not. The mayor promised something by 30 June 2027.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly LocalDate First = new(2027, 5, 31);

    private FollowedUp it = null!;
    private MailServer mail = null!;
    private TestServer sender = null!;

    public async ValueTask InitializeAsync()
    {
        it = await FollowedUp.StartAsync();
        mail = new MailServer();
        sender = await it.Hall.Server.BesideAsync(mail.Settings());
    }

    public async ValueTask DisposeAsync()
    {
        await sender.DisposeAsync();
        await mail.DisposeAsync();
        await it.DisposeAsync();
    }

    [Fact]
    public async Task Each_reminder_is_sent_once_on_its_day_to_who_follows_it_up()
    {
        var maria = await AccountAsync(it.Maria);
        await it.StepAsync("assign", new AssignCommand(new(OwnerId: maria.Id)));
        it.GoTo(First.PlusDays(-1));
        Assert.Equal(0, await RoundAsync());
        foreach (var (day, number) in new[] { (First, 1), (First.PlusDays(1), 1), (new(2027, 6, 23), 2), (new(2027, 6, 29), 3), (new(2027, 7, 1), 4), (new(2027, 7, 14), 5), (new(2027, 8, 13), 6) })
        {
            it.GoTo(day);
            await RoundAsync();
            await RoundAsync();
            Assert.Equal(number, mail.Letters.Count);
        }
        Assert.All(mail.Letters, l => Assert.Equal(maria.Email, l.To));
        Assert.Equal("Due in 30 days: ask 1, Mayor", mail.Letters[0].Subject);
        Assert.Equal("Overdue by 14 days: ask 1, Mayor", mail.Letters[4].Subject);
        var text = mail.Letters[0].Text;
        Assert.Contains("Due in 30 days (30 June 2027): Mayor, A. Mayor", text, StringComparison.Ordinal);
        Assert.Contains("Will you build 200 homes by 2028?", text, StringComparison.Ordinal);
        Assert.Contains($"https://assembly.example/assemblies/{it.Key.AssemblyId}/commitments/{it.Key.AskId}/{it.Key.PowerHolderId}", text, StringComparison.Ordinal);
        Assert.Equal(mail.Letters.Count, mail.Letters.Select(l => l.Header("Message-ID")).Distinct().Count());
    }

    [Fact]
    public async Task The_day_begins_at_midnight_in_the_assemblys_time_zone()
    {
        it.Hall.Server.Clock.GoTo(Instant.FromUtc(2027, 5, 30, 22, 59));
        Assert.Equal(0, await RoundAsync());
        it.Hall.Server.Clock.GoTo(Instant.FromUtc(2027, 5, 30, 23, 1));
        Assert.Equal(2, await RoundAsync());
    }

    [Fact]
    public async Task A_logged_contact_keeps_the_next_reminder_quiet_and_not_the_one_after_it()
    {
        await it.CloseAsync();
        it.GoTo(First);
        await RoundAsync();
        it.GoTo(First.PlusDays(2));
        await it.StepAsync("contacts", new ContactCommand(First.PlusDays(2), ContactHow.Email));
        it.GoTo(new LocalDate(2027, 6, 23));
        Assert.Equal(0, await RoundAsync());
        it.GoTo(new LocalDate(2027, 6, 29));
        Assert.Equal(2, await RoundAsync());
    }

    [Fact]
    public async Task What_nobody_follows_up_goes_to_every_organiser_and_several_promises_are_one_letter()
    {
        await it.Floor.AnswerAsync(it.Hall.Leader, FollowedUp.Yes);
        it.GoTo(First);
        Assert.Equal(2, await RoundAsync());
        Assert.All(mail.Letters, l => Assert.Equal(("2 promises need you", 2), (l.Subject, l.Text.Split("Due in 30 days").Length - 1)));
        var addresses = new[] { (await AccountAsync(it.Maria)).Email, (await AccountAsync(it.John)).Email };
        Assert.Equal(addresses.Order(), mail.Letters.Select(l => l.To).Order());
    }

    [Theory]
    [InlineData(MailManners.RefusesRecipients)]
    [InlineData(MailManners.HangsUpBefore)]
    public async Task What_was_certainly_not_sent_is_tried_again_later_and_then_sent_once(MailManners manners)
    {
        mail.Manners = manners;
        it.GoTo(First);
        Assert.Equal(0, await RoundAsync());
        Assert.Empty(mail.Letters);
        Assert.Equal([ReminderState.Waiting], await StatesAsync());
        mail.Manners = MailManners.TakesOver;
        Assert.Equal(0, await RoundAsync());
        it.Hall.Server.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal(2, await RoundAsync());
        Assert.Equal(0, await RoundAsync());
        Assert.Equal(2, mail.Letters.Count);
        Assert.Equal([ReminderState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task Where_nobody_can_know_whether_it_came_it_is_not_sent_again()
    {
        mail.Manners = MailManners.HangsUpAfter;
        it.GoTo(First);
        await RoundAsync();
        mail.Manners = MailManners.TakesOver;
        it.Hall.Server.Clock.Advance(Duration.FromHours(13));
        await RoundAsync();
        Assert.Equal(2, mail.Letters.Count);
        Assert.Equal([ReminderState.Unknown], await StatesAsync());
    }

    [Fact]
    public async Task Two_servers_at_once_send_it_once()
    {
        await using var other = await it.Hall.Server.BesideAsync(mail.Settings());
        it.GoTo(First);
        await Task.WhenAll(RoundAsync(), RoundAsync(other), RoundAsync(), RoundAsync(other));
        Assert.Equal(2, mail.Letters.Count);
    }

    [Fact]
    public async Task A_claim_that_is_lost_to_another_server_leaves_the_letters_after_it_marked_as_sent()
    {
        await it.Hall.Server.OrganiserAsync();
        it.GoTo(First);
        // While the first of three letters is handed over, another server takes the second.
        mail.Meanwhile = () => it.Hall.Server.ChangeAsync(db =>
        {
            mail.Meanwhile = null;
            db.Reminders.Where(r => r.State == ReminderState.Waiting).OrderBy(r => r.RecipientId).First().State = ReminderState.Sending;
        });
        Assert.Equal(2, await RoundAsync());
        Assert.Equal(0, await RoundAsync());
        Assert.Equal(2, mail.Letters.Count);
        Assert.Equal([ReminderState.Sending, ReminderState.Sent], (await StatesAsync()).Order());
    }

    [Fact]
    public async Task What_a_server_that_died_was_sending_is_not_sent_again()
    {
        it.GoTo(First);
        await it.Hall.Server.ChangeAsync(db => db.Reminders.AddRange(db.Users.Select(u => u.Id).ToList().Select(id => new Reminder
        {
            AssemblyId = it.Key.AssemblyId, AskId = it.Key.AskId, PowerHolderId = it.Key.PowerHolderId, Due = new LocalDate(2027, 6, 30), Offset = -30, RecipientId = id,
            PlannedAt = it.Hall.Server.Clock.GetCurrentInstant(), TryAt = it.Hall.Server.Clock.GetCurrentInstant(), State = ReminderState.Sending, Attempts = 1,
        })));
        it.Hall.Server.Clock.Advance(Duration.FromMinutes(11));
        Assert.Equal(0, await RoundAsync());
        Assert.Empty(mail.Letters);
        Assert.Equal([ReminderState.Unknown], await StatesAsync());
    }

    [Fact]
    public async Task A_reminder_that_could_not_be_sent_is_dropped_when_somebody_acted()
    {
        await it.CloseAsync();
        mail.Manners = MailManners.RefusesRecipients;
        it.GoTo(First);
        await RoundAsync();
        await it.StepAsync("contacts", new ContactCommand(First, ContactHow.Phone));
        mail.Manners = MailManners.TakesOver;
        it.Hall.Server.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(0, await RoundAsync());
        Assert.Equal([ReminderState.Dropped], await StatesAsync());
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_neither_letter_nor_password()
    {
        await using var careful = await it.Hall.Server.BesideAsync([.. mail.Settings("StartTls"), "--Mail:User", "maria", "--Mail:Password", "top secret"]);
        it.GoTo(First);
        Assert.Equal(0, await RoundAsync(careful));
        Assert.Empty(mail.Letters);
        Assert.Equal(["EHLO assembly.invalid", "EHLO assembly.invalid"], mail.Said);
        var problem = await it.Hall.Server.ReadAsync(db => db.Reminders.Select(r => r.Problem).Distinct().SingleAsync());
        Assert.Contains("offers no STARTTLS", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(await StoredTexts.ReadAsync(it.Hall.Server), t => t.Value.Contains("top secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_and_names_everything_that_is_wrong()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => it.Hall.Server.BesideAsync(
            "--Mail:Server", "mail.example", "--Mail:Security", "None", "--Mail:Port", "0", "--Mail:From", "nobody", "--Mail:User", "x", "--Mail:Password", "top secret"));
        foreach (var setting in new[] { "Mail:Port", "Mail:From", "in the clear", "PublicAddress" })
            Assert.Contains(setting, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_the_list_says_what_there_is_and_what_comes()
    {
        it.GoTo(First);
        var report = await it.Maria.ReadAsync<RemindersReport>("/api/reminders");
        Assert.False(report.IsSent);
        Assert.Equal((First, "due in 30 days"), Assert.Single(report.Now) is var now ? (now.Day, now.Words) : default);
        Assert.Equal(new LocalDate(2027, 6, 23), Assert.Single(report.Coming).Day);
        Assert.Empty(report.Outbox);
    }

    [Fact]
    public async Task The_page_has_the_list_and_says_why_nothing_is_sent()
    {
        var hall = await Hall.OpenAsync();
        await using var server = hall.Server;
        using var page = await PageClient.FirstOrganiserAsync(server);
        var floor = await FloorTeam.OpenAsync(hall);
        await floor.AnswerAsync(hall.Mayor, FollowedUp.Yes);
        server.Clock.GoTo(Instant.FromUtc(2027, 6, 29, 12, 0));
        // Nine months later she has to sign in again.
        await page.PostAsync("/sign-in", "sign-in", ("email", "maria@example.org"), ("password", PageClient.Password));
        var text = (await page.GetAsync("/reminders")).Text;
        Assert.Contains("No mail server is set", text, StringComparison.Ordinal);
        Assert.Contains("Due in 1 day, on 30 June 2027 · Mayor, A. Mayor", text, StringComparison.Ordinal);
        Assert.Contains("Reminder on 1 July 2027, due 30 June 2027", text, StringComparison.Ordinal);
    }

    private async Task<int> RoundAsync(TestServer? by = null)
    {
        await using var scope = (by ?? sender).Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync(CancellationToken.None);
    }

    private Task<List<ReminderState>> StatesAsync() => it.Hall.Server.ReadAsync(db => db.Reminders.Select(r => r.State).Distinct().ToListAsync());

    private Task<OrganiserAccount> AccountAsync(HttpClient organiser)
    {
        var hash = Secrets.Hash(organiser.DefaultRequestHeaders.Authorization!.Parameter!);
        return it.Hall.Server.ReadAsync(db => db.Users.SingleAsync(u => db.ApiTokens.Any(t => t.TokenHash == hash && t.OrganiserId == u.Id)));
    }
}
