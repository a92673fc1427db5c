namespace Assemblies.Browser.Harness;

/// <summary>A scanner that is plugged in as a keyboard. It types a code in an eighth of a second, however busy the machine is that it is plugged into.</summary>
public static class HandScanner
{
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(5);

    public static async Task ReadAsync(IPage page, string code)
    {
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        var pressed = DateTimeOffset.UtcNow;
        // None waits for the one before: a page that is slow with one key is not a scanner that pauses, and would be taken for one.
        await Task.WhenAll(code.Select(character => ($"{character}", char.IsDigit(character) ? $"Digit{character}" : $"Key{char.ToUpperInvariant(character)}")).Append(("Enter", "Enter"))
            .Select(((string Key, string Code) key, int place) => keyboard.SendAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = "rawKeyDown",
                ["key"] = key.Key,
                ["code"] = key.Code,
                ["timestamp"] = (pressed + place * BetweenKeys - DateTimeOffset.UnixEpoch).TotalSeconds,
            })));
        await keyboard.DetachAsync();
    }
}
