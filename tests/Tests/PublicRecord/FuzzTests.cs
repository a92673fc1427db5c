using System.Text;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Verification;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Assemblies.PublicRecord.Verification.Outcome;

namespace Assemblies.Tests.PublicRecord;

/// <summary>No input makes a reader throw or take what is not canonical; what is written is read back.</summary>
public sealed class FuzzTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60);
    private static readonly string[] Seeds = Parts();

    // Pieces of real files, torn and mixed: random bytes alone never come far into a parser.
    private static string[] Parts()
    {
        var files = Evening.Write(6).Publish().All.Values.Select(Encoding.UTF8.GetString).ToList();
        var receipt = RecordWriter.New();
        receipt.Add(new LogOpened("Assembly"));
        files.Add(Receipt.Of(receipt.Entries, 0, SignedCheckpoint.Parse(receipt.Checkpoints[0])!).ToString());
        return [.. files.SelectMany(f => f.Split('\n')), "\n\n", "\n", "—", "\\ud800", "\u0301", "1e3", "-0", "9007199254740993", "{", "}", "[", "]", "\"", "null", "\0"];
    }

    private static Arbitrary<string> Mixtures() => Arb.From(
        Gen.ListOf(Gen.OneOf(Gen.Elements(Seeds), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")))
            .SelectMany(parts => Gen.Elements("", "\n").Select(between => string.Join(between, parts))));

    [Fact]
    public void Nothing_that_is_read_throws() => Prop.ForAll(Mixtures(), text =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _ = Entry.Read(bytes, RecordWriter.Origin, 0, out _);
        _ = SignedCheckpoint.Parse(text);
        _ = SignedCheckpoint.ParseAll(text);
        _ = VerifierKey.Parse(text);
        _ = Disclosure.Parse(text);
        _ = Receipt.Parse(text)?.Holds(VerifierKey.Of(RecordWriter.Origin, KeyFile.New()));
        _ = SeenText.Parse(text);
        return !StrictJson.TryRead(bytes, out var value) || CanonicalJson.Write(value).AsSpan().SequenceEqual(bytes);
    }).Check(Thorough);

    [Fact]
    public void No_mixture_of_files_is_a_valid_record() => Prop.ForAll(Mixtures(), text =>
    {
        var sample = Evening.Write(6);
        var files = sample.Publish();
        return new[] { PublishedFiles.Entries, PublishedFiles.Checkpoint, PublishedFiles.Checkpoints, PublishedFiles.Disclosures }.All(name =>
            Encoding.UTF8.GetString(files.Find(name)!) == text
            || RecordVerifier.Verify(Forgery.With(files, name, text), sample.FirstKey.ToString(), []).Outcome != Outcome.Valid
            // A bundle may show fewer disclosures than it could.
            || name == PublishedFiles.Disclosures);
    }).Check(Thorough.WithMaxTest(60));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Values(), value =>
    {
        try
        {
            var bytes = CanonicalJson.Write(value);
            return StrictJson.TryRead(bytes, out var read, int.MaxValue) && CanonicalJson.Write(read).AsSpan().SequenceEqual(bytes);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }).Check(Thorough);

    private static Arbitrary<object?> Values() => Arb.From(Gen.Sized(size => Value(Math.Min(size, 8))));

    private static Gen<object?> Value(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant((object?)null), Gen.Elements<object?>(true, false, 0L, -1L, CanonicalJson.LargestNumber, CanonicalJson.LargestNumber + 1),
            ArbMap.Default.GeneratorFor<string>().Select(s => (object?)s), Gen.Elements<object?>("\u007f", "\u2028", "e\u0301", "é", "🙂", "\ud83d", "\u001f\b"));
        return size <= 0 ? leaf : Gen.OneOf(
            leaf,
            Gen.ListOf(Value(size / 2), 3).Select(items => (object?)items.ToList()),
            Gen.ListOf(Value(size / 2), 3).Select(items => (object?)Map([.. items])));
    }

    private static JsonMap Map(List<object?> items)
    {
        var map = new JsonMap();
        for (var i = 0; i < items.Count; i++)
            map[$"m_{i * 7 % 10}"] = items[i];
        return map;
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}"""), InlineData("""{"b":1,"a":1}"""), InlineData("""{ "a":1}"""), InlineData("""{"a":1.0}"""), InlineData("""{"a":1e2}"""), InlineData("""{"a":-0}""")]
    [InlineData("""{"a":9007199254740992}"""), InlineData("""{"A":1}"""), InlineData("""{"a b":1}"""), InlineData("""{"a":"\u0041"}"""), InlineData("""{"a":"\/"}"""), InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\u0000"}"""), InlineData("{\"a\":\"e\u0301\"}"), InlineData("[[[[[[[[[]]]]]]]]]"), InlineData("[1] "), InlineData(""), InlineData("\uFEFF1"), InlineData("01"), InlineData("[1,]"), InlineData("/**/1")]
    public void Any_other_way_to_write_a_value_is_refused(string json) => Assert.False(StrictJson.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Theory]
    [InlineData("""{"a":"\b\t\n\f\r\u0001\"\\/é🙂"}"""), InlineData("[[[[[[[[]]]]]]]]"), InlineData("-9007199254740991"), InlineData("""{"10":1,"2":2,"_":3,"a":null}""")]
    public void The_one_way_to_write_a_value_is_taken(string json) => Assert.True(StrictJson.TryRead(Encoding.UTF8.GetBytes(json), out _));
}
