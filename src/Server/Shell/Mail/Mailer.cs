using System.Net.Sockets;
using System.Security.Authentication;
using NodaTime;

namespace Assemblies.Shell.Mail;

/// <summary>Sends letters by the mail server of the configuration.</summary>
public sealed class Mailer(IConfiguration configuration, IClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The settings; null where nothing can be sent.</summary>
    public MailSettings? Settings { get; } = MailSettings.Read(configuration);

    /// <summary>Tries once. Only what is certain is called sent or not sent.</summary>
    /// <exception cref="InvalidOperationException">No mail server is set.</exception>
    public async Task<MailOutcome> SendAsync(Letter letter, CancellationToken cancellation)
    {
        var settings = Settings ?? throw new InvalidOperationException("Mail:Server is not set.");
        if (!MailSettings.IsAddress(letter.To))
            return new(MailResult.NotSent, "The organiser's address cannot be written to.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var handedOver = false;
        try
        {
            using var line = new SmtpLine(settings);
            await line.OpenAsync(patience.Token);
            await line.AnnounceAsync(letter.To, patience.Token);
            await line.WriteAsync(letter.Message(settings.From, clock.GetCurrentInstant()), patience.Token);
            handedOver = true;
            await line.FinishAsync(patience.Token);
            return new(MailResult.Sent);
        }
        catch (SmtpRefusedException refused)
        {
            return new(MailResult.NotSent, refused.Message);
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return handedOver
                ? new(MailResult.Unknown, "The line broke while the mail server took the letter over: it may have come or not.")
                : new(MailResult.NotSent, Say(error));
        }
    }

    private static string Say(Exception error) => error switch
    {
        AuthenticationException => "The mail server's certificate does not fit its name, or nobody vouches for it.",
        OperationCanceledException => $"The mail server did not answer within {Patience.TotalSeconds:0} seconds.",
        SocketException => "The mail server could not be reached.",
        _ => "The line to the mail server broke before the letter was handed over.",
    };
}
