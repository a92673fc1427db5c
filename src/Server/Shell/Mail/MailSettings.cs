using System.Net;
using System.Net.Mail;

namespace Assemblies.Shell.Mail;

/// <summary>How the line to the mail server is kept from listeners.</summary>
public enum MailSecurity
{
    /// <summary>Plain first, then TLS, which the server must offer (RFC 3207). Usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314). Usual on port 465.</summary>
    Tls,

    /// <summary>Plain, for a server on this very machine; a password is never sent over it.</summary>
    None,
}

/// <summary>The mail server, from the configuration: <c>Mail:Server</c>, <c>:Port</c>, <c>:Security</c>, <c>:From</c>, <c>:User</c>, <c>:Password</c>.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the line is secured.</param>
/// <param name="From">The sender's address.</param>
/// <param name="User">Whom to sign in as; null where the server asks nobody.</param>
/// <param name="Password">With what. In no log and on no page.</param>
public sealed record MailSettings(string Server, int Port, MailSecurity Security, string From, string? User, string? Password)
{
    /// <summary>The settings; null where no server is set: then nothing is sent, and pages say so.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or contradicts; the message names every setting at once.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (string.IsNullOrWhiteSpace(mail["Server"]))
            return null;
        var problems = new List<string>();
        if (!Enum.TryParse<MailSecurity>(mail["Security"] ?? nameof(MailSecurity.StartTls), ignoreCase: true, out var security) || !Enum.IsDefined(security))
            problems.Add("Mail:Security is one of StartTls, Tls and None.");
        if (!int.TryParse(mail["Port"] ?? (security == MailSecurity.Tls ? "465" : "587"), out var port) || port is < 1 or > IPEndPoint.MaxPort)
            problems.Add("Mail:Port is a number from 1 to 65535.");
        if (!IsAddress(mail["From"]))
            problems.Add("Mail:From is the sender's address, for example follow-up@alliance.example.");
        if (string.IsNullOrEmpty(mail["User"]) != string.IsNullOrEmpty(mail["Password"]))
            problems.Add("Mail:User and Mail:Password belong together: give both or neither.");
        if (security == MailSecurity.None && !string.IsNullOrEmpty(mail["Password"]))
            problems.Add("Mail:Security None would send the password in the clear: use StartTls or Tls.");
        if (PublicAddress.Read(configuration[nameof(PublicAddress)]) is null)
            problems.Add("PublicAddress must be set: what is sent leads back to these pages.");
        return problems.Count == 0
            ? new MailSettings(mail["Server"]!, port, security, mail["From"]!, NullIfEmpty(mail["User"]), NullIfEmpty(mail["Password"]))
            : throw new InvalidOperationException(string.Join(" ", problems));
    }

    /// <summary>Without the password, wherever somebody prints it.</summary>
    public override string ToString() => $"{Server}:{Port}, {Security}, from {From}";

    /// <summary>Whether mail can be sent there: one address, without anything that could end a line of the protocol.</summary>
    internal static bool IsAddress(string? address) =>
        address is { Length: > 2 and <= 254 } && address.All(c => c is > ' ' and < '\u007f' and not '<' and not '>') && MailAddress.TryCreate(address, out var read) && read.Address == address;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
