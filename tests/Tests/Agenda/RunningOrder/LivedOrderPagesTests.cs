using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Tests.Agenda.Evening;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static Assemblies.Agenda.Evening.EveningStepKind;

namespace Assemblies.Tests.Agenda.RunningOrder;

/// <summary>The organiser's running-order pages while the evening runs, and who leaves before their item.</summary>
public abstract class LivedOrderPagesTests(TestDatabaseKind kind) : IAsyncLifetime
{
    private EveningFloor floor = null!;
    private PageClient maria = null!;

    private string Order => $"/assemblies/{floor.Hall.Assembly.Id}/running-order";

    public async ValueTask InitializeAsync()
    {
        floor = await EveningFloor.OpenAsync(kind);
        maria = await PageClient.FirstOrganiserAsync(floor.Hall.Server);
        // To the minute at which the assembly starts.
        floor.Wait(2 * 60 * 60);
    }

    public async ValueTask DisposeAsync()
    {
        maria.Dispose();
        await floor.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_page_shows_the_evening_as_it_is_lived()
    {
        await floor.DoneAsync(Started);
        floor.Wait(6 * 60);
        await floor.DoneAsync(Advanced);
        await floor.DoneAsync(Skipped, c => c with { ItemId = floor.Items[4].Id });
        await floor.DoneAsync(LengthChanged, c => c with { ItemId = floor.Items[5].Id, Seconds = 90 });
        await floor.DoneAsync(Inserted, c => c with { AfterItemId = floor.Items[5].Id, Text = "Collection", Seconds = 60 });
        floor.Wait(60);
        var page = (await maria.GetAsync(Order)).Text;
        Assert.Contains("The evening is running, 1 min late , begun 19:00. As of 19:07.", page, StringComparison.Ordinal);
        Assert.Contains("Will end 19:36, 68 min 30 s before the hard end.", page, StringComparison.Ordinal);
        Assert.Contains("19:00 Welcome done in 6:00", page, StringComparison.Ordinal);
        Assert.Contains("19:06 Roll call now, for 1:00", page, StringComparison.Ordinal);
        Assert.Contains("19:34 Choir skipped", page, StringComparison.Ordinal);
        Assert.Contains("1:30 planned 4:00", page, StringComparison.Ordinal);
        Assert.Contains("19:35 Collection", page, StringComparison.Ordinal);
        Assert.Contains("1:00 not planned", page, StringComparison.Ordinal);
        await floor.DoneAsync(Ended);
        page = (await maria.GetAsync(Order)).Text;
        Assert.Contains("The evening is over", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Add an item at the end", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_changed_skipped_and_taken_back_in_and_a_form_sent_twice_does_no_harm()
    {
        await floor.DoneAsync(Started);
        var path = $"{Order}/{floor.Items[4].Id}";
        var form = await maria.GetAsync(path);
        (string, string)[] fields = [("kind", "performance"), ("title", "Choir"), ("plannedSeconds", "2"), ("position", "5"), ("notes.chair", "Short.")];
        for (var i = 0; i < 2; i++)
            Assert.Equal(Order, (await maria.SendAsync(form, path, "save", fields)).Location);
        Assert.Equal([Started, LengthChanged], await StepsAsync());
        Assert.Contains("2:00 planned 6:00", (await maria.GetAsync(Order)).Text, StringComparison.Ordinal);

        // The page was opened before somebody else changed the length: what was typed is kept, and a second try is meant.
        await floor.DoneAsync(LengthChanged, c => c with { ItemId = floor.Items[4].Id, Seconds = 180 });
        fields[2] = ("plannedSeconds", "4");
        var refused = await maria.SendAsync(form, path, "save", fields);
        Assert.Contains("id=\"plannedSeconds-problem\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal("4", refused.Value("plannedSeconds"));
        Assert.NotNull((await maria.SendAsync(refused, path, "save", fields)).Location);

        await maria.PostAsync(path, "remove");
        Assert.Equal(ItemStatus.Skipped, (await floor.PresentAsync()).Items[floor.Items[4].Id].Status);
        await maria.PostAsync(Order, "restore", ("id", $"{floor.Items[4].Id}"));
        var item = (await floor.PresentAsync()).Items[floor.Items[4].Id];
        Assert.Equal((ItemStatus.Planned, 240, "Short."), (item.Status, item.Seconds, item.Notes.Chair));

        var page = await maria.GetAsync(Order);
        for (var i = 0; i < 2; i++)
            await maria.SendAsync(page, Order, "add", ("kind", "free"), ("title", "Collection"), ("plannedSeconds", "1"));
        Assert.Single((await floor.PresentAsync()).Items.Values, i => i.Title == "Collection");
    }

    [Fact]
    public async Task Whoever_leaves_before_the_item_that_needs_them_or_asks_them_is_named_until_it_is_over()
    {
        await floor.Hall.Server.ChangeAsync(db =>
        {
            db.PowerHolders.Single(p => p.Id == floor.Hall.Mayor.Id).DepartsAt = new LocalDateTime(2026, 10, 1, 19, 30);
            db.PowerHolders.Single(p => p.Id == floor.Hall.Leader.Id).DepartsAt = new LocalDateTime(2026, 10, 1, 19, 20);
            // The leader need not be on the stage for the item, but the ask is put to both.
            if (!db.AskTargets.Any(t => t.AskId == floor.Hall.Ask.Id && t.PowerHolderId == floor.Hall.Leader.Id))
                db.AskTargets.Add(new AskTarget { AskId = floor.Hall.Ask.Id, PowerHolderId = floor.Hall.Leader.Id });
        });
        var page = (await maria.GetAsync(Order)).Text;
        Assert.Contains("A. Mayor leaves at 19:30 , during item 4, “Housing”.", page, StringComparison.Ordinal);
        Assert.Contains("B. Leader leaves at 19:20 , before item 4, “Housing”.", page, StringComparison.Ordinal);
        await floor.DoneAsync(Started);
        await floor.DoneAsync(Advanced, c => c with { ItemId = floor.Items[3].Id });
        Assert.DoesNotContain("leaves at", (await maria.GetAsync(Order)).Text, StringComparison.Ordinal);
        floor.Wait(13 * 60);
        Assert.DoesNotContain("leaves at", (await maria.GetAsync(Order)).Text, StringComparison.Ordinal);
        floor.Wait(8 * 60);
        page = (await maria.GetAsync(Order)).Text;
        Assert.Contains("B. Leader leaves at 19:20 , during item 2, “Housing”.", page, StringComparison.Ordinal);
        await floor.DoneAsync(Advanced);
        Assert.DoesNotContain("leaves at", (await maria.GetAsync(Order)).Text, StringComparison.Ordinal);
    }

    private Task<List<EveningStepKind>> StepsAsync() => floor.Hall.Server.ReadAsync(db => db.EveningSteps.OrderBy(s => s.Version).Select(s => s.Kind).ToListAsync());
}

public sealed class LivedOrderPagesOnSqliteTests() : LivedOrderPagesTests(TestDatabaseKind.Sqlite);

public sealed class LivedOrderPagesOnPostgresTests() : LivedOrderPagesTests(TestDatabaseKind.Postgres);
