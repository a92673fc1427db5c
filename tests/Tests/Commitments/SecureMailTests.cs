using Assemblies.Commitments.Reminders;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Reminders over a secured line. The program runs as a process of its own and trusts what its machine trusts, so nothing that checks a certificate is switched off or replaced.</summary>
public sealed class SecureMailTests : IAsyncLifetime
{
    // Where the certificate says another name, this one is still where the server is.
    private const string Name = "localhost";
    private const string Password = "not to be seen";

    private readonly TestAuthority authority = new();
    private readonly TestAuthority stranger = new();
    private Hall hall = null!;
    private HttpClient organiser = null!;
    // Of its own: whatever lies in the folder is opened, and closing a database that SQLite has open too takes its locks away.
    private readonly DirectoryInfo trust = Directory.CreateTempSubdirectory("assembly-trust-");

    private string Trusted => Path.Combine(trust.FullName, "trusted.pem");

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        await authority.WriteAsync(Trusted);
        organiser = await hall.Server.OrganiserAsync();
        // The other process goes by the real clock: a promise of two months ago, due in 20 days, has a reminder since ten.
        var now = SystemClock.Instance.GetCurrentInstant();
        hall.Server.Clock.GoTo(now - Duration.FromDays(60));
        await (await FloorTeam.OpenAsync(hall)).AnswerAsync(hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will.", Due: now.InUtc().Date.PlusDays(20)));
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await hall.Server.DisposeAsync();
        authority.Dispose();
        stranger.Dispose();
        trust.Delete(recursive: true);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task A_letter_and_the_password_go_over_a_line_that_a_trusted_authority_vouches_for(string security)
    {
        using var certificate = authority.For(Name);
        await using var mail = new MailServer(certificate, isTlsFirst: security == "Tls");
        using var sender = await SendAsync(mail, security);
        Assert.Equal((ReminderState.Sent, null), await TriedAsync(sender));
        var letter = Assert.Single(mail.Letters);
        Assert.Contains("Will you build 200 homes by 2028?", letter.Text, StringComparison.Ordinal);
        string[] secured = ["TLS EHLO assembly.invalid", "TLS AUTH PLAIN AG1hcmlhAG5vdCB0byBiZSBzZWVu", "TLS MAIL FROM:<follow-up@alliance.example>", $"TLS RCPT TO:<{letter.To}>", "TLS DATA"];
        Assert.Equal(security == "Tls" ? secured : ["EHLO assembly.invalid", "STARTTLS", .. secured], mail.Said);
        Assert.DoesNotContain(Password, sender.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StartTls", true)]
    [InlineData("Tls", true)]
    [InlineData("StartTls", false)]
    public async Task A_certificate_that_nobody_vouches_for_or_of_another_name_gets_nothing_and_the_reminder_waits_for_the_next_try(string security, bool isStrangers)
    {
        using var certificate = isStrangers ? stranger.For(Name) : authority.For("elsewhere.example");
        await using var mail = new MailServer(certificate, isTlsFirst: security == "Tls");
        using var sender = await SendAsync(mail, security);
        const string Why = "The mail server's certificate does not fit its name, or nobody vouches for it.";
        Assert.Equal((ReminderState.Waiting, Why), await TriedAsync(sender));
        Assert.Equal(security == "Tls" ? [] : ["EHLO assembly.invalid", "STARTTLS"], mail.Said);
        Assert.Empty(mail.Letters);
        var waits = Assert.Single((await ReportAsync(sender)).Outbox);
        Assert.Equal((ReminderState.Waiting, 1, Why), (waits.State, waits.Attempts, waits.Problem));
        Assert.InRange(waits.At - SystemClock.Instance.GetCurrentInstant(), Duration.FromMinutes(1), Duration.FromMinutes(5));
        Assert.Contains(Why, await hall.Server.ReadAsync(db => db.Changes.Where(c => c.Kind == "reminders.not_sent").Select(c => c.Summary).SingleAsync()), StringComparison.Ordinal);
    }

    private Task<ServerProcess> SendAsync(MailServer mail, string security) => ServerProcess.StartAsync(
        hall.Server.Folder, [("SSL_CERT_FILE", Trusted), ("SSL_CERT_DIR", trust.FullName), ("Mail__User", "maria"), ("Mail__Password", Password)], null, mail.Settings(security, Name));

    // What became of the reminder, once it was tried. That it is tried again is what ReminderTests see.
    private async Task<(ReminderState State, string? Problem)> TriedAsync(ServerProcess sender)
    {
        Reminder? seen = null;
        try
        {
            await Until.HoldsAsync(async () => (seen = await hall.Server.ReadAsync(db => db.Reminders.FirstOrDefaultAsync())) is { State: not ReminderState.Sending, Attempts: > 0 });
            return (seen!.State, seen.Problem);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"{seen?.State}, tried {seen?.Attempts} times, next {seen?.TryAt}: {seen?.Problem}\n{sender.Output}");
        }
    }

    private async Task<RemindersReport> ReportAsync(ServerProcess sender)
    {
        using var client = new HttpClient { BaseAddress = sender.Address };
        client.DefaultRequestHeaders.Authorization = organiser.DefaultRequestHeaders.Authorization;
        return await client.ReadAsync<RemindersReport>("/api/reminders");
    }
}
