using Assemblies.Commitments;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using NodaTime;

namespace Assemblies.Tests.Commitments;

/// <summary>Every status and every way in which it does not meet its own definition (record.md, section 3, axis B).</summary>
public sealed class StatusRulesTests
{
    private static readonly LocalDate Answered = new(2026, 10, 1);
    private static readonly LocalDate Due = new(2027, 6, 30);
    private static readonly LocalDate Late = new(2027, 7, 20);
    private static readonly Guid Paper = Guid.NewGuid();
    private static readonly Guid Call = Guid.NewGuid();
    private static readonly Guid Notice = Guid.NewGuid();

    // Evidence of January, a call of June, a notice of 1 July: everything that any status asks for.
    private static readonly CommitmentLife Life = CommitmentLife.New with
    {
        Evidence = [new(Paper, new(2027, 1, 10), new("Budget", "https://city.example/budget", On: new LocalDate(2027, 1, 9)))],
        Contacts =
        [
            new(Call, new(2027, 6, 1), new(new LocalDate(2027, 6, 1), ContactHow.Phone)),
            new(Notice, new(2027, 7, 1), new(new LocalDate(2027, 7, 1), ContactHow.Letter, ContactPurpose.Notice)),
        ],
    };

    /// <summary>A status that may stand, for each code.</summary>
    private static Assessment Good(DeliveryStatus status) => status switch
    {
        DeliveryStatus.NotYetChecked => new(status, Late),
        DeliveryStatus.NotDue => new(status, new LocalDate(2027, 6, 30)),
        DeliveryStatus.UnderWay => new(status, Late, Evidence: [Paper]),
        DeliveryStatus.Stalled => new(status, Late, StatusReason.Unknown, Contact: Call, Notice: Notice),
        DeliveryStatus.Kept => new(status, Late, Evidence: [Paper], MetOn: Due),
        DeliveryStatus.KeptLate => new(status, Late, Evidence: [Paper], MetOn: Due.PlusDays(1)),
        DeliveryStatus.PartlyKept => new(status, Late, Part: "Half of the homes"),
        DeliveryStatus.NotKept => new(status, Late, StatusReason.NoMoney, Notice: Notice),
        DeliveryStatus.Blocked => new(status, Late, StatusReason.ThirdParty, Evidence: [Paper], Who: "The state"),
        DeliveryStatus.Released => new(status, Late, Reason: "A newer ask goes further.", Link: "Ask 2 of 2027"),
        DeliveryStatus.Untrackable => new(status, Late, Reason: "“Support” cannot be tested."),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static TheoryData<DeliveryStatus> Codes() => [.. Enum.GetValues<DeliveryStatus>()];

    [Fact]
    public void There_are_eleven() => Assert.Equal(11, Enum.GetValues<DeliveryStatus>().Length);

    [Theory, MemberData(nameof(Codes))]
    public void A_status_that_meets_its_definition_may_stand(DeliveryStatus status) => Assert.Empty(Fields(Good(status)));

    // From any status to any other: a status may go back, and where it came from does not matter.
    [Fact]
    public void Every_status_may_follow_every_other()
    {
        foreach (var before in Enum.GetValues<DeliveryStatus>())
            foreach (var after in Enum.GetValues<DeliveryStatus>())
            {
                var life = Life with { Assessed = Good(before) with { On = new LocalDate(2027, 6, 30) }, AssessedBy = ["organiser:1"] };
                Assert.True(StatusRules.Check(Good(after), life, Answered, Due, Late).Count == 0, $"{before} → {after}");
            }
    }

    [Theory]
    [InlineData(DeliveryStatus.Kept)]
    [InlineData(DeliveryStatus.KeptLate)]
    [InlineData(DeliveryStatus.PartlyKept)]
    [InlineData(DeliveryStatus.NotKept)]
    public void Two_people_assess_what_closes_it(DeliveryStatus status) => Assert.True(StatusRules.NeedsTwo(status));

    [Fact]
    public void One_person_assesses_the_others() => Assert.Equal(7, Enum.GetValues<DeliveryStatus>().Count(s => !StatusRules.NeedsTwo(s)));

    [Theory, MemberData(nameof(Codes))]
    public void Nothing_is_checked_in_the_future_before_the_promise_or_before_the_latest_check(DeliveryStatus status)
    {
        Assert.Contains("on", Fields(Good(status) with { On = Late.PlusDays(1) }));
        Assert.Contains("on", Fields(Good(status) with { On = Answered.PlusDays(-1) }));
        Assert.Contains("on", Fields(Good(status), Life with { Assessed = new(DeliveryStatus.NotDue, Late.PlusDays(1)) }));
    }

    [Theory]
    [InlineData(DeliveryStatus.UnderWay)]
    [InlineData(DeliveryStatus.Kept)]
    [InlineData(DeliveryStatus.KeptLate)]
    [InlineData(DeliveryStatus.Blocked)]
    public void Evidence_is_needed_and_must_be_of_this_commitment(DeliveryStatus status)
    {
        Assert.Equal(["evidence"], Fields(Good(status) with { Evidence = null }));
        Assert.Equal(["evidence"], Fields(Good(status) with { Evidence = [] }));
        Assert.Equal(["evidence"], Fields(Good(status) with { Evidence = [Paper, Guid.NewGuid()] }));
    }

    [Theory]
    [InlineData(DeliveryStatus.Stalled)]
    [InlineData(DeliveryStatus.NotKept)]
    public void The_office_has_fourteen_days_to_reply_first(DeliveryStatus status)
    {
        Assert.Equal(["notice"], Fields(Good(status) with { Notice = null }));
        Assert.Equal(["notice"], Fields(Good(status) with { Notice = Call }));
        Assert.Equal(["notice"], Fields(Good(status) with { Notice = Guid.NewGuid() }));
        Assert.Equal(["notice"], Fields(Good(status) with { On = new LocalDate(2027, 7, 14) }));
        Assert.Empty(Fields(Good(status) with { On = new LocalDate(2027, 7, 15) }));
    }

    [Fact]
    public void A_notice_given_too_late_says_until_when_to_wait()
    {
        var problem = StatusRules.Check(Good(DeliveryStatus.NotKept) with { On = new LocalDate(2027, 7, 5) }, Life, Answered, Due, Late);
        Assert.Contains("15 July 2027", Assert.Single(problem).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_due_needs_a_date_that_has_not_passed()
    {
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.NotDue), due: null));
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.NotDue) with { On = Due.PlusDays(1) }));
    }

    [Fact]
    public void Stalled_needs_ninety_days_without_movement_and_a_contact()
    {
        Assert.Equal(["contact"], Fields(Good(DeliveryStatus.Stalled) with { Contact = null }));
        Assert.Equal(["contact"], Fields(Good(DeliveryStatus.Stalled) with { Contact = Guid.NewGuid() }));
        Assert.Empty(Fields(Good(DeliveryStatus.Stalled), Moved(Late.PlusDays(-90))));
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.Stalled), Moved(Late.PlusDays(-89))));

        static CommitmentLife Moved(LocalDate day) => Life with { Evidence = [new(Paper, day, new("Works began", "https://city.example/works"))] };
    }

    [Fact]
    public void Kept_was_met_by_the_date_and_kept_late_after_it()
    {
        Assert.Equal(["metOn"], Fields(Good(DeliveryStatus.Kept) with { MetOn = null }));
        Assert.Equal(["metOn"], Fields(Good(DeliveryStatus.KeptLate) with { MetOn = null }));
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.Kept) with { MetOn = Due.PlusDays(1) }));
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.KeptLate) with { MetOn = Due }));
        Assert.Empty(Fields(Good(DeliveryStatus.Kept), due: null));
        Assert.Equal(["status"], Fields(Good(DeliveryStatus.KeptLate), due: null));
        Assert.Equal(["metOn"], Fields(Good(DeliveryStatus.KeptLate) with { MetOn = Late.PlusDays(1) }));
        Assert.Equal(["metOn"], Fields(Good(DeliveryStatus.Kept) with { MetOn = Answered.PlusDays(-1) }));
    }

    [Fact]
    public void Not_kept_is_never_said_before_the_day_after_it_is_due_unless_the_office_withdrew()
    {
        var early = Good(DeliveryStatus.NotKept);
        Assert.Equal(["status"], Fields(early, due: Late));
        Assert.Empty(Fields(early, due: Late.PlusDays(-1)));
        Assert.Empty(Fields(early with { OfficeWithdrew = true }, due: Late.PlusDays(300)));
        Assert.Equal(["status"], Fields(early, due: null));
        Assert.Empty(Fields(early with { OfficeWithdrew = true }, due: null));
    }

    [Fact]
    public void Each_status_says_what_its_definition_names()
    {
        Assert.Equal(["part"], Fields(Good(DeliveryStatus.PartlyKept) with { Part = " " }));
        Assert.Equal(["who"], Fields(Good(DeliveryStatus.Blocked) with { Who = null }));
        Assert.Equal(["link"], Fields(Good(DeliveryStatus.Released) with { Link = null }));
        Assert.Equal(["reason"], Fields(Good(DeliveryStatus.Released) with { Reason = null }));
        Assert.Equal(["reason"], Fields(Good(DeliveryStatus.Untrackable) with { Reason = "" }));
        foreach (var status in new[] { DeliveryStatus.Stalled, DeliveryStatus.NotKept, DeliveryStatus.Blocked })
            Assert.Equal(["reasonCode"], Fields(Good(status) with { ReasonCode = null }));
        Assert.Equal(["reason"], Fields(Good(DeliveryStatus.Untrackable) with { Reason = new string('x', 501) }));
    }

    [Fact]
    public void What_is_left_out_is_filled_in_with_the_latest_that_fits_and_what_does_not_belong_is_dropped()
    {
        var stalled = StatusRules.Complete(new(DeliveryStatus.Stalled, Late, StatusReason.Unknown, MetOn: Due, Who: "x", OfficeWithdrew: true), Life);
        Assert.Equal((Notice, Notice, null, null, false), (stalled.Contact, stalled.Notice, stalled.MetOn, stalled.Who, stalled.OfficeWithdrew));
        var early = StatusRules.Complete(new(DeliveryStatus.NotKept, new LocalDate(2027, 7, 14), StatusReason.Unknown), Life);
        Assert.Null(early.Notice);
        Assert.Null(StatusRules.Complete(Good(DeliveryStatus.Kept) with { ReasonCode = StatusReason.NoMoney }, Life).ReasonCode);
    }

    private static string[] Fields(Assessment assessment, CommitmentLife? life = null) => Fields(assessment, Due, life);

    private static string[] Fields(Assessment assessment, LocalDate? due, CommitmentLife? life = null) =>
        [.. StatusRules.Check(assessment, life ?? Life, Answered, due, Late).Select(p => p.Field).Distinct()];
}
