using System.Net;
using System.Security.Cryptography;
using System.Text;
using Assemblies.Commitments;
using Assemblies.Commitments.Evidence;
using Assemblies.PublicRecord.Verification;
using Assemblies.Record.Log;
using Assemblies.Tests.Harness;
using Assemblies.Wire;

namespace Assemblies.Tests.Commitments;

/// <summary>Papers that show a step: the record commits to them, and nobody is harmed by opening one.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'x', 100)];

    private FollowedUp it = null!;

    public async ValueTask InitializeAsync()
    {
        it = await FollowedUp.StartAsync();
        await it.CloseAsync();
    }

    public ValueTask DisposeAsync() => it.DisposeAsync();

    [Fact]
    public async Task A_public_paper_is_in_the_bundle_and_the_verifier_finds_it_changed()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        var added = await ContentAsync(await SendAsync(Pdf, isPublic: true));
        Assert.Equal(new EvidenceFileWords(sha256, "application/pdf", Pdf.Length, true), added.Steps[^1].Details.Evidence!.File);
        Assert.Contains(sha256, await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
        using var paper = await it.Hall.Server.Visitor().GetAsync($"{(await it.Maria.ReadAsync<RecordStatus>($"{it.Api}/public-record")).Path}/att/{sha256}");
        Assert.Equal(Pdf, await paper.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff", "default-src 'none'; sandbox"), (
            paper.Content.Headers.ContentDisposition!.DispositionType, paper.Headers.GetValues("X-Content-Type-Options").Single(), paper.Headers.GetValues("Content-Security-Policy").Single()));

        await it.Hall.Server.ChangeAsync(db =>
        {
            var kept = db.EvidenceFiles.Single();
            db.Remove(kept);
            db.Add(new EvidenceFile { AssemblyId = kept.AssemblyId, Sha256 = kept.Sha256, Media = kept.Media, Bytes = [.. Pdf, (byte)'!'], IsPublic = true, AddedAt = kept.AddedAt });
        });
        await using var restarted = await it.Hall.Server.BesideAsync();
        var status = await it.Maria.ReadAsync<RecordStatus>($"{it.Api}/public-record");
        var verdict = await restarted.VerifyAsync(status.Path!, status.VerifierKey!);
        Assert.Equal((Outcome.Invalid, "attachment"), (verdict.Outcome, verdict.Finding!.Rule));
    }

    [Fact]
    public async Task Of_a_paper_that_is_not_public_only_the_hash_is()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        await ContentAsync(await SendAsync(Pdf, isPublic: false));
        var path = (await it.Maria.ReadAsync<RecordStatus>($"{it.Api}/public-record")).Path;
        Assert.Contains(sha256, await it.FileAsync("entries.jsonl"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await it.Hall.Server.Visitor().GetAsync($"{path}/att/{sha256}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await it.Hall.Server.Visitor().GetAsync($"{it.Api}/evidence/{sha256}")).StatusCode);
        Assert.Equal(Pdf, await it.Maria.GetByteArrayAsync($"{it.Api}/evidence/{sha256}"));
        Assert.Equal(Outcome.Valid, (await it.VerifyAsync()).Outcome);
    }

    [Fact]
    public async Task What_could_run_in_a_browser_or_is_too_large_is_not_kept()
    {
        foreach (var bytes in new byte[][] { "<script>alert(1)</script>"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), [0, 1, 2], [], [.. Pdf, .. new byte[EvidenceRules.LargestFile]] })
            Assert.Equal(["file"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await SendAsync(bytes, true)));
        Assert.Equal("session.closed", (await it.TypesAsync())[^1]);
        Assert.Equal("text/plain", EvidenceRules.Check(Encoding.UTF8.GetBytes("Żółć – plain words.")).Media);
        Assert.Equal("image/png", EvidenceRules.Check([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0]).Media);
        Assert.Equal("image/jpeg", EvidenceRules.Check([0xFF, 0xD8, 0xFF, 0xE0]).Media);
    }

    [Fact]
    public async Task Evidence_is_something_that_others_can_look_at()
    {
        Assert.Equal(["address"], await it.RefusedAsync(HttpStatusCode.BadRequest, "evidence", new EvidenceCommand("Somebody told me")));
        Assert.Equal(["address"], await it.RefusedAsync(HttpStatusCode.BadRequest, "evidence", new EvidenceCommand("A trick", "javascript:alert(1)")));
        Assert.Equal(["archived"], await it.RefusedAsync(HttpStatusCode.BadRequest, "evidence", new EvidenceCommand("A trick", "https://city.example", "archive")));
        await it.StepAsync("evidence", new EvidenceCommand("The budget", "https://city.example/budget", "https://archive.example/1"));
    }

    [Fact]
    public async Task Public_papers_stay_within_what_a_bundle_can_carry()
    {
        await it.Hall.Server.ChangeAsync(db => db.Add(new EvidenceFile
        {
            AssemblyId = it.Hall.Assembly.Id, Sha256 = new string('0', 64), Media = "text/plain", Bytes = new byte[EvidenceRules.LargestPublic - Pdf.Length + 1],
            IsPublic = true, AddedAt = it.Hall.Server.Clock.GetCurrentInstant(),
        }));
        Assert.Equal(["file"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await SendAsync(Pdf, isPublic: true)));
        await ContentAsync(await SendAsync(Pdf, isPublic: false));
        Assert.Equal(["file"], await Http.RefusedAsync(HttpStatusCode.BadRequest, await SendAsync(Pdf, isPublic: true)));
        await ContentAsync(await SendAsync(Pdf[..^1], isPublic: true));
    }

    [Fact]
    public async Task However_many_save_the_bundle_at_once_it_is_made_and_packed_once()
    {
        var records = it.Hall.Server.Services.GetRequiredService<RecordFiles>();
        await ContentAsync(await SendAsync(Pdf, isPublic: true));
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await records.OfAsync(it.Hall.Assembly.Id, CancellationToken.None))!.Bundle)));
        Assert.All(all, bundle => Assert.Same(all[0], bundle));
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] bytes, bool isPublic)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), "file", "../../evil.exe" }, { new StringContent("Council minutes"), "title" }, { new StringContent(isPublic ? "true" : "false"), "public" },
        };
        return await it.Maria.PostAsync($"{it.One}/evidence/file", form);
    }

    private static async Task<CommitmentHistory> ContentAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<CommitmentHistory>(WireFormat.Json))!;
    }
}
