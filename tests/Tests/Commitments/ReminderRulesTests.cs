using Assemblies.Agenda;
using Assemblies.Asks;
using Assemblies.Commitments;
using Assemblies.Commitments.Reminders;
using Assemblies.Commitments.Rules;
using Assemblies.PublicRecord.Entries;
using NodaTime;
using NodaTime.Text;
using Said = Assemblies.Record.AnswerCode;

namespace Assemblies.Tests.Commitments;

/// <summary>When organisers are reminded, on the dates of BUILD 2018: promised on 6 June, reported back on 10 October.</summary>
public sealed class ReminderRulesTests
{
    private static readonly LocalDate Promised = new(2018, 6, 6);
    private static readonly LocalDate ReportBack = new(2018, 10, 10);

    [Theory]
    [InlineData("2018-06-06", null)]
    [InlineData("2018-09-09", null)]
    [InlineData("2018-09-10", -30)]
    [InlineData("2018-10-02", -30)]
    [InlineData("2018-10-03", -7)]
    [InlineData("2018-10-08", -7)]
    [InlineData("2018-10-09", -1)]
    [InlineData("2018-10-10", -1)]
    [InlineData("2018-10-11", 1)]
    [InlineData("2018-10-23", 1)]
    [InlineData("2018-10-24", 14)]
    [InlineData("2018-11-22", 14)]
    [InlineData("2018-11-23", 44)]
    [InlineData("2018-12-23", 74)]
    [InlineData("2022-10-10", 1454)]
    public void The_reminder_is_the_one_that_fell_last(string today, int? offset) => Assert.Equal(offset, ReminderRules.Of(On(today))?.Offset);

    [Theory]
    [InlineData("2018-09-10", "2018-10-03", -7, true)]
    [InlineData("2018-09-09", "2018-10-03", -7, false)]
    [InlineData("2018-10-03", "2018-10-09", -1, true)]
    [InlineData("2018-09-25", "2018-10-09", -1, true)]
    [InlineData("2018-09-24", "2018-10-09", -1, false)]
    [InlineData("2018-09-27", "2018-10-12", 1, true)]
    [InlineData("2018-09-26", "2018-10-12", 1, false)]
    [InlineData("2018-10-05", "2018-10-20", 1, true)]
    [InlineData("2018-10-24", "2018-11-23", 44, true)]
    [InlineData("2018-10-23", "2018-11-23", 44, false)]
    [InlineData("2018-08-11", "2018-09-10", -30, true)]
    [InlineData("2018-08-10", "2018-09-10", -30, false)]
    public void A_contact_since_the_reminder_before_or_in_the_fortnight_before_it_keeps_one_quiet(string contact, string today, int offset, bool quiet)
    {
        var reminder = ReminderRules.Of(On(today, contact));
        Assert.Equal(quiet ? null : offset, reminder?.Offset);
    }

    [Fact]
    public void A_reminder_that_was_quiet_when_it_fell_stays_quiet_until_the_next_one()
    {
        for (var contact = Promised; contact < ReportBack.PlusDays(100); contact = contact.PlusDays(1))
            for (var today = contact; today < ReportBack.PlusDays(130); today = today.PlusDays(1))
                if (ReminderRules.Latest(ReportBack, today) is { } offset && ReportBack.PlusDays(offset) >= contact)
                    Assert.Equal(
                        ReminderRules.Of(At(ReportBack.PlusDays(offset), contact)) is null, ReminderRules.Of(At(today, contact)) is null);
    }

    [Fact]
    public void What_has_no_date_is_settled_or_was_promised_later_than_the_reminder_is_left_alone()
    {
        Assert.Null(ReminderRules.Of(On("2018-10-11") with { Said = new(new(Said.Yes, "Yes."), Promised, false, []) }));
        Assert.Null(ReminderRules.Of(Lived(On("2018-10-11"), l => l with { Assessed = new Assessment(DeliveryStatus.Kept, ReportBack, MetOn: ReportBack) })));
        Assert.NotNull(ReminderRules.Of(Lived(On("2018-10-11"), l => l with { Assessed = new Assessment(DeliveryStatus.UnderWay, ReportBack) })));
        var late = new SaidAnswer(new(Said.Yes, "Yes.", Due: ReportBack), new LocalDate(2018, 10, 3), false, []);
        Assert.Null(ReminderRules.Of(On("2018-10-04") with { Said = late }));
        Assert.Equal(-1, ReminderRules.Of(On("2018-10-09") with { Said = late })?.Offset);
    }

    [Theory]
    [InlineData("2018-06-06", "2018-09-10")]
    [InlineData("2018-09-10", "2018-10-03")]
    [InlineData("2018-10-10", "2018-10-11")]
    [InlineData("2018-10-24", "2018-11-23")]
    [InlineData("2018-11-23", "2018-12-23")]
    public void The_next_reminder_is_the_first_after_today(string today, string next) => Assert.Equal(Day(next), ReminderRules.Next(On(today)));

    [Fact]
    public void A_leap_day_and_the_days_on_which_clocks_change_are_days()
    {
        var leap = new LocalDate(2024, 2, 29);
        Assert.Equal(-30, ReminderRules.Latest(leap.PlusDays(30), leap));
        Assert.Equal(1, ReminderRules.Latest(new LocalDate(2024, 2, 28), leap));
        // The clocks went back in New York on 4 November 2018: 14 days before the 18th is still the 4th.
        Assert.Equal(14, ReminderRules.Latest(new LocalDate(2018, 11, 4), new LocalDate(2018, 11, 18)));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Commitment On(string today, params string[] contacts) => At(Day(today), [.. contacts.Select(Day)]);

    private static Commitment Lived(Commitment c, Func<CommitmentLife, CommitmentLife> how) => c with { Life = how(c.Life) };

    private static Commitment At(LocalDate today, params LocalDate[] contacts) => new(
        new(Guid.Empty, Guid.Empty, Guid.Empty),
        new AccountabilityAssembly
        {
            Slug = "build-2018", Title = "BUILD", Venue = "Hall", TimeZone = "America/New_York", Doors = Promised.At(new(18, 0)), Start = Promised.At(new(19, 0)),
            HardEnd = Promised.At(new(21, 0)), RoomCapacity = 2_000,
        },
        new AnsweredAsk(1, null, "Will you report back?", 1, AskTerms.None, null),
        new PowerHolder { AssemblyId = Guid.Empty, Name = "A. Mayor", Office = "Mayor", Order = 1 },
        new SaidAnswer(new(Said.Yes, "Yes.", Due: ReportBack), Promised, false, []),
        CommitmentLife.New with { Contacts = [.. contacts.Select(c => new Dated<ContactWords>(Guid.NewGuid(), c, new ContactWords(c, ContactHow.Email)))] },
        today);
}
