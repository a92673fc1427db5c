using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Verification;

namespace Assemblies.Tests.PublicRecord;

/// <summary>The rules of the entry types: the writer refuses what breaks them, and the verifier finds it when an operator signs it all the same.</summary>
public sealed class RuleTests
{
    private static readonly AskWords Ask = new("a1", 1, "Will you build 200 homes?", [new("mayor", "Mayor", "A. Official"), new("chief", "Chief", "B. Official")]);
    private readonly RecordWriter record = RecordWriter.New();

    public RuleTests()
    {
        record.Add(new LogOpened("Assembly"));
        record.Add(new AskPublished(Ask));
    }

    private AnswerRecorded Answer(AnswerCode code = AnswerCode.Yes, string of = "mayor", DateOnly? due = null) =>
        new(new("a1", 1, of, "Mayor", "A. Official"), code, new("scribe", record.Now, "chair", record.Now, record.Now), due) { Quote = "Yes.", Language = "en" };

    private long Answered(DateOnly? due = null)
    {
        record.Add(new SessionOpened());
        return record.Add(Answer(due: due));
    }

    [Fact]
    public void Each_answer_must_have_what_its_code_asks_for()
    {
        record.Add(new SessionOpened());
        foreach (var code in Enum.GetValues<AnswerCode>().Except([AnswerCode.Yes, AnswerCode.No]))
            Assert.Equal("body", record.Refusal(Answer(code)));
        Assert.Equal("body", record.Refusal(Answer() with { Quote = null }));
        Assert.Equal("body", record.Refusal(Answer() with { Quote = " " }));
        Assert.Equal("body", record.Refusal(Answer() with { Language = null }));
        Assert.Null(record.Refusal(Answer(AnswerCode.YesWithConditions) with { Condition = ("x", "the council") }));
        Assert.Null(record.Refusal(Answer(AnswerCode.Deferred) with { ByWhen = new(2026, 12, 1) }));
        Assert.Null(record.Refusal(Answer(AnswerCode.Absent) with { Quote = null, Invitation = "invited, no reply" }));
    }

    [Fact]
    public void Answers_need_an_open_session_and_an_ask_that_was_put_to_this_power_holder()
    {
        Assert.Equal("session", record.Refusal(Answer()));
        record.Add(new SessionOpened());
        Assert.Equal("session", record.Refusal(new SessionOpened()));
        Assert.Equal("answer_cell", record.Refusal(Answer(of: "sheriff")));
        Assert.Equal("answer_cell", record.Refusal(Answer() with { Cell = new("a2", 1, "mayor", "Mayor", "A.") }));
        Assert.Equal("answer_cell", record.Refusal(Answer() with { Cell = new("a1", 2, "mayor", "Mayor", "A.") }));
        var seq = record.Add(Answer());
        Assert.Equal("answer_twice", record.Refusal(Answer()));
        Assert.Equal("answer_twice", record.Refusal(Answer(of: "chief") with { Replaces = seq }));
        Assert.Null(record.Refusal(Answer(AnswerCode.No) with { Replaces = seq }));
        Assert.Equal("target", record.Refusal(Answer(AnswerCode.No) with { Replaces = 0 }));
    }

    [Fact]
    public void Asks_follow_their_versions_and_cannot_leave_once_answered()
    {
        Assert.Equal("ask", record.Refusal(new AskPublished(Ask)));
        Assert.Equal("ask", record.Refusal(new AskAmended(Ask with { Version = 3 }, "x")));
        Assert.Equal("ask", record.Refusal(new AskWithdrawn("a9", "x")));
        Assert.Null(record.Refusal(new AskAmended(Ask with { Version = 2, To = [Ask.To[1]] }, "x")));
        Assert.Equal("body", record.Refusal(new AskPublished(Ask with { Ask = "a2", To = [] })));
        Assert.Equal("body", record.Refusal(new AskPublished(Ask with { Ask = "a2", To = [Ask.To[0], Ask.To[0]] })));
        Answered();
        Assert.Equal("ask_answered", record.Refusal(new AskWithdrawn("a1", "it went badly")));
        Assert.Equal("ask_answered", record.Refusal(new AskAmended(Ask with { Version = 2, To = [Ask.To[1]] }, "x")));
    }

    [Fact]
    public void A_session_closes_only_when_every_cell_has_its_answer_and_then_takes_no_more()
    {
        Answered();
        Assert.Equal("complete", record.Refusal(new SessionClosed(record.Log.Size + 1)));
        record.Add(Answer(of: "chief"));
        Assert.Equal("body", record.Refusal(new SessionClosed(record.Log.Size)));
        record.Add(new SessionClosed(record.Log.Size + 1));
        Assert.Equal("session", record.Refusal(Answer() with { Replaces = 3 }));
        Assert.Equal("session", record.Refusal(new AskPublished(Ask with { Ask = "a2" })));
        Assert.Equal(record.Log.Size, record.Verify().Night);
    }

    [Fact]
    public void A_correction_quotes_what_it_corrects_and_two_people_approve_it()
    {
        var seq = Answered();
        AnswerCorrected Correct(JsonMap old, JsonMap changed, string second = "organiser", CorrectionClass why = CorrectionClass.Misheard) =>
            new(seq, why, old, changed, new("scribe", "chair", second, "the recording"));
        var (was, now) = (new JsonMap { ["quote"] = "Yes." }, new JsonMap { ["quote"] = "Yes, we will." });
        Assert.Equal("approvers", record.Refusal(Correct(was, now, "chair")));
        Assert.Equal("correction", record.Refusal(Correct(now, was)));
        Assert.Equal("correction", record.Refusal(Correct(was, was)));
        Assert.Equal("correction", record.Refusal(Correct(was, new JsonMap { ["part"] = "x" })));
        Assert.Equal("correction", record.Refusal(Correct(new JsonMap { ["ask"] = "a1" }, new JsonMap { ["ask"] = "a2" })));
        Assert.Equal("correction", record.Refusal(Correct(was, new JsonMap { ["quote"] = null })));
        Assert.Equal("correction", record.Refusal(Correct(new JsonMap { ["of"] = "mayor" }, new JsonMap { ["of"] = "chief" })));
        Assert.Null(record.Refusal(Correct(new JsonMap { ["of"] = "mayor" }, new JsonMap { ["of"] = "chief" }, why: CorrectionClass.WrongPerson)));
        record.Add(Correct(was, now));
        Assert.Equal("correction", record.Refusal(Correct(was, now)));
        Assert.Null(record.Refusal(Correct(now, was)));
    }

    [Fact]
    public void The_wrong_person_s_answer_moves_to_the_cell_of_the_right_one()
    {
        var seq = Answered();
        record.Add(new AnswerCorrected(seq, CorrectionClass.WrongPerson, new() { ["of"] = "mayor" }, new() { ["of"] = "chief" }, new("scribe", "chair", "organiser", "x")));
        Assert.Equal("answer_twice", record.Refusal(Answer(of: "chief")));
        record.Add(Answer());
        Assert.Equal("correction", record.Refusal(
            new AnswerCorrected(seq, CorrectionClass.WrongPerson, new() { ["of"] = "chief" }, new() { ["of"] = "mayor" }, new("scribe", "chair", "organiser", "x"))));
    }

    [Fact]
    public void No_correction_turns_yes_if_into_yes()
    {
        record.Add(new SessionOpened());
        var seq = record.Add(Answer(AnswerCode.YesWithConditions) with { Condition = ("the budget passes", "the council") });
        var (old, changed) = (new JsonMap { ["answer"] = "yes_with_conditions" }, new JsonMap { ["answer"] = "yes" });
        Assert.Equal("yes_if", record.Refusal(new AnswerCorrected(seq, CorrectionClass.Misheard, old, changed, new("scribe", "chair", "organiser", "x"))));
        Assert.Null(record.Refusal(Answer() with { Replaces = seq }));
    }

    [Fact]
    public void A_due_date_moves_only_from_where_it_stood()
    {
        var seq = Answered(due: new(2027, 6, 12));
        Assert.Equal("due", record.Refusal(new DueChanged(seq, null, new(2027, 9, 1), "x", true)));
        Assert.Equal("due", record.Refusal(new DueChanged(seq, new(2027, 6, 12), new(2027, 6, 12), "x", true)));
        record.Add(new DueChanged(seq, new(2027, 6, 12), new(2027, 9, 1), "x", true));
        Assert.Equal("due", record.Refusal(new DueChanged(seq, new(2027, 6, 12), null, "x", false)));
        Assert.Null(record.Refusal(new DueChanged(seq, new(2027, 9, 1), null, "x", false)));
    }

    [Fact]
    public void A_status_meets_its_own_definition()
    {
        var seq = Answered(due: new(2027, 6, 12));
        var other = record.Add(Answer(of: "chief"));
        var evidence = record.Add(new EvidenceAdded(seq, "Minutes"));
        var contact = record.Add(new ContactLogged(seq, new(2027, 6, 1), ContactHow.Email, ContactPurpose.Contact));
        var notice = record.Add(new ContactLogged(seq, new(2027, 6, 1), ContactHow.Letter, ContactPurpose.Notice));
        string? Refused(DeliveryStatus status, DateOnly on, Func<StatusAssessed, StatusAssessed> with, long? of = null) =>
            record.Refusal(with(new StatusAssessed(of ?? seq, status, on, ["organiser", "chair"])));

        Assert.Equal("body", Refused(DeliveryStatus.UnderWay, new(2027, 6, 20), s => s));
        Assert.Null(Refused(DeliveryStatus.UnderWay, new(2027, 6, 20), s => s with { Evidence = [evidence] }));
        Assert.Equal("target", Refused(DeliveryStatus.UnderWay, new(2027, 6, 20), s => s with { Evidence = [contact] }));
        Assert.Equal("status", Refused(DeliveryStatus.UnderWay, new(2027, 6, 20), s => s with { Evidence = [evidence] }, of: other));
        Assert.Equal("status", Refused(DeliveryStatus.NotDue, new(2027, 6, 20), s => s, of: other));
        Assert.Null(Refused(DeliveryStatus.NotDue, new(2027, 5, 20), s => s));
        // Never before it is due, never without 14 days' notice, never by one person alone.
        Assert.Null(Refused(DeliveryStatus.NotKept, new(2027, 6, 15), s => s with { Notice = notice }));
        Assert.Equal("status", Refused(DeliveryStatus.NotKept, new(2027, 6, 14), s => s with { Notice = notice }));
        Assert.Equal("status", Refused(DeliveryStatus.NotKept, new(2027, 6, 15), s => s with { Notice = contact }));
        Assert.Equal("approvers", Refused(DeliveryStatus.NotKept, new(2027, 6, 15), s => s with { Notice = notice, AssessedBy = ["chair"] }));
        Assert.Equal("body", Refused(DeliveryStatus.NotKept, new(2027, 6, 15), s => s with { Notice = notice, AssessedBy = ["chair", "chair"] }));
        record.Add(new DueChanged(seq, new(2027, 6, 12), new(2027, 8, 1), "x", true));
        Assert.Equal("status", Refused(DeliveryStatus.NotKept, new(2027, 7, 15), s => s with { Notice = notice }));
        Assert.Null(Refused(DeliveryStatus.NotKept, new(2027, 7, 15), s => s with { Notice = notice, OfficeWithdrew = true }));
        Assert.Equal("status", Refused(DeliveryStatus.Kept, new(2027, 9, 1), s => s with { Evidence = [evidence], MetOn = new(2027, 8, 2) }));
        Assert.Null(Refused(DeliveryStatus.KeptLate, new(2027, 9, 1), s => s with { Evidence = [evidence], MetOn = new(2027, 8, 2) }));
        Assert.Equal("status", Refused(DeliveryStatus.KeptLate, new(2027, 9, 1), s => s with { Evidence = [evidence], MetOn = new(2027, 8, 1) }));
        Assert.Equal("status", Refused(DeliveryStatus.Kept, new(2027, 7, 1), s => s with { Evidence = [evidence], MetOn = new(2027, 7, 2) }));
    }

    [Fact]
    public void A_redaction_says_what_it_removes_and_what_the_rules_still_need()
    {
        var seq = Answered();
        var name = Disclosure.Make("name", "Åsa");
        var testimony = record.Add(new TestimonyHeard(1), name);
        Assert.Equal("redaction", record.Refusal(new RedactionMade(seq, RedactionGround.Safety, ("a", "b")) { Digests = [name.Digest] }));
        Assert.Equal("redaction", record.Refusal(new RedactionMade(testimony, RedactionGround.Safety, ("a", "b"))));
        Assert.Equal("approvers", record.Refusal(new RedactionMade(testimony, RedactionGround.Safety, ("a", "a")) { Digests = [name.Digest] }));
        Assert.Equal("redaction", record.Refusal(new RedactionMade(seq, RedactionGround.Safety, ("a", "b")) { Restates = ("answer.recorded", new() { ["ask"] = "a1", ["of"] = "mayor" }) }));
        Assert.Equal("redaction", record.Refusal(new RedactionMade(seq, RedactionGround.Safety, ("a", "b")) { Restates = ("answer.recorded", new() { ["ask"] = "a1", ["of"] = "mayor", ["answer"] = "no" }) }));
        Assert.Equal("redaction", record.Refusal(new RedactionMade(seq, RedactionGround.Safety, ("a", "b")) { Restates = ("testimony.heard", []) }));
        Assert.Equal("body", record.Refusal(new RedactionMade(0, RedactionGround.Safety, ("a", "b")) { Restates = ("log.opened", []) }));
        Assert.Equal("target", record.Refusal(new RedactionMade(record.Log.Size, RedactionGround.Safety, ("a", "b")) { Restates = ("testimony.heard", []) }));

        record.Disclosures.Add(name);
        Assert.Equal("valid", record.Verify().Headline);
        record.Add(new RedactionMade(testimony, RedactionGround.Safety, ("a", "b")) { Digests = [name.Digest] });
        Assert.Equal("disclosure", record.Verify().Finding!.Rule);
        record.Disclosures.Clear();
        Assert.Equal("valid, 1 withheld", record.Verify().Headline);
        record.Add(new RedactionMade(seq, RedactionGround.Safety, ("a", "b")) { Restates = ("answer.recorded", new() { ["ask"] = "a1", ["of"] = "mayor", ["answer"] = "yes" }) });
        record.Withhold(seq);
        Assert.Equal("valid, 2 withheld", record.Verify().Headline);
        record.Add(Answer(of: "chief"));
        record.Add(new SessionClosed(record.Log.Size + 1));
        Assert.Equal("valid, 2 withheld", record.Verify().Headline);
    }

    [Fact]
    public void A_key_is_handed_over_by_both_keys_and_either_verifies_the_record()
    {
        var old = record.Key;
        var seq = record.Rotate();
        record.Add(new SessionOpened());
        record.Reopen();
        Assert.NotEqual(old.ToString(), record.Key.ToString());
        Assert.Equal(Outcome.Valid, record.Verify().Outcome);
        Assert.Equal(Outcome.Valid, RecordVerifier.Verify(record.Publish(), record.Key.ToString(), []).Outcome);
        var forged = new Forgery(record).ChangeBody((int)seq, body => body["old_signature"] = body["new_signature"]).Publish();
        Assert.Equal("key_rotation", RecordVerifier.Verify(forged.Files, old.ToString(), []).Finding!.Rule);
        // A stranger's record that claims to have taken over ours.
        var stranger = RecordWriter.New();
        stranger.Add(new LogOpened("Assembly"));
        stranger.Rotate();
        forged = new Forgery(stranger).ChangeBody(1, body => body["old_vkey"] = old.ToString()).Publish();
        Assert.Equal(Outcome.Invalid, RecordVerifier.Verify(forged.Files, old.ToString(), []).Outcome);
    }

    [Fact]
    public void A_record_whose_key_was_lost_goes_on_in_one_that_names_its_last_checkpoint()
    {
        var signer = NoteSigner.Of("assembly.example.org/record/second", KeyFile.New());
        var log = RecordLog.Open(signer, [], null);
        var last = (record.Checkpoints[^1], record.Key.ToString());
        Assert.Null(log.Prepare(new EntryDraft(new LogOpened("Assembly") { Predecessor = last }, "clerk", record.Now), out _));
        var (note, key) = (last.Item1.Replace("\n2\n", "\n3\n", StringComparison.Ordinal), signer.Key.ToString());
        Assert.Equal("predecessor", log.Prepare(new EntryDraft(new LogOpened("Assembly") { Predecessor = (note, last.Item2) }, "clerk", record.Now), out _)!.Rule);
        Assert.Equal("predecessor", log.Prepare(new EntryDraft(new LogOpened("Assembly") { Predecessor = (last.Item1, key) }, "clerk", record.Now), out _)!.Rule);
    }

    [Fact]
    public void An_anchor_names_an_earlier_checkpoint()
    {
        var checkpoint = SignedCheckpoint.Parse(record.Checkpoints[0])!.Checkpoint;
        Assert.Null(record.Refusal(new AnchorRecorded(checkpoint, AnchorKind.Mail, "every office")));
        Assert.Equal("anchor", record.Refusal(new AnchorRecorded(checkpoint with { Size = 2 }, AnchorKind.Mail)));
        Assert.Equal("anchor", record.Refusal(new AnchorRecorded(checkpoint with { Size = 3 }, AnchorKind.Mail)));
    }

    [Fact]
    public void What_no_record_can_hold_is_refused_before_it_is_signed()
    {
        Assert.Equal("canonical", record.Refusal(new AskWithdrawn("a1", "half \ud83d")));
        Assert.Equal("canonical", record.Refusal(new AskWithdrawn("a1", "e\u0301 in two parts")));
        Assert.Equal("canonical", record.Refusal(new AskWithdrawn("a1", new string('x', 70_000))));
        Assert.Equal("body", record.Refusal(new AskWithdrawn("a1", "")));
        Assert.Equal("first_entry", record.Refusal(new LogOpened("again")));
        Assert.Equal("header", record.Log.Prepare(new EntryDraft(new AskWithdrawn("a1", "x"), "Jane Doe", record.Now), out _)!.Rule);
        var once = Disclosure.Make("name", "Åsa");
        record.Add(new SessionOpened(), once);
        Assert.Equal("digest_twice", record.Log.Prepare(new EntryDraft(new TurnoutCounted(1, "x", record.Now), "scribe", record.Now) { Disclosures = [once] }, out _)!.Rule);
    }
}
