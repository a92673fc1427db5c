using Assemblies.PublicRecord.Text;

namespace Assemblies.PublicRecord.Entries;

/// <summary>Entry 0. A record whose key was lost goes on in another, which names the last checkpoint of the first.</summary>
/// <param name="Title">The assembly's title.</param>
public sealed record LogOpened(string Title) : EntryBody
{
    /// <summary>Who keeps this record.</summary>
    public string? Organisation { get; init; }

    /// <summary>The day of the assembly in its own time zone.</summary>
    public DateOnly? On { get; init; }

    /// <summary>IANA time zone of the assembly's calendar dates.</summary>
    public string? Zone { get; init; }

    /// <summary>Where it is held.</summary>
    public string? Venue { get; init; }

    /// <summary>BCP 47 tag of the language that the record is written in.</summary>
    public string? Language { get; init; }

    /// <summary>The last checkpoint note of the record that this one succeeds, and the verifier key that it is signed with.</summary>
    public (string Note, string Key)? Predecessor { get; init; }

    public override string Type => "log.opened";

    public override JsonMap ToJson() => new JsonMap()
        .With("title", Title).With("organisation", Organisation).With("date", Date(On)).With("zone", Zone).With("venue", Venue).With("language", Language)
        .With("predecessor", Predecessor?.Note).With("predecessor_vkey", Predecessor?.Key);
}

/// <summary>A power-holder whom an ask is put to.</summary>
/// <param name="Of">The id that answers name; it stays with the office when the person changes.</param>
/// <param name="Office">The office that can grant the ask.</param>
/// <param name="Person">Who holds it.</param>
public sealed record Addressee(string Of, string Office, string Person);

/// <summary>The words of an ask and what will count as keeping it.</summary>
/// <param name="Ask">The ask's id.</param>
/// <param name="Version">1 when it is published, one more with each amendment.</param>
/// <param name="Text">"Will you …?"</param>
/// <param name="To">Whom it is put to: with the asks, the cells that need an answer when the session closes.</param>
public sealed record AskWords(string Ask, int Version, string Text, IReadOnlyList<Addressee> To)
{
    /// <summary>Its place on the score sheet, from 1.</summary>
    public int? Number { get; init; }

    /// <summary>Area or campaign.</summary>
    public string? Area { get; init; }

    /// <summary>BCP 47 tag of the text.</summary>
    public string? Language { get; init; }

    /// <summary>When it will count as kept, decided before it is answered.</summary>
    public string? KeptIf { get; init; }

    /// <summary>When it will count as not kept.</summary>
    public string? NotKeptIf { get; init; }

    /// <summary>The date that the ask itself names, in the assembly's time zone.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Which institution or team follows it up.</summary>
    public string? Owner { get; init; }

    /// <summary>When the words were sent to the offices.</summary>
    public DateOnly? Sent { get; init; }

    internal JsonMap ToJson() => new JsonMap()
        .With("ask", Ask).With("version", (long)Version).With("text", Text).With("number", (long?)Number).With("area", Area).With("language", Language)
        .With("kept_if", KeptIf).With("not_kept_if", NotKeptIf).With("due", Due is { } due ? StrictText.ToDate(due) : null).With("owner", Owner)
        .With("sent", Sent is { } sent ? StrictText.ToDate(sent) : null)
        .With("to", To.Select(t => new JsonMap { ["of"] = t.Of, ["office"] = t.Office, ["person"] = t.Person }).ToList<object?>());
}

/// <summary>An ask was committed to before it was put.</summary>
public sealed record AskPublished(AskWords Ask) : EntryBody
{
    public override string Type => "ask.published";
    public override JsonMap ToJson() => Ask.ToJson();
}

/// <summary>An ask was reworded, before the session or on stage.</summary>
/// <param name="Ask">The words from now on, whole.</param>
/// <param name="Reason">Why.</param>
public sealed record AskAmended(AskWords Ask, string Reason) : EntryBody
{
    public override string Type => "ask.amended";
    public override JsonMap ToJson() => Ask.ToJson().With("reason", Reason);
}

/// <summary>An ask that nobody answered yet will not be put.</summary>
public sealed record AskWithdrawn(string Ask, string Reason) : EntryBody
{
    public override string Type => "ask.withdrawn";
    public override JsonMap ToJson() => new JsonMap().With("ask", Ask).With("reason", Reason);
}
