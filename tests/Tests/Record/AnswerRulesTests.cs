using Assemblies.Record;
using NodaTime;

namespace Assemblies.Tests.Record;

/// <summary>What each answer must have (record.md, section 1, last column).</summary>
public sealed class AnswerRulesTests
{
    private static readonly LocalDate June = new(2027, 6, 12);

    public static TheoryData<AnswerCode, string[]> Needs => new()
    {
        { AnswerCode.Yes, ["verbatim"] },
        { AnswerCode.YesWithConditions, ["verbatim", "condition", "whoseMove"] },
        { AnswerCode.Partial, ["verbatim", "part"] },
        { AnswerCode.CounterOffer, ["verbatim", "offer"] },
        { AnswerCode.No, ["verbatim"] },
        { AnswerCode.Deferred, ["verbatim", "byWhen"] },
        { AnswerCode.NoAnswer, ["verbatim", "timesAsked"] },
        { AnswerCode.Absent, ["invitation"] },
        { AnswerCode.NotAsked, ["reason"] },
    };

    [Theory, MemberData(nameof(Needs))]
    public void An_empty_answer_is_told_all_that_is_missing(AnswerCode code, string[] fields) =>
        Assert.Equal(fields, AnswerRules.Check(new AnswerWords(code)).Select(p => p.Field));

    [Theory, MemberData(nameof(Needs))]
    public void Blanks_are_no_words(AnswerCode code, string[] fields) => Assert.Equal(
        fields.Except(["byWhen", "timesAsked"]),
        AnswerRules.Check(new AnswerWords(code, " ", null, " ", " ", June, " ", " ", 1, " ", " ")).Select(p => p.Field));

    [Theory, MemberData(nameof(Needs))]
    public void A_whole_answer_is_accepted(AnswerCode code, string[] _) =>
        Assert.Empty(AnswerRules.Check(new AnswerWords(code, "words", "en", "c", "w", June, "p", "o", 1, "i", "r")));

    [Fact]
    public void Words_have_a_limit_and_the_field_is_named() =>
        Assert.Equal(["verbatim"], AnswerRules.Check(new AnswerWords(AnswerCode.Yes, new string('x', 2_001))).Select(p => p.Field));

    [Fact]
    public void A_date_is_worded_as_people_say_it()
    {
        Assert.Equal("WILL ANSWER BY 12 June 2027", AnswerWording.Word(new AnswerWords(AnswerCode.Deferred, "w", ByWhen: June)));
        Assert.Equal("Depends on the board, no date given", AnswerWording.Move(new AnswerWords(AnswerCode.YesWithConditions, "w", WhoseMove: "the board")));
    }

    [Fact]
    public void Every_code_has_a_word_of_its_own()
    {
        var words = Enum.GetValues<AnswerCode>().Select(code => AnswerWording.Word(new AnswerWords(code))).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }
}
