namespace Assemblies.Shell.Mail;

/// <summary>What became of a letter.</summary>
public enum MailResult
{
    /// <summary>The server took it over.</summary>
    Sent,

    /// <summary>It did not: trying again cannot make two of it.</summary>
    NotSent,

    /// <summary>The line broke after the whole letter was handed over and before the server answered: nobody here can know.</summary>
    Unknown,
}

/// <param name="Result">What became of it.</param>
/// <param name="Problem">Why it was not sent, in words for the organiser; never the password, never the letter.</param>
public sealed record MailOutcome(MailResult Result, string? Problem = null);
