using System.Net;
using Assemblies.Commitments.Publication.Across;
using Assemblies.Data;
using Assemblies.Shell.PublicPages;

namespace Assemblies.Tests.Record.Publication;

/// <summary>Who has a record made holds up neither the page that the hall reads nor an answer that needs no record.</summary>
public sealed class PublicLinesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private RecordEvening evening = null!;

    public async ValueTask InitializeAsync() => evening = await RecordEvening.PublishAsync();

    public ValueTask DisposeAsync() => evening.DisposeAsync();

    [Fact]
    public Task While_a_record_is_being_made_the_hall_s_page_and_invented_addresses_are_answered() => WhileHeldAsync("record",
        [$"/a/{evening.Hall.Assembly.Slug}", AcrossAddresses.Offices],
        [$"{evening.Home}/asks/{Guid.NewGuid()}", $"{evening.Home}/asks/{Guid.NewGuid()}/{evening.Hall.Mayor.Id}", $"{evening.AskPath}/{Guid.NewGuid()}", $"{evening.Home}/asks/{Guid.NewGuid()}/embed"],
        evening.AnswerPath(evening.Hall.Mayor));

    [Fact]
    public Task While_pages_over_all_assemblies_are_being_made_those_of_an_evening_and_invented_offices_and_institutions_are_answered() => WhileHeldAsync("across",
        [$"/a/{evening.Hall.Assembly.Slug}", evening.Home, evening.AskPath, $"{evening.Home}/feed.atom"],
        [AcrossAddresses.Office("Nobody"), AcrossAddresses.FeedOf(AcrossAddresses.Office("Nobody")), AcrossAddresses.Institution(Guid.NewGuid()), AcrossAddresses.FeedOf(AcrossAddresses.Institution(Guid.NewGuid()))],
        AcrossAddresses.Offices);

    private async Task WhileHeldAsync(string line, string[] others, string[] invented, string after)
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = evening.Hall.Server.Services.GetRequiredService<PublicDocuments>().SendAsync(new DefaultHttpContext(), new PublicDocument(
            line == "across" ? null : evening.Hall.Assembly.Id, "held", PublicDocument.Html, new HashSet<ChangeChannel>(), async (_, cancellation) =>
            {
                begun.SetResult();
                await goOn.Task.WaitAsync(cancellation);
                return null;
            }) { Line = line });
        await begun.Task.WaitAsync(Patience);
        try
        {
            foreach (var other in others)
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
            foreach (var nothing in invented)
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(nothing));
        }
        finally
        {
            goOn.SetResult();
        }
        await held;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(after));
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await evening.Reader.GetAsync(address).WaitAsync(Patience);
        return answer.StatusCode;
    }
}
