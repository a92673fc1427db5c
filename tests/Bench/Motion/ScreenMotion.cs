using Assemblies.Browser.Harness;
using Assemblies.Displays;
using AnswerCode = Assemblies.Record.AnswerCode;

namespace Assemblies.Bench.Motion;

/// <summary>How smoothly the real projector page moves in real Chromium at 1,920 × 1,080, beside a blank page on which one layer fades: what the machine itself misses is in both.</summary>
internal static class ScreenMotion
{
    private const int Moves = 16;
    private const string Floor = "one fade on a blank page";

    /// <summary>From the tap until everything that it moves stands: on its way, coalesced, 600 ms of rolling digits.</summary>
    private const int MoveMs = 900;

    private static readonly AnswerCode[] Codes = [AnswerCode.Yes, AnswerCode.YesWithConditions, AnswerCode.No];

    public static async Task RunAsync(int repetitions)
    {
        (string, Func<Task<FrameTimes>>)[] competitors =
        [
            (Floor, FloorAsync),
            ("people arrive, 20 a second", ArrivalsAsync),
            ("one answer is revealed", () => RevealsAsync(8, 2, 1)),
            ("nine answers are revealed at once", () => RevealsAsync(8, 9, 9)),
            ("a square of the tote board turns", ToteBoardAsync),
            ("another scene", ScenesAsync),
        ];
        var runs = new Rotation<FrameTimes>(competitors);
        await runs.RunAsync(repetitions);
        Console.WriteLine($"\nMotion of a projector, 1,920 × 1,080, no GPU, {repetitions} repetitions of {Moves} moves (medians); {runs.Validity(Floor, f => f.P95)}");
        Console.WriteLine($"  {"",-36}{"frames/s",9}{"p95",10}{"p99",10}{"longest",11}{"missed",9}{"long tasks",13}{"main thread",14}{"script",11}{"layout",11}");
        foreach (var (name, own) in runs.Results)
        {
            double Median(Func<FrameTimes, double> of) => Rotation.Median(own.Select(of));
            Console.WriteLine($"  {name,-36}{Median(f => f.PerSecond),9:0.0}{Median(f => f.P95),7:0.0} ms{Median(f => f.P99),7:0.0} ms{Median(f => f.Longest),8:0.0} ms"
                + $"{Median(f => f.Missed),9:P1}{Median(f => f.LongTasks),10:0.0} ms{Median(f => f.Busy.All),11:0.0} ms{Median(f => f.Busy.Script),8:0.0} ms{Median(f => f.Busy.Layout),8:0.0} ms");
        }
        Console.WriteLine("  (the last four columns: for each move, the page's own recorder included; \"missed\" is of 60 frames a second)\n");
    }

    private static Task<FrameTimes> FloorAsync() => WithPageAsync(async page =>
    {
        await page.SetContentAsync("<body style='margin:0;background:#0a101c'><div style='position:fixed;inset:0;background:#fff;opacity:0'></div></body>");
        var film = await FrameFilm.OfAsync(page);
        for (var i = 0; i < Moves; i++)
            await film.ShootAsync(() => page.EvaluateAsync("() => { document.querySelector('div').animate([{ opacity: 1 }, { opacity: 0 }], 200); }"), MoveMs);
        return await film.DevelopAsync();
    });

    private static Task<FrameTimes> ArrivalsAsync() => OnScreenAsync(8, 2, async (hall, film) =>
    {
        await hall.ShowAsync(Scene.Turnout);
        for (var move = 0; move < Moves; move++)
        {
            var number = move * 20;
            await film.ShootAsync(async () =>
            {
                for (var i = 0; i < MoveMs / 50; i++)
                    await Task.WhenAll(hall.ArriveAsync(number + i), Task.Delay(50));
            }, MoveMs);
        }
    });

    private static Task<FrameTimes> RevealsAsync(int asks, int powerHolders, int atOnce) => OnScreenAsync(asks, powerHolders, async (hall, film) =>
    {
        foreach (var (ask, people) in hall.Asks)
            foreach (var some in people.Chunk(atOnce))
            {
                for (var i = 0; i < some.Length; i++)
                    await hall.PrepareAsync(ask, some[i], Codes[i % Codes.Length]);
                await SettleAsync();
                await film.ShootAsync(() => hall.RevealAsync(ask, some), MoveMs);
            }
    });

    private static Task<FrameTimes> ToteBoardAsync() => OnScreenAsync(8, 2, async (hall, film) =>
    {
        await hall.TakeAsync(Scene.ToteBoard);
        foreach (var (ask, people) in hall.Asks)
            foreach (var person in people)
            {
                await hall.PrepareAsync(ask, person, Codes[0]);
                await SettleAsync();
                await film.ShootAsync(() => hall.RevealAsync(ask, person), MoveMs);
            }
    });

    private static Task<FrameTimes> ScenesAsync() => OnScreenAsync(8, 2, async (hall, film) =>
    {
        foreach (var (ask, people) in hall.Asks)
        {
            foreach (var person in people)
                await hall.PrepareAsync(ask, person, Codes[1]);
            await hall.RevealAsync(ask, people);
        }
        await hall.ShowAsync(Scene.Welcome);
        await SettleAsync();
        Scene[] scenes = [Scene.Turnout, Scene.ToteBoard, Scene.Answer, Scene.Commitments];
        for (var i = 0; i < Moves; i++)
            await film.ShootAsync(() => hall.ShowAsync(scenes[i % scenes.Length], scenes[i % scenes.Length] == Scene.Answer ? hall.Asks[i / 4].Id : null), MoveMs);
    });

    // What the preparation moved (a put ask is shown) belongs to no film.
    private static Task SettleAsync() => Task.Delay(MoveMs);

    private static async Task<FrameTimes> OnScreenAsync(int asks, int powerHolders, Func<MotionHall, FrameFilm, Task> play)
    {
        await using var hall = await MotionHall.OpenAsync(asks, powerHolders);
        return await WithPageAsync(async page =>
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = hall.Pairing.Name, Value = hall.Pairing.Value, Url = hall.Address.ToString() }]);
            await page.GotoAsync(new Uri(hall.Address, "/app/screen").ToString());
            await page.Locator(".view.welcome").WaitForAsync();
            await page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");
            var film = await FrameFilm.OfAsync(page);
            await play(hall, film);
            return await film.DevelopAsync();
        });
    }

    private static async Task<FrameTimes> WithPageAsync(Func<IPage, Task<FrameTimes>> film)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1_920, Height = 1_080 }, ColorScheme = ColorScheme.Dark });
        return await film(await context.NewPageAsync());
    }
}
