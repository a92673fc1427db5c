using System.Globalization;
using System.Text;
using NodaTime;

namespace Assemblies.Shell.Mail;

/// <summary>One e-mail of plain text.</summary>
/// <param name="Id">What it is known by: the same letter has the same Message-ID however often it is tried.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The body.</param>
public sealed record Letter(Guid Id, string To, string Subject, string Text)
{
    private const int BytesALine = 57;

    /// <summary>As it goes over the line (RFC 5322): UTF-8 in base64, so that no line is too long and none begins with a dot.</summary>
    /// <param name="from">The sender's address.</param>
    /// <param name="at">When it is sent.</param>
    public string Message(string from, Instant at)
    {
        var lines = new List<string>
        {
            $"From: {from}",
            $"To: {To}",
            $"Subject: {Words(Subject)}",
            $"Date: {at.ToDateTimeOffset().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <{Id:N}@{from[(from.LastIndexOf('@') + 1)..]}>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
        };
        lines.AddRange(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n")).Chunk(BytesALine).Select(Convert.ToBase64String));
        return string.Join("\r\n", lines) + "\r\n";
    }

    // RFC 2047: encoded words of at most 75 characters; a letter's bytes are not torn apart.
    private static string Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 42)
                Close();
            word.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }
        Close();
        return string.Join("\r\n ", words);

        void Close()
        {
            if (word.Length > 0)
                words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
        }
    }
}
