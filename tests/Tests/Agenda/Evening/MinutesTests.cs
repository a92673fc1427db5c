using System.Net;
using Assemblies.Agenda.Evening;
using Assemblies.Record;
using Assemblies.Tests.Harness;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.Evening;

/// <summary>After the evening: minutes and planned against actual, from the history alone.</summary>
public sealed class MinutesTests
{
    [Fact]
    public async Task The_minutes_tell_what_happened_with_the_answers_the_hall_was_shown_and_no_name_without_consent()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.Hall.Server.ChangeAsync(db =>
        {
            db.Speakers.Attach(floor.Speaker).Entity.ScreenConsentAt = null;
            db.AgendaItems.Attach(floor.Items[2]).Entity.Notes = new(Chair: "She may cry.");
        });
        using var organiser = await PageClient.FirstOrganiserAsync(floor.Hall.Server);
        var path = $"/assemblies/{floor.Hall.Assembly.Id}/minutes";
        Assert.Contains("Nothing has happened yet", (await organiser.GetAsync(path)).Text, StringComparison.Ordinal);

        await floor.DoneAsync(Started);
        floor.Wait(360);
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[2].Id });
        await floor.DoneAsync(ClockStarted, c => c with { Clock = EveningClockKind.Speaker, Seconds = 120, SubjectId = floor.Speaker.Id });
        floor.Wait(150);
        await floor.DoneAsync(Skipped, c => c with { ItemId = floor.Items[4].Id });
        await floor.DoneAsync(Skipped, c => c with { ItemId = floor.Items[1].Id });
        await floor.DoneAsync(Undone, c => c with { Undoes = 4 });
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[3].Id });
        var team = await FloorTeam.OpenAsync(floor.Hall);
        await team.PutAsync(floor.Hall.Mayor, floor.Hall.Leader);
        await team.RecordAsync(floor.Hall.Mayor, new AnswerWords(AnswerCode.Yes, "Yes, I will."));
        await team.RuleAsync(floor.Hall.Mayor, Ruling.Confirm);
        await team.RevealAsync(floor.Hall.Mayor);
        await team.RecordAsync(floor.Hall.Leader, new AnswerWords(AnswerCode.No, "Never said aloud."));
        floor.Wait(60);
        await floor.DoneAsync(Ended);

        var page = (await organiser.GetAsync(path)).Text;
        Assert.Contains("Ask 1, A. Mayor: YES.", page, StringComparison.Ordinal);
        Assert.Contains("“Yes, I will.”", page, StringComparison.Ordinal);
        Assert.Contains("asked at 17:08, no answer was announced", page, StringComparison.Ordinal);
        Assert.Contains("A speaker of St Mary's", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Housing began.", page, StringComparison.Ordinal);
        foreach (var secret in new[] { "Amina", "Never said aloud", "She may cry", "Choir was left out" })
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Contains("Roll call was left out.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planned_against_actual_is_a_table_for_a_spreadsheet()
    {
        await using var floor = await EveningFloor.OpenAsync();
        await floor.DoneAsync(Started);
        floor.Wait(200);
        await floor.DoneAsync(Inserted, c => c with { Text = "=cmd()", Seconds = 60 });
        await floor.DoneAsync(Advanced);
        floor.Wait(90);
        await floor.DoneAsync(Ended);
        using var organiser = await floor.Hall.Server.OrganiserAsync();
        var lines = (await organiser.GetStringAsync($"/assemblies/{floor.Hall.Assembly.Id}/planned-v-actual.csv")).Split("\r\n");
        Assert.Equal("welcome,Welcome,,done,300,200,17:00,17:03", lines[1]);
        Assert.Equal("free,\"'=cmd()\",,\"done, inserted\",0,90,17:03,17:04", lines[2]);
        Assert.Equal("roll_call,Roll call,,planned,600,0,,", lines[3]);
    }
}
