using Assemblies.Agenda;
using Assemblies.Data;
using Assemblies.Devices;
using Assemblies.Shell.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Shell;

/// <summary>A page about one assembly: finds it, or says that there is none.</summary>
public abstract class AssemblyPage : ComponentBase
{
    [Parameter] public Guid AssemblyId { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required AssemblyDb Db { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    /// <summary>The assembly; null while it is read, and where there is none.</summary>
    protected AccountabilityAssembly? Assembly { get; private set; }

    /// <summary>The assembly for <see cref="LoadAsync"/>, before the page may show it.</summary>
    protected AccountabilityAssembly Found { get; private set; } = null!;

    protected Actor Who => Http.User.Actor();

    protected CancellationToken Gone => Http.RequestAborted;

    protected sealed override async Task OnInitializedAsync()
    {
        var assembly = await Db.Assemblies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == AssemblyId, Gone);
        if (assembly is not null)
        {
            Found = assembly;
            if (await LoadAsync())
            {
                Assembly = assembly;
                return;
            }
        }
        Navigation.NotFound();
    }

    /// <summary>Reads what the page shows; false when there is no such thing.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>Goes to a page of this assembly and says there what was done.</summary>
    protected void Done(string path, string message)
    {
        Flash.Say(Http, message);
        Navigation.NavigateTo($"/assemblies/{AssemblyId}{path}");
    }
}
