using Assemblies.Asks;
using Assemblies.Commitments.Calendar;
using Assemblies.Data;
using Assemblies.Shell;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Commitments.Reminders;

/// <summary>Keys and references of reminders and calendar links, and what only one of two senders may change.</summary>
internal static class RemindersModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Reminder>(reminder =>
        {
            reminder.HasIndex(r => new { r.AskId, r.PowerHolderId, r.Due, r.Offset, r.RecipientId }).IsUnique();
            reminder.HasIndex(r => new { r.State, r.TryAt });
            reminder.Property(r => r.State).IsConcurrencyToken();
            reminder.BelongsTo(typeof(Ask), nameof(Reminder.AskId));
            reminder.BelongsTo(typeof(PowerHolder), nameof(Reminder.PowerHolderId));
            reminder.HasOne<OrganiserAccount>().WithMany().HasForeignKey(r => r.RecipientId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CalendarLink>(link =>
        {
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasOne<OrganiserAccount>().WithMany().HasForeignKey(l => l.OrganiserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
