using Assemblies.Agenda.Evening;
using Assemblies.Agenda.RunningOrder;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Agenda;

/// <summary>Keys, uniqueness and references of this feature's tables: what must stay true even if the code above is wrong.</summary>
internal static class AgendaModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<AccountabilityAssembly>().HasIndex(a => a.Slug).IsUnique();
        RunningOrderModel.Configure(model);
        EveningModel.Configure(model);
    }
}
