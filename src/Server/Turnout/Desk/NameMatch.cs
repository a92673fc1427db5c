using Assemblies.Wire;

namespace Assemblies.Turnout.Desk;

/// <summary>Whether a name is what somebody at the desk types: the beginnings of its words, without accents and case.</summary>
/// <remarks>Words of the institution narrow a search down; they never find anybody by themselves, or a desk could list a whole congregation.</remarks>
internal sealed class NameMatch(string query)
{
    public const int FewestLetters = 3;
    public const int LongestQuery = 100;

    private readonly IReadOnlyList<string> words = Folding.Words(query);

    /// <summary>Whether it has enough letters to be asked.</summary>
    public bool IsEnough => query.Length <= LongestQuery && words.Sum(w => w.Length) >= FewestLetters;

    public bool Fits(string name, string institution)
    {
        var ofName = Folding.Words(name);
        var inName = words.Where(w => Begins(ofName, w)).ToList();
        if (inName.Sum(w => w.Length) < FewestLetters)
            return false;
        var ofInstitution = inName.Count == words.Count ? [] : Folding.Words(institution);
        return words.All(w => inName.Contains(w) || Begins(ofInstitution, w));
    }

    private static bool Begins(IReadOnlyList<string> words, string start) => words.Any(w => w.StartsWith(start, StringComparison.Ordinal));
}
