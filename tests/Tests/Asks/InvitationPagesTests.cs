using System.Net;
using Assemblies.Asks;
using Assemblies.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Asks;

public sealed class InvitationPagesTests : HallPages
{
    private string Mayor => $"/assemblies/{Hall.Assembly.Id}/power-holders/{Hall.Mayor.Id}";

    [Fact]
    public async Task An_invitation_with_its_reply_is_kept_and_printed()
    {
        await SaveAsync(
            ("invitedOn", "2026-08-20"), ("invitedBy", "Riverside Alliance"), ("reason", "Every candidate is invited."), ("reply", "deputy"), ("repliedOn", "2026-09-03"),
            ("replyWords", "My deputy will come & speak."), ("deputyName", "D. Puty"), ("deputyOffice", "Deputy mayor"), ("deputyAuthority", "no"), ("departsAt", "20:15"));
        var record = await Maria.GetAsync($"{Mayor}/invitation");
        foreach (var part in new[] { "20 August 2026, by Riverside Alliance", "Every candidate is invited.", "Sends a deputy, 3 September 2026", "“My deputy will come & speak.”", "D. Puty, Deputy mayor, without authority to answer", "20:15" })
            Assert.Contains(part, record.Text, StringComparison.Ordinal);
        Assert.Contains("Sends a deputy, 3 September 2026", (await Maria.GetAsync($"/assemblies/{Hall.Assembly.Id}/asks")).Text, StringComparison.Ordinal);
        Assert.Equal("20:15", (await Maria.GetAsync(Mayor)).Value("departsAt"));
        Assert.DoesNotContain("Every candidate", await Hall.Server.Visitor().GetStringAsync("/a/london-2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_after_midnight_is_the_next_day()
    {
        await SaveAsync(("reply", "accepted"), ("departsAt", "00:30"));
        Assert.Equal(new NodaTime.LocalDateTime(2026, 10, 2, 0, 30), await Hall.Server.ReadAsync(db => db.PowerHolders.Where(p => p.Id == Hall.Mayor.Id).Select(p => p.DepartsAt).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_invitation_keeps_what_was_typed()
    {
        var page = await Maria.PostAsync(Mayor, "save", ("name", "A. Mayor"), ("office", "Mayor"), ("reply", "no_reply"), ("replyWords", "No & no"), ("deputyName", "D. Puty"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("id=\"reply-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"deputyOffice-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("No &amp; no", page.Html, StringComparison.Ordinal);
        Assert.Equal(Invitation.None, await Hall.Server.ReadAsync(db => db.PowerHolders.Where(p => p.Id == Hall.Mayor.Id).Select(p => p.Invitation).SingleAsync()));
    }

    private async Task SaveAsync(params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.Found, (await Maria.PostAsync(Mayor, "save", [("name", "A. Mayor"), ("office", "Mayor"), .. fields])).Status);
}
