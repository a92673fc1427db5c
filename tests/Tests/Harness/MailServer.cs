using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Assemblies.Tests.Harness;

/// <summary>How a mail server of a test behaves.</summary>
public enum MailManners
{
    TakesOver,

    /// <summary>Knows no recipient.</summary>
    RefusesRecipients,

    /// <summary>Hangs up when the letter is announced, before it was begun.</summary>
    HangsUpBefore,

    /// <summary>Hangs up after the letter's last line, without a word: perhaps it has it.</summary>
    HangsUpAfter,
}

/// <summary>A mail server on this machine that keeps what it is sent: plain, or with a certificate from the first byte or after STARTTLS.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly X509Certificate2? certificate;
    private readonly bool isTlsFirst;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly List<MailSeen> seen = [];
    private readonly List<string> said = [];
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    /// <param name="certificate">What it secures lines with; null for none, and then it offers none.</param>
    /// <param name="isTlsFirst">Whether it speaks TLS from the first byte and nothing else.</param>
    public MailServer(X509Certificate2? certificate = null, bool isTlsFirst = false)
    {
        (this.certificate, this.isTlsFirst) = (certificate, isTlsFirst);
        listener.Start();
        serving = ServeAsync();
    }

    public MailManners Manners { get; set; }

    /// <summary>What happens elsewhere while a letter is handed over.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>What was handed over whole, answered or not.</summary>
    public IReadOnlyList<MailSeen> Letters
    {
        get
        {
            lock (seen)
                return [.. seen];
        }
    }

    /// <summary>Every line that was said to it, letters left out; what came over a secured line has "TLS " before it.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (said)
                return [.. said];
        }
    }

    /// <summary>What a server must be told to send by this one.</summary>
    public string[] Settings(string security = "None", string name = "127.0.0.1") =>
    [
        "--Mail:Server", name, "--Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}", "--Mail:Security", security,
        "--Mail:From", "follow-up@alliance.example", "--PublicAddress", "https://assembly.example",
    ];

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await serving;
        over.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(over.Token);
                await AnswerAsync(caller.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream line)
    {
        try
        {
            if (isTlsFirst)
                await TalkAsync(await SecuredAsync(line), isSecured: true, isGreeted: false);
            else if (await TalkAsync(line, isSecured: false, isGreeted: false))
                await TalkAsync(await SecuredAsync(line), isSecured: true, isGreeted: true);
        }
        catch (Exception end) when (end is IOException or AuthenticationException)
        {
            // The caller hung up, or did not believe the certificate.
        }
    }

    private async Task<SslStream> SecuredAsync(NetworkStream line)
    {
        var tls = new SslStream(line);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, over.Token);
        return tls;
    }

    // True when the caller wants the line secured.
    private async Task<bool> TalkAsync(Stream line, bool isSecured, bool isGreeted)
    {
        using var reader = new StreamReader(line, Encoding.ASCII, leaveOpen: true);
        if (!isGreeted)
            await SayAsync(line, "220 ready");
        var to = "";
        while (await reader.ReadLineAsync(over.Token) is { } heard)
        {
            lock (said)
                said.Add($"{(isSecured ? "TLS " : "")}{heard}");
            if (heard == "STARTTLS" && certificate is not null)
            {
                await SayAsync(line, "220 go on");
                return true;
            }
            if (heard.StartsWith("RCPT", StringComparison.Ordinal))
                to = heard.Split('<', '>')[1];
            if (heard == "DATA" && !await TakeAsync(line, reader, to))
                return false;
            if (heard != "DATA")
                await SayAsync(line, heard switch
                {
                    _ when heard.StartsWith("EHLO", StringComparison.Ordinal) => isSecured || certificate is null ? "250-test\r\n250 8BITMIME" : "250-test\r\n250 STARTTLS",
                    _ when heard.StartsWith("RCPT", StringComparison.Ordinal) && Manners == MailManners.RefusesRecipients => "550 nobody here",
                    _ => "250 fine",
                });
        }
        return false;
    }

    private async Task<bool> TakeAsync(Stream line, StreamReader reader, string to)
    {
        if (Manners == MailManners.HangsUpBefore)
            return false;
        await SayAsync(line, "354 go on");
        var text = new List<string>();
        while (await reader.ReadLineAsync(over.Token) is { } heard && heard != ".")
            text.Add(heard);
        lock (seen)
            seen.Add(new MailSeen(to, string.Join('\n', text)));
        if (Meanwhile is { } meanwhile)
            await meanwhile();
        if (Manners == MailManners.HangsUpAfter)
            return false;
        await SayAsync(line, "250 taken");
        return true;
    }

    private Task SayAsync(Stream line, string words) => line.WriteAsync(Encoding.ASCII.GetBytes($"{words}\r\n"), over.Token).AsTask();
}

/// <summary>A letter as a mail server got it.</summary>
/// <param name="To">The address.</param>
/// <param name="Source">Head and body as they came.</param>
public sealed record MailSeen(string To, string Source)
{
    public string Subject => Decode(Source.Split("Subject: ")[1].Split("\nDate:")[0]);

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Source.Split("\n\n", 2)[1].Replace("\n", "", StringComparison.Ordinal)));

    public string Header(string name) => Source.Split($"{name}: ")[1].Split('\n')[0];

    private static string Decode(string words) => string.Concat(words.Split('\n').Select(w => w.Trim())
        .Select(w => Encoding.UTF8.GetString(Convert.FromBase64String(w["=?utf-8?B?".Length..^2]))));
}
