using System.Security.Cryptography;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Text;

namespace Assemblies.Tests.PublicRecord;

/// <summary>Makes evenings and their years of follow-up out of a seed: every type of entry occurs in some of them.</summary>
internal sealed class Evening(RecordWriter record, Random random)
{
    private static readonly string[] Quotes = ["Yes – but only for new builds.", "I won't promise that tonight.", "\"We'll see\", as they say.\n…", "Sí, sí, sí 🙂", "No.\tNever\\ever."];
    private readonly List<(long Seq, AnswerRecorded Answer)> answers = [];

    public static RecordWriter Write(int seed)
    {
        var record = RecordWriter.New();
        new Evening(record, new Random(seed)).Play();
        return record;
    }

    private void Play()
    {
        record.Add(new LogOpened($"Assembly {random.Next(100)}") { Organisation = "BUILD", On = new(2026, 10, 1), Zone = "Europe/London", Language = "en" });
        var asks = Publish();
        record.Add(new SessionOpened("St Mary's"));
        record.Add(new TurnoutCounted(random.Next(50, 7000), "doors", record.Now) { Under18s = random.Next(9) });
        Testify();
        foreach (var ask in asks)
            foreach (var to in ask.To)
                Answer(new(ask.Ask, ask.Version, to.Of, to.Office, to.Person));
        if (random.Next(3) == 0)
            record.Rotate();
        if (random.Next(5) == 0)
            return;
        var close = record.Add(new SessionClosed(record.Log.Size + 1));
        record.Add(new AnchorRecorded(SignedCheckpoint.Parse(record.Checkpoints[(int)close])!.Checkpoint, AnchorKind.Paper, "closing sheet"));
        record.Now += TimeSpan.FromDays(40);
        FollowUp();
        Redact();
    }

    private List<AskWords> Publish()
    {
        var asks = new List<AskWords>();
        for (var number = 1; number <= random.Next(1, 4); number++)
        {
            var to = Enumerable.Range(1, random.Next(1, 3)).Select(p => new Addressee($"p{p}", $"Office {p}", $"Official {p}")).ToList();
            var ask = new AskWords($"a{number}", 1, $"Will you do {number}?", to) { Number = number, KeptIf = "done", NotKeptIf = "not done", Due = new(2027, 6, 12), Sent = new(2026, 9, 20) };
            record.Add(new AskPublished(ask));
            if (random.Next(4) == 0)
            {
                ask = ask with { Version = 2, Text = ask.Text + " Really?" };
                record.Add(new AskAmended(ask, "clearer"));
            }
            if (number > 1 && random.Next(5) == 0)
                record.Add(new AskWithdrawn(ask.Ask, "granted in writing"));
            else
                asks.Add(ask);
        }
        return asks;
    }

    private void Testify()
    {
        for (var position = 1; position <= random.Next(3); position++)
        {
            var name = Disclosure.Make("name", $"Åsa {position}");
            record.Add(new TestimonyHeard(position), name, Disclosure.Make("institution", "St Mary's"));
            if (random.Next(2) == 0)
                record.Disclosures.Add(name);
        }
    }

    private void Answer(AnswerCell cell)
    {
        var seq = Record(cell, null);
        if (random.Next(5) == 0)
            seq = Record(cell, seq);
        if (random.Next(3) == 0)
            record.Add(new AnswerReadback(seq, ReadbackResult.Confirmed));
        if (random.Next(4) == 0)
            record.Add(new AnswerAcknowledged(seq, AcknowledgedHow.InRoom, cell.Office));
    }

    private long Record(AnswerCell cell, long? replaces)
    {
        var code = (AnswerCode)random.Next(9);
        var spoken = code is not (AnswerCode.Absent or AnswerCode.NotAsked);
        var answer = new AnswerRecorded(cell, code, new("scribe", record.Now, "chair", record.Now, spoken ? record.Now : null), random.Next(2) == 0 ? new(2027, 6, 12) : null)
        {
            Quote = spoken ? Quotes[random.Next(Quotes.Length)] : null,
            Language = spoken ? "en" : null,
            Condition = code == AnswerCode.YesWithConditions ? ("the budget passes", "the council") : null,
            ByWhen = code is AnswerCode.Deferred ? new(2026, 12, 1) : null,
            Part = code == AnswerCode.Partial ? "the first half" : null,
            Offer = code == AnswerCode.CounterOffer ? "Will you take half?" : null,
            TimesAsked = code == AnswerCode.NoAnswer ? 2 : null,
            Invitation = code == AnswerCode.Absent ? "invited 1 September; declined" : null,
            Reason = code == AnswerCode.NotAsked ? "time ran out" : null,
            MediaOffset = random.Next(2) == 0 ? random.Next(9000) : null,
            Replaces = replaces,
        };
        var seq = record.Add(answer);
        answers.RemoveAll(a => a.Seq == replaces);
        answers.Add((seq, answer));
        return seq;
    }

    private void FollowUp()
    {
        foreach (var (seq, answer) in answers)
        {
            if (random.Next(3) == 0)
                Correct(seq, answer);
            if (random.Next(3) == 0)
                record.Add(new AnswerDisputed(seq, answer.Cell.Office, "I never said that."));
            if (random.Next(2) == 0)
                Assess(seq, answer);
        }
    }

    private void Correct(long seq, AnswerRecorded answer)
    {
        var (old, changed) = (new JsonMap { ["quote"] = answer.Quote }, new JsonMap { ["quote"] = "As it was meant." });
        record.Add(new AnswerCorrected(seq, CorrectionClass.Misheard, old, changed, new("scribe", "chair", "organiser", "the recording")));
    }

    private void Assess(long seq, AnswerRecorded answer)
    {
        var paper = System.Text.Encoding.UTF8.GetBytes($"minutes {seq}");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(paper));
        var evidence = record.Add(new EntryDraft(new EvidenceAdded(seq, "Minutes") { Address = "https://example.org/minutes" }, "organiser", record.Now)
        {
            Attachments = [new("text/plain", sha256, paper.Length)],
        });
        if (random.Next(2) == 0)
            record.Files[sha256] = paper;
        var notice = record.Add(new ContactLogged(seq, new(2026, 11, 1), ContactHow.Letter, ContactPurpose.Notice, ContactOutcome.NoReply));
        var due = answer.Due;
        if (random.Next(3) == 0)
        {
            var later = new DateOnly(2027, 9, 1);
            record.Add(new DueChanged(seq, due, later, "the budget is late", true));
            due = later;
        }
        // Each on the last day on which it may be said: a day moved by a forger breaks it.
        record.Add(random.Next(4) switch
        {
            0 => new StatusAssessed(seq, DeliveryStatus.UnderWay, new(2026, 12, 1), ["organiser"]) { Evidence = [evidence] },
            1 => new StatusAssessed(seq, DeliveryStatus.Stalled, new(2026, 11, 15), ["organiser"]) { Contact = notice, Notice = notice },
            2 when due is not null => new StatusAssessed(seq, DeliveryStatus.NotKept, due.Value.AddDays(1), ["organiser", "chair"]) { Notice = notice, ReasonCode = StatusReason.NoMoney },
            _ => new StatusAssessed(seq, DeliveryStatus.Kept, new(2027, 9, 1), ["organiser", "chair"]) { Evidence = [evidence], MetOn = due ?? new(2027, 9, 1) },
        });
        record.Add(new ReplyPublished(record.Log.Size - 1, answer.Cell.Office, "We see it differently.") { OwnStatus = DeliveryStatus.UnderWay });
    }

    private void Redact()
    {
        if (record.Disclosures is [var erased, ..] && random.Next(2) == 0)
        {
            var target = record.Entries.FindIndex(e => System.Text.Encoding.UTF8.GetString(e.Bytes!).Contains(erased.Digest, StringComparison.Ordinal));
            record.Add(new RedactionMade(target, RedactionGround.ConsentWithdrawn, ("chair", "organiser")) { Digests = [erased.Digest] });
            record.Disclosures.RemoveAt(0);
        }
        if (answers.Count == 0 || random.Next(2) == 0)
            return;
        var (seq, answer) = answers[random.Next(answers.Count)];
        var body = answer.ToJson();
        var restated = new JsonMap();
        foreach (var name in (string[])["ask", "of", "answer", "replaces"])
            if (body.TryGetValue(name, out var value))
                restated[name] = value;
        record.Add(new RedactionMade(seq, RedactionGround.CourtOrder, ("chair", "organiser")) { Restates = ("answer.recorded", restated) });
        record.Withhold(seq);
    }
}
