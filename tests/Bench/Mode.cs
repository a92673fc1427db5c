using System.Globalization;

namespace Assemblies.Bench;

/// <summary>Something that can be measured by itself.</summary>
/// <param name="Name">The word to ask for it.</param>
/// <param name="Numbers">The numbers that may follow it.</param>
/// <param name="What">What it measures.</param>
/// <param name="RunAsync">Measures and prints.</param>
internal sealed record Mode(string Name, string Numbers, string What, Func<Wish, Task> RunAsync)
{
    public override string ToString() => $"  {$"{Name} {Numbers}",-34}{What}";
}

/// <summary>What was asked for on the command line.</summary>
internal sealed record Wish(IReadOnlyList<string> Words, IReadOnlyList<int> Numbers, bool WithNode)
{
    private const string WithoutNode = "without-node";

    public static Wish Of(string[] args) => new(
        [.. args.Where(a => !IsNumber(a) && a != WithoutNode)],
        [.. args.Where(IsNumber).Select(a => int.Parse(a, CultureInfo.InvariantCulture))],
        !args.Contains(WithoutNode));

    public int Number(int index, int otherwise) => index < Numbers.Count ? Numbers[index] : otherwise;

    private static bool IsNumber(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
