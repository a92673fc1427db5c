using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Shell.Forms;
using Assemblies.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Turnout.Captain.Pages;

/// <summary>A page behind a captain's link: finds the delegation, or says kindly that the link does not work.</summary>
public abstract class CaptainView : ComponentBase
{
    [Parameter] public required string Token { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required AssemblyDb Db { get; set; }

    [Inject] public required CaptainRegister Register { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The link; null where the page must not show anything.</summary>
    protected CaptainLink? Link { get; private set; }

    protected AccountabilityAssembly Assembly { get; private set; } = null!;

    /// <summary>The institution's name.</summary>
    protected string Institution { get; private set; } = "";

    protected string Here => $"/captain/{Token}";

    protected CancellationToken Gone => Http.RequestAborted;

    protected sealed override async Task OnInitializedAsync()
    {
        // The address is the key: no cache and no search engine may keep it; no other site is told it by any page of ours.
        Http.Response.Headers.CacheControl = "no-store";
        Http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var (link, works) = await Register.FindAsync(Token, Gone);
        if (link is null || !works)
        {
            // The same for a revoked link and for an invented one: whoever tries addresses learns nothing.
            Http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }
        Assembly = await Db.Assemblies.AsNoTracking().SingleAsync(a => a.Id == link.AssemblyId, Gone);
        Institution = await Db.Institutions.Where(i => i.Id == link.InstitutionId).Select(i => i.Name).SingleAsync(Gone);
        await LoadAsync(link);
        Link = link;
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(CaptainLink link);

    /// <summary>Goes back to the captain's page and says what was done, unless something was wrong.</summary>
    protected void Done(FormState form, IReadOnlyList<Problem> problems, string message)
    {
        if (problems.Count > 0)
        {
            form.Refused(problems);
            return;
        }
        Flash.Say(Http, message);
        Navigation.NavigateTo(Here);
    }
}
