using System.Net;
using Assemblies.Institutions;
using Assemblies.Passes;
using Assemblies.Shell;
using Assemblies.Tests.Harness;

namespace Assemblies.Tests.Passes;

public sealed class HolderPageTests : IAsyncLifetime
{
    private Hall hall = null!;
    private HttpClient organiser = null!;
    private IssuedPass pass = null!;

    private string Path => $"/api/assemblies/{hall.Assembly.Id}/passes";

    public async ValueTask InitializeAsync()
    {
        hall = await Hall.OpenAsync();
        organiser = await hall.Server.OrganiserAsync();
        await hall.Server.ChangeAsync(db => db.People.Add(
            new Person { AssemblyId = hall.Assembly.Id, InstitutionId = hall.Institution.Id, Name = "Grace Okafor", RegisteredAt = TestServer.Evening }));
        pass = (await organiser.SendAsync<List<IssuedPass>>(Path, new IssueCommand()))[0];
    }

    public ValueTask DisposeAsync() => hall.Server.DisposeAsync();

    [Fact]
    public async Task The_holder_sees_the_code_the_place_and_the_time_but_no_name()
    {
        var page = await (await GetAsync(pass.Token.ToLowerInvariant())).Content.ReadAsStringAsync();
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains(ShortCodes.ForReading(pass.ShortCode), page, StringComparison.Ordinal);
        Assert.Contains("St Mary&#x27;s", page, StringComparison.Ordinal);
        Assert.Contains("Thursday 1 October 2026, 19:00 BST", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_in_the_code_opens_the_page_as_a_camera_opens_it() =>
        Assert.Equal(HttpStatusCode.OK, (await hall.Server.Visitor().GetAsync(new Uri(pass.Address).AbsolutePath)).StatusCode);

    [Fact]
    public async Task Nobody_may_keep_the_page_or_learn_its_address()
    {
        var response = await GetAsync(pass.Token);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", response.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory, InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAA"), InlineData("hello")]
    public async Task An_unknown_pass_is_a_friendly_404(string token)
    {
        var response = await GetAsync(token);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("help desk", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_pass_and_a_revoked_pass_say_so_and_show_no_code()
    {
        await organiser.SendAsync<IssuedPass>($"{Path}/{pass.Id}/replace", new { });
        var replaced = await (await GetAsync(pass.Token)).Content.ReadAsStringAsync();
        await organiser.SendAsync<IssuedPass>($"{Path}/{pass.Id}/revoke", new { });
        var revoked = await (await GetAsync(pass.Token)).Content.ReadAsStringAsync();
        Assert.Contains("was replaced", replaced, StringComparison.Ordinal);
        Assert.Contains("was withdrawn", revoked, StringComparison.Ordinal);
        Assert.All([replaced, revoked], page => Assert.DoesNotContain("<svg", page, StringComparison.Ordinal));
    }

    [Fact]
    public void An_upper_case_address_stays_in_alphanumeric_mode()
    {
        var token = new string('A', 26);
        // 55 characters: version 4 holds 67 alphanumeric ones at level Q, but only 46 bytes (ISO/IEC 18004, table 7).
        using var upper = QrCode.Modules($"HTTPS://ASSEMBLY.EXAMPLE.ORG/P/{token}");
        using var lower = QrCode.Modules($"https://assembly.example.org/p/{token}");
        Assert.Equal(4, upper.Version);
        Assert.Equal(5, lower.Version);
    }

    private Task<HttpResponseMessage> GetAsync(string token) => hall.Server.Visitor().GetAsync($"/p/{token}");
}
