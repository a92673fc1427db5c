using Assemblies.Wire;

namespace Assemblies.Institutions;

/// <summary>When two names mean the same institution, and when a person must be asked.</summary>
public static class InstitutionName
{
    public const int Longest = 120;

    // They say what an institution is, not which one.
    private static readonly HashSet<string> Generic =
    [
        "the", "of", "and", "a", "st", "our", "rc", "ce", "cofe",
        "church", "parish", "chapel", "cathedral", "congregation", "community", "catholic", "anglican", "methodist", "baptist", "lutheran",
        "mosque", "masjid", "synagogue", "temple", "gurdwara", "islamic", "centre", "center", "school", "primary", "secondary", "academy",
        "college", "university", "union", "branch", "local", "association", "trust", "charity", "society", "foundation",
    ];

    /// <summary>The name folded for comparison: equal keys are one institution. Empty when the name has no letter or digit.</summary>
    public static string Key(string name) => string.Join(' ', Folding.Words(name).Select(word => word == "saint" ? "st" : word));

    /// <summary>Whether two different keys are so alike that only a person can tell whether they mean one institution.</summary>
    public static bool IsNear(string key, string other)
    {
        if (key == other)
            return false;
        return ContainsTheOther(key.Split(' '), other.Split(' ')) || IsTypingError(key, other);
    }

    /// <summary>"St Mary's" and "St Mary's Catholic Church": what tells the shorter one apart is all in the longer one.</summary>
    private static bool ContainsTheOther(string[] words, string[] others)
    {
        var (shorter, longer) = words.Length <= others.Length ? (words, others) : (others, words);
        var telling = shorter.Where(word => !Generic.Contains(word)).ToList();
        var tellingOfLonger = longer.Count(word => !Generic.Contains(word));
        // Two places of one saint differ by a telling word each ("St Mary's Eltham", "St Mary's Putney") and are not alike.
        return telling.Count > 0 && telling.Count <= tellingOfLonger && telling.All(longer.Contains);
    }

    private static bool IsTypingError(string key, string other)
    {
        var most = Math.Min(key.Length, other.Length) switch { < 5 => 0, < 10 => 1, _ => 2 };
        // "Branch 12" and "Branch 14" are two: nobody mistypes a number so that it is another one of the alliance's.
        return most > 0 && key.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit)) && Math.Abs(key.Length - other.Length) <= most && Distance(key, other, most) <= most;
    }

    /// <summary>Letters to insert, remove or replace (Levenshtein); gives up above the most that matters.</summary>
    private static int Distance(string a, string b, int most)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                least = Math.Min(least, cost);
            }
            if (least > most)
                return least;
        }
        return row[b.Length];
    }
}
