using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Assemblies.Shell.Mail;

/// <summary>A line to a mail server (RFC 5321): it knows whether a letter was taken over, which is what sending at most once rests on.</summary>
internal sealed class SmtpLine(MailSettings settings) : IDisposable
{
    private readonly TcpClient tcp = new();
    private Stream stream = Stream.Null;
    private StreamReader reader = StreamReader.Null;

    /// <summary>Connects, secures the line and signs in.</summary>
    /// <exception cref="SmtpRefusedException">The server does not do what the settings ask for.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await tcp.ConnectAsync(settings.Server, settings.Port, cancellation);
        Use(tcp.GetStream());
        if (settings.Security == MailSecurity.Tls)
            await SecureAsync(cancellation);
        await ExpectAsync(2, cancellation);
        var offers = await SayAsync("EHLO assembly.invalid", 2, cancellation);
        if (settings.Security == MailSecurity.StartTls)
        {
            if (!offers.Any(o => o.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
                throw new SmtpRefusedException("The mail server offers no STARTTLS. Nothing was sent in the clear.");
            await SayAsync("STARTTLS", 2, cancellation);
            await SecureAsync(cancellation);
            await SayAsync("EHLO assembly.invalid", 2, cancellation);
        }
        if (settings is { User: { } user, Password: { } password })
            await SayAsync($"AUTH PLAIN {Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"))}", 2, cancellation, "signing in");
    }

    /// <summary>Announces a letter; after this only its text is missing.</summary>
    public async Task AnnounceAsync(string to, CancellationToken cancellation)
    {
        await SayAsync($"MAIL FROM:<{settings.From}>", 2, cancellation, "the sender's address");
        await SayAsync($"RCPT TO:<{to}>", 2, cancellation, "the recipient's address");
        await SayAsync("DATA", 3, cancellation);
    }

    /// <summary>Hands the text over up to its last line; the letter is the server's with <see cref="FinishAsync"/> only.</summary>
    public Task WriteAsync(string message, CancellationToken cancellation) => SendAsync(message, cancellation);

    /// <summary>The single dot that ends the letter, and the server's answer to it.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await SendAsync(".\r\n", cancellation);
        await ExpectAsync(2, cancellation, "the letter");
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private void Use(Stream on)
    {
        stream = on;
        reader = new StreamReader(on, Encoding.ASCII, leaveOpen: true);
    }

    private async Task SecureAsync(CancellationToken cancellation)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Server }, cancellation);
        Use(tls);
    }

    private async Task<IReadOnlyList<string>> SayAsync(string line, int wanted, CancellationToken cancellation, string? about = null)
    {
        await SendAsync($"{line}\r\n", cancellation);
        return await ExpectAsync(wanted, cancellation, about);
    }

    private async Task SendAsync(string text, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellation);
        await stream.FlushAsync(cancellation);
    }

    // What the server says may hold the address it was given: only its number goes any further.
    private async Task<IReadOnlyList<string>> ExpectAsync(int wanted, CancellationToken cancellation, string? about = null)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await reader.ReadLineAsync(cancellation) ?? throw new IOException("The mail server hung up.");
            if (line.Length < 3 || !line[..3].All(char.IsAsciiDigit))
                throw new IOException("That is no mail server.");
            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length > 3 && line[3] == '-')
                continue;
            return line[0] - '0' == wanted ? lines : throw new SmtpRefusedException($"The mail server refused {about ?? "to go on"} ({line[..3]}).");
        }
    }
}

/// <summary>The server said no; the message is for organisers.</summary>
internal sealed class SmtpRefusedException(string message) : Exception(message);
