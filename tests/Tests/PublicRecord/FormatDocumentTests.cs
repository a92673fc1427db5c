using Assemblies.PublicRecord.Rules;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.PublicRecord;

/// <summary>docs/record-format.md is what others write verifiers from: it says what the table says.</summary>
public sealed class FormatDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "record-format.md"));

    [Fact]
    public void The_document_has_every_type_with_its_members()
    {
        foreach (var (name, type) in EntryTypes.All)
        {
            var row = Text.Split('\n').SingleOrDefault(line =>
                line.StartsWith($"| `{name}` | ", StringComparison.Ordinal) && line.Count(c => c == '|') == 5);
            Assert.True(row is not null, $"No row for {name}.");
            Assert.All(type.Need.Concat(type.May), member => Assert.Contains($"`{member.Name}` {member.Kind}", row, StringComparison.Ordinal));
            Assert.All(type.Cases, c => Assert.Contains($"| `{name}` | `{c.Key}` | {(c.Value.Length == 0 ? "—" : $"`{c.Value[0].TrimEnd('!')}`")}", Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_document_has_every_code_and_every_rule()
    {
        Assert.All(EntryTypes.Codes, code => Assert.Contains($"| `{code.Key}` | {string.Join(", ", code.Value.Select(v => $"`{v}`"))} |", Text, StringComparison.Ordinal));
        Assert.All(EntryTypes.Rules, rule => Assert.Contains($"| `{rule.Key}` | {rule.Value} |", Text, StringComparison.Ordinal));
    }
}
