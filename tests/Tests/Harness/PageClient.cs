using System.Net;
using System.Text.RegularExpressions;
using Assemblies.Shell;

namespace Assemblies.Tests.Harness;

/// <summary>Somebody with a browser and no script: opens pages, fills in their forms, keeps cookies.</summary>
public sealed partial class PageClient(Uri address) : IDisposable
{
    public const string Password = "four unrelated long words";

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = address,
    };

    /// <summary>Makes the first account of a server through its set-up link and is signed in.</summary>
    public static async Task<PageClient> FirstOrganiserAsync(TestServer server, string email = "maria@example.org")
    {
        var client = new PageClient(server.Address);
        var page = await client.PostAsync(server.Services.GetRequiredService<SetUp>().Path, "set-up", ("email", email), ("password", Password));
        Assert.Equal("/assemblies", page.Location);
        return client;
    }

    /// <summary>Signs in with the account that <see cref="FirstOrganiserAsync"/> made, also at another server on the same data.</summary>
    public static async Task<PageClient> SignedInAsync(TestServer server, string email = "maria@example.org")
    {
        var client = new PageClient(server.Address);
        Assert.Equal("/assemblies", (await client.PostAsync("/sign-in", "sign-in", ("email", email), ("password", Password))).Location);
        return client;
    }

    public async Task<Page> GetAsync(string path) => await ReadAsync(await http.GetAsync(path));

    /// <summary>Opens a page, fills in one of its forms and sends it, with the hidden fields as the page gave them.</summary>
    public async Task<Page> PostAsync(string path, string form, params (string Name, string Value)[] fields) =>
        await SendAsync(await GetAsync(path), path, form, fields);

    /// <summary>Sends a form of a page that is open already; each field given replaces those of its name.</summary>
    public async Task<Page> SendAsync(Page page, string path, string form, params (string Name, string Value)[] fields)
    {
        var hidden = page.HiddenFields(form).Where(h => fields.All(f => f.Name != h.Key));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await ReadAsync(await http.PostAsync(page.Action(form) ?? path, content));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<Page> UploadAsync(string path, string form, string field, byte[] file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await GetAsync(path)).HiddenFields(form).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), field, "people.csv");
        return await ReadAsync(await http.PostAsync(path, content));
    }

    /// <summary>Posts fields as they are, for what no page would send.</summary>
    public async Task<Page> PostRawAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await http.PostAsync(path, content));
    }

    public void Dispose() => http.Dispose();

    private static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return new Page(response.StatusCode, Local(response), await response.Content.ReadAsStringAsync());
    }

    private static string? Local(HttpResponseMessage response) =>
        response.Headers.Location is { IsAbsoluteUri: true } location && location.Authority == response.RequestMessage!.RequestUri!.Authority
            ? location.PathAndQuery
            : response.Headers.Location?.OriginalString;

    /// <summary>What a browser got; an address of the same site without its host.</summary>
    public sealed partial record Page(HttpStatusCode Status, string? Location, string Html)
    {
        /// <summary>The text as people read it.</summary>
        public string Text => WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Html, " "), " "));

        /// <summary>The value a field shows.</summary>
        public string? Value(string field)
        {
            var input = Regex.Match(Html, $"""<input[^>]*\bname="{Regex.Escape(field)}"[^>]*>""");
            return input.Success && ValueAttribute().Match(input.Value) is { Success: true } value ? WebUtility.HtmlDecode(value.Groups[1].Value) : null;
        }

        internal string? Action(string form) =>
            Regex.Match(Form(form), "^<form[^>]*\\baction=\"([^\"]*)\"") is { Success: true } action ? WebUtility.HtmlDecode(action.Groups[1].Value) : null;

        internal IEnumerable<KeyValuePair<string, string>> HiddenFields(string form) => Hidden().Matches(Form(form)).Select(m =>
            KeyValuePair.Create(Name().Match(m.Value).Groups[1].Value, WebUtility.HtmlDecode(ValueAttribute().Match(m.Value).Groups[1].Value)));

        private string Form(string form)
        {
            var found = Forms().Matches(Html).Select(m => m.Value)
                .FirstOrDefault(f => f.Contains($"""name="_handler" value="{form}" """.TrimEnd(), StringComparison.Ordinal));
            Assert.True(found is not null, $"The page has no form \"{form}\": {Text}");
            return found;
        }

        [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
        private static partial Regex Forms();

        [GeneratedRegex("""<input[^>]*type="hidden"[^>]*>""")]
        private static partial Regex Hidden();

        [GeneratedRegex("\\bname=\"([^\"]*)\"")]
        private static partial Regex Name();

        [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
        private static partial Regex ValueAttribute();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tags();

        [GeneratedRegex("\\s+")]
        private static partial Regex Blanks();
    }
}
