using System.Net;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Shell;

public sealed class FrameTests
{
    [Fact]
    public async Task Every_reply_forbids_frames_foreign_scripts_and_guessing_of_types()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        foreach (var path in new[] { "/sign-in", "/nowhere", "/api/nowhere", "/shell.css" })
        {
            var headers = (await visitor.GetAsync(path)).Headers;
            Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_to_people_and_to_programs()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        var page = await visitor.GetAsync("/nowhere");
        var reply = await visitor.GetAsync("/api/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Nothing is here", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/x.php")]
    [InlineData("/.env")]
    [InlineData("/wp-admin/setup.php")]
    [InlineData("/app/assets/gone.js")]
    public async Task Nobody_has_to_sign_in_to_learn_that_a_file_does_not_exist(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        var got = await visitor.GetAsync(path);
        var posted = await visitor.PostAsync(path, null);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (got.StatusCode, posted.StatusCode));
        Assert.Contains("Nothing is here", await got.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_the_app_are_served_to_everybody()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        foreach (var (path, type) in new[]
            { ("/app/pages.css", "text/css"), ("/app/icon.svg", "image/svg+xml"), ("/app/pair", "text/html"), ("/favicon.ico", "image/png") })
        {
            var reply = await visitor.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, type), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Search_engines_are_told_to_leave_passes_and_the_app_alone()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        var lines = (await visitor.GetStringAsync("/robots.txt")).Split('\n');

        Assert.Contains("Disallow: /p/", lines);
        Assert.Contains("Disallow: /app/", lines);
    }

    [Fact]
    public async Task A_fault_of_the_server_is_told_to_programs_as_problem_details_without_its_cause()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await server.OrganiserAsync();
        await server.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Institutions RENAME TO Gone"));

        var reply = await organiser.GetAsync("/api/institutions");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Institutions", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_to_everybody()
    {
        await using var server = await TestServer.StartAsync();
        using var visitor = server.Visitor();

        Assert.Equal("Healthy", await visitor.GetStringAsync("/health"));
    }

    [Fact]
    public async Task The_api_asks_for_a_token_and_ignores_the_cookie_of_the_pages()
    {
        await using var server = await TestServer.StartAsync();
        using var organiser = await PageClient.FirstOrganiserAsync(server);

        Assert.Equal(HttpStatusCode.Unauthorized, (await organiser.GetAsync("/api/tokens")).Status);
    }
}
