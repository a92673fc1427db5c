using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Assemblies.Institutions;
using Assemblies.Institutions.Import;
using Assemblies.Tests.Agenda;
using Assemblies.Tests.Harness;
using Assemblies.Wire;
using Assemblies.Wire.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Institutions;

public sealed class ImportTests : IAsyncLifetime
{
    private TestServer server = null!;
    private HttpClient organiser = null!;
    private Guid assemblyId;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        organiser = await server.OrganiserAsync();
        assemblyId = (await AssemblyApiTests.PlanAsync(organiser, AssemblyApiTests.London)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        organiser.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task One_file_brings_institutions_with_numbers_and_their_people()
    {
        var reply = await ImportAsync("""
            Church,Turnout pledge,Goal,Region,Denomination,Turn-out captain,First name,Last name,Phone
            "St Mary's, Eltham",40,50,South,Catholic,Ruth Amoah,,,
            "St Mary's, Eltham",,,,,,Daniel,Cole,1
            East London Mosque,120,,East,,,Zoë,Martin,2
            """);

        Assert.Equal((3, 2, 2, 2), (reply.Rows, reply.NewInstitutions, reply.Delegations, reply.People));
        Assert.Equal(["Phone"], reply.IgnoredColumns);
        var table = await organiser.GetFromJsonAsync<DelegationTable>($"/api/assemblies/{assemblyId}/institutions", WireFormat.Json);
        Assert.Equal((160, 50, 2), (table!.Pledge, table.Goal, table.Registered));
        var eltham = table.Rows.Single(r => r.Institution == "St Mary's, Eltham");
        Assert.Equal((40, 50, "South", "Ruth Amoah", 1), (eltham.Pledge, eltham.Goal, eltham.Chapter, eltham.Captain, eltham.Registered));
        Assert.Equal(["Daniel Cole", "Zoë Martin"], await server.ReadAsync(db => db.People.Select(p => p.Name).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task Importing_again_changes_numbers_and_names_nobody_twice_and_keeps_what_was_entered_by_hand()
    {
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "Saint Mary's Eltham", chapter = "South-East" });
        await ImportAsync("Institution,Pledge,Chapter,Person\nSt Mary's Eltham,40,West,Ruth Amoah");

        var again = await ImportAsync("Institution,Pledge,Chapter,Person\nSt. Mary’s ELTHAM,45,West,RUTH AMOAH");

        Assert.Equal((0, 1, 0, 1), (again.NewInstitutions, again.Delegations, again.People, again.AlreadyNamed));
        Assert.Equal(45, await server.ReadAsync(db => db.Delegations.Select(d => d.Pledge).SingleAsync()));
        Assert.Equal("South-East", await server.ReadAsync(db => db.Institutions.Select(i => i.Chapter).SingleAsync()));
    }

    [Theory]
    [InlineData("Institution;Pledge\r\nÉcole;5\r\n", "utf-8")]
    [InlineData("Institution\tPledge\nÉcole\t5", "utf-8-bom")]
    [InlineData("Institution,Pledge\nÉcole,5", "utf-16le")]
    [InlineData("Institution,Pledge\nÉcole,5", "utf-16be")]
    [InlineData("Institution,Pledge\n\"École\",\"5\"\n\n", "windows-1252")]
    public async Task Separators_line_ends_and_encodings_of_spreadsheet_programs_are_read(string text, string encoding)
    {
        Encoding chosen = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };

        var reply = await SendAsync([.. chosen.GetPreamble(), .. chosen.GetBytes(text)]);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("École", await server.ReadAsync(db => db.Institutions.Select(i => i.Name).SingleAsync()));
        Assert.Equal(5, await server.ReadAsync(db => db.Delegations.Select(d => d.Pledge).SingleAsync()));
    }

    [Fact]
    public async Task A_bad_file_changes_nothing_and_every_bad_row_is_named_with_line_column_and_reason()
    {
        var rows = await RefusedAsync("""
            Institution,Pledge,Membership,Person
            Good Church,10,member,
            ,10,member,
            Minus,-1,,
            Decimal,1.5,,
            Formula,=1+1,,
            @Import,5,,
            Odd,5,perhaps,
            "Twice
            lined",5,,
            Good Church,10,,
            School,1,,Ann Lee
            School,2,,Bea Lee
            School,1,,ANN LEE
            Long row,1,,,,surplus
            Nobody,1,,...
            """);

        Assert.Equal(
            [
                (3, "Institution"), (4, "Pledge"), (5, "Pledge"), (6, "Pledge"), (6, "Pledge"), (7, "Institution"), (8, "Membership"),
                (11, "Institution"), (13, "Pledge"), (14, "Person"), (15, ""), (16, "Person"),
            ],
            rows.Select(r => (r.Line, r.Column)));
        Assert.All(rows, r => Assert.NotEmpty(r.Reason));
        Assert.Equal((0, 0, 0), await server.ReadAsync(async db =>
            (await db.Institutions.CountAsync(), await db.Delegations.CountAsync(), await db.People.CountAsync())));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Institution,Pledge\n", "no rows")]
    [InlineData("Pledge,Goal\n1,2", "\"Pledge\", \"Goal\"")]
    [InlineData("Institution,Church\nA,B", "mean the same")]
    [InlineData("Institution\nOpen \"quote\" inside", "quotation mark")]
    [InlineData("PK\u0003\u0004", "workbook")]
    [InlineData("Institution\nA\0B", "not text")]
    public async Task A_file_that_cannot_be_understood_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, (await RefusedAsync(text))[0].Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Letters_in_no_known_encoding_are_refused_with_their_row()
    {
        var row = Assert.Single(await RefusedAsync([.. "Institution\nGood\nBad "u8, 0x81, 0xFF]));

        Assert.Equal(3, row.Line);
        Assert.Contains("neither UTF-8 nor Windows-1252", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_over_64_KB_more_than_20000_rows_and_more_than_8_MB_are_refused()
    {
        Assert.Contains("64 KB", (await RefusedAsync("Institution\n\"" + new string('x', 70_000)))[^1].Reason, StringComparison.Ordinal);
        Assert.Contains("20,000 rows", (await RefusedAsync("Institution\n" + string.Concat(Enumerable.Range(0, 20_001).Select(i => $"Nr {i}\n"))))[^1].Reason, StringComparison.Ordinal);
        Assert.Contains("8 MB", (await RefusedAsync("Institution\n" + new string('x', 8 * 1024 * 1024)))[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_people_are_imported_in_one_transaction_with_one_journal_row()
    {
        var text = new StringBuilder("Institution,Name\r\n");
        for (var i = 0; i < 10_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Parish {(char)('A' + (i % 20))}{i % 200} Road,Person Number {i}\r\n");

        var reply = await ImportAsync(text.ToString());

        Assert.Equal((10_000, 200, 10_000), (reply.Rows, reply.NewInstitutions, reply.People));
        Assert.Equal(10_000, await server.ReadAsync(db => db.People.CountAsync()));
        Assert.Equal(1, await server.ReadAsync(db => db.Changes.CountAsync(c => c.Kind == "delegations.imported")));
    }

    [Fact]
    public async Task How_a_name_is_said_is_imported_and_what_was_entered_by_hand_stays()
    {
        await ImportAsync("Institution,Pronunciation\nSt Mary's Eltham,ELT-um");
        await ImportAsync("Institution,How to say\nSt Mary's Eltham,something else");
        Assert.Equal("ELT-um", await server.ReadAsync(db => db.Institutions.Where(i => i.NameKey == "st marys eltham").Select(i => i.Pronunciation).SingleAsync()));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_changes_nothing()
    {
        var reply = await SendAsync("Institution,Pledge\nA Church,5"u8.ToArray(), "?dryRun=true");
        var told = await reply.Content.ReadFromJsonAsync<ImportReply>(WireFormat.Json);

        Assert.Equal((true, 1, 1), (told!.DryRun, told.NewInstitutions, told.Delegations));
        Assert.Equal(0, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task Similar_names_are_asked_about_and_the_answers_decide()
    {
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "St Mary's Catholic Church" });
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "Holy Trinity Clapham" });
        var file = "Institution,Pledge\nSt Mary's,5\nTrinity,6\nMosque of Peace,7"u8.ToArray();
        var mary = await server.ReadAsync(db => db.Institutions.Where(i => i.NameKey.StartsWith("st")).Select(i => i.Id).SingleAsync());

        var asked = await SendAsync(file);
        var half = await SendAsync(file, "?matches=" + Uri.EscapeDataString(JsonSerializer.Serialize(new Dictionary<string, string> { ["Trinity"] = "new" })));
        var wrong = await SendAsync(file, "?matches=" + Uri.EscapeDataString("""{"St Mary's":"perhaps","Trinity":"new"}"""));
        Assert.Equal(0, await server.ReadAsync(db => db.Delegations.CountAsync()));
        var done = await SendAsync(file, "?matches=" + Uri.EscapeDataString($$"""{"St Mary's":"{{mary}}","Trinity":"new"}"""));

        Assert.Equal((HttpStatusCode.Conflict, 2), (asked.StatusCode, await QuestionsAsync(asked)));
        Assert.Equal((HttpStatusCode.Conflict, 1), (half.StatusCode, await QuestionsAsync(half)));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(5, await server.ReadAsync(db => db.Delegations.Where(d => d.InstitutionId == mary).Select(d => d.Pledge).SingleAsync()));
        Assert.Equal(4, await server.ReadAsync(db => db.Institutions.CountAsync()));
    }

    [Fact]
    public async Task On_the_page_the_file_travels_with_the_question_and_is_imported_with_the_answer()
    {
        await organiser.PostAsJsonAsync("/api/institutions", new { name = "St Mary's Catholic Church" });
        using var maria = await SignInAsync();
        var path = $"/assemblies/{assemblyId}/import";

        var asked = await maria.UploadAsync(path, "file", "file", "Institution,Pledge\nSt Mary's,5"u8.ToArray());
        var tampered = await maria.SendAsync(asked, path, "answers", ("match.0", "new"), ("carried", "AAAA"));
        var done = await maria.SendAsync(asked, path, "answers", ("match.0", "new"));

        Assert.Contains("Is “St Mary's” one of these?", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, tampered.Status);
        Assert.Contains("Send the file again", tampered.Text, StringComparison.Ordinal);
        Assert.Equal($"/assemblies/{assemblyId}/institutions", done.Location);
        Assert.Equal(["St Mary's", "St Mary's Catholic Church"], await server.ReadAsync(db => db.Institutions.Select(i => i.Name).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task On_the_page_every_bad_row_is_shown_and_the_example_can_be_imported()
    {
        using var maria = await SignInAsync();
        var path = $"/assemblies/{assemblyId}/import";

        var bad = await maria.UploadAsync(path, "file", "file", "Institution,Pledge\nA,many\nB,-2"u8.ToArray());
        var example = await maria.GetAsync(ImportExample.Address);
        var good = await maria.UploadAsync(path, "file", "file", Encoding.UTF8.GetBytes(example.Html));

        Assert.Contains("Nothing was imported. 2 things are wrong", bad.Text, StringComparison.Ordinal);
        Assert.Equal($"/assemblies/{assemblyId}/institutions", good.Location);
        Assert.Equal(175, await server.ReadAsync(db => db.Delegations.SumAsync(d => d.Pledge)));
    }

    private async Task<PageClient> SignInAsync()
    {
        const string Email = "maria@example.org";
        using (var scope = server.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Assemblies.Shell.Accounts.OrganiserAccounts>().CreateAsync(Email, PageClient.Password);
        var client = new PageClient(server.Address);
        await client.PostAsync("/sign-in", "sign-in", ("email", Email), ("password", PageClient.Password));
        return client;
    }

    private async Task<ImportReply> ImportAsync(string text)
    {
        var reply = await SendAsync(Encoding.UTF8.GetBytes(text));
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<ImportReply>(WireFormat.Json))!;
    }

    private Task<List<ImportProblem>> RefusedAsync(string text) => RefusedAsync(Encoding.UTF8.GetBytes(text));

    private async Task<List<ImportProblem>> RefusedAsync(byte[] file)
    {
        var reply = await SendAsync(file);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("rows").Deserialize<List<ImportProblem>>(WireFormat.Json)!;
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] file, string query = "")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await organiser.PostAsync($"/api/assemblies/{assemblyId}/import{query}", content);
    }

    private static async Task<int> QuestionsAsync(HttpResponseMessage reply)
    {
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("questions").GetArrayLength();
    }
}
