using System.Net;
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
    public async Task While_a_record_is_being_made_the_hall_s_page_and_invented_addresses_are_answered()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = evening.Hall.Server.Services.GetRequiredService<PublicDocuments>().SendAsync(new DefaultHttpContext(), new PublicDocument(
            evening.Hall.Assembly.Id, "held", PublicDocument.Html, new HashSet<ChangeChannel>(), async (_, cancellation) =>
            {
                begun.SetResult();
                await goOn.Task.WaitAsync(cancellation);
                return null;
            }) { Line = "record" });
        await begun.Task.WaitAsync(Patience);
        try
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/a/{evening.Hall.Assembly.Slug}"));
            var (ask, holder) = (evening.AskPath, evening.Hall.Mayor.Id);
            foreach (var invented in new[]
                { $"{evening.Home}/asks/{Guid.NewGuid()}", $"{evening.Home}/asks/{Guid.NewGuid()}/{holder}", $"{ask}/{Guid.NewGuid()}", $"{evening.Home}/asks/{Guid.NewGuid()}/embed" })
                Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(invented));
        }
        finally
        {
            goOn.SetResult();
        }
        await held;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(evening.AnswerPath(evening.Hall.Mayor)));
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await evening.Reader.GetAsync(address).WaitAsync(Patience);
        return answer.StatusCode;
    }
}
