using System.Text;
using Assemblies.Agenda.Evening;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record.Log;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Assemblies.Testimony;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Record.Log;

/// <summary>A testimony enters the record when it was heard; who gave it only as a digest that can be opened as long as they agree.</summary>
public sealed class TestimonyEntriesTests : IAsyncDisposable
{
    private EveningFloor evening = null!;
    private HttpClient organiser = null!;

    private string Api => $"/api/assemblies/{evening.Hall.Assembly.Id}";

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public async Task A_testimony_that_was_heard_is_an_entry_and_its_giver_a_digest_that_opens_while_they_agree()
    {
        await OpenAsync();
        await SpeakAsync();
        Assert.Equal(["log.opened", "session.opened", "testimony.heard"], await TypesAsync());
        var files = await FilesAsync();
        Assert.DoesNotContain("Amina", Encoding.UTF8.GetString(files.Find("entries.jsonl")!), StringComparison.Ordinal);
        Assert.Equal(["Amina"], Names(files));
        Assert.Equal("valid", (await VerifyAsync()).Headline);

        (await organiser.PostAsJsonAsync($"{Api}/speakers/{evening.Speaker.Id}/withdraw-consent", new { })).EnsureSuccessStatusCode();
        Assert.Empty(Names(await FilesAsync()));
        Assert.Equal("valid, 1 withheld", (await VerifyAsync()).Headline);
        Assert.Equal((0, 0), (await evening.Hall.Server.ReadAsync(db => db.SealedDisclosures.CountAsync()), await evening.Hall.Server.ReadAsync(db => db.SubjectKeys.CountAsync())));
    }

    [Fact]
    public async Task A_name_is_not_published_where_the_speaker_agreed_to_the_hall_s_screens_only()
    {
        await OpenAsync();
        await evening.Hall.Server.ChangeAsync(db => db.Add(EveningFloor.Agrees(evening.Speaker, 3, ConsentChannel.Web, isGiven: false)));
        await SpeakAsync();
        Assert.Empty(Names(await FilesAsync()));
        var kept = await evening.Hall.Server.ReadAsync(db => db.SealedDisclosures.SingleAsync());
        Assert.DoesNotContain("Amina", Encoding.Latin1.GetString(kept.Sealed), StringComparison.Ordinal);
        await evening.Hall.Server.ChangeAsync(db => db.Add(EveningFloor.Agrees(evening.Speaker, 4, ConsentChannel.Web)));
        Assert.Equal(["Amina"], Names(await FilesAsync()));
    }

    [Fact]
    public async Task Those_who_had_a_place_in_an_item_without_a_clock_were_heard_and_are_written_down_once()
    {
        await OpenAsync();
        await ToStoriesAsync();
        await evening.DoneAsync(EveningStepKind.Advanced);
        var version = (await evening.PresentAsync()).Version;
        await evening.DoneAsync(EveningStepKind.Undone, c => c with { Undoes = version });
        await evening.DoneAsync(EveningStepKind.Advanced);
        Assert.Single(await TypesAsync(), t => t == "testimony.heard");
    }

    [Fact]
    public async Task A_locked_record_does_not_hold_up_the_evening_and_gets_the_entry_at_the_close()
    {
        await OpenAsync("--Record:RehearsalKeys", "false");
        await SpeakAsync();
        Assert.Empty(await TypesAsync());
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/key", new RecordPassphraseCommand("four words on paper"));
        await organiser.SendAsync<RecordStatus>($"{Api}/public-record/close", new CloseRecordCommand());
        Assert.Equal(["log.opened", "session.opened", "testimony.heard", "session.closed"], await TypesAsync());
    }

    private async Task OpenAsync(params string[] settings)
    {
        evening = await EveningFloor.OpenAsync(settings: settings);
        organiser = await evening.Hall.Server.OrganiserAsync();
    }

    private async Task ToStoriesAsync()
    {
        await evening.DoneAsync(EveningStepKind.Started);
        await evening.DoneAsync(EveningStepKind.Advanced);
        await evening.DoneAsync(EveningStepKind.Advanced);
    }

    private async Task SpeakAsync()
    {
        await ToStoriesAsync();
        await evening.DoneAsync(EveningStepKind.ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 180, SubjectId = evening.Speaker.Id });
        Assert.DoesNotContain("testimony.heard", await TypesAsync());
        evening.Wait(170);
        await evening.DoneAsync(EveningStepKind.ClockStopped, c => c with { Clock = EveningClockKind.Speaker });
    }

    private Task<List<string>> TypesAsync() => evening.Hall.Server.ReadAsync(db => db.RecordEntries.OrderBy(e => e.Seq).Select(e => e.Type).ToListAsync());

    private async Task<Verdict> VerifyAsync()
    {
        var status = await organiser.ReadAsync<RecordStatus>($"{Api}/public-record");
        return await evening.Hall.Server.VerifyAsync(status.Path!, status.VerifierKey!);
    }

    private async Task<PublishedFiles> FilesAsync() =>
        await evening.Hall.Server.BundleAsync((await organiser.ReadAsync<RecordStatus>($"{Api}/public-record")).Path!);

    private static List<string> Names(PublishedFiles files)
    {
        Assert.True(StrictJson.TryRead(files.Find("disclosures.json")!, out var list, int.MaxValue));
        return [.. ((List<object?>)list!).Select(text => (string)Disclosure.Parse((string)text!)!.Value!)];
    }
}
