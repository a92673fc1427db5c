using Assemblies.Commitments.Calendar;
using Assemblies.Shell;
using Assemblies.Shell.Mail;

namespace Assemblies.Commitments.Reminders;

/// <summary>Reminders of due dates: a list for everybody who signs in, letters where a mail server is set, and a calendar.</summary>
internal static class RemindersFeature
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<Mailer>();
        services.AddScoped<ReminderPlan>();
        services.AddScoped<ReminderRound>();
        services.AddScoped<RemindersReader>();
        services.AddHostedService<ReminderService>();
        services.AddScoped<CalendarRegister>();
        services.AddScoped<CalendarFeed>();
    }

    public static void MapReminders(this IEndpointRouteBuilder routes, IEndpointRouteBuilder api)
    {
        // A wrong setting stops the start, not the first reminder.
        routes.ServiceProvider.GetRequiredService<Mailer>();
        api.MapGroup("/reminders").For(Access.Organiser).MapGet("", async (RemindersReader reader, CancellationToken cancellation) =>
                TypedResults.Ok(await reader.ReadAsync(cancellation)))
            .WithSummary("Lists the reminders that commitments have now and within 30 days, and what became of the letters.");
        CalendarApi.Map(routes, api);
    }
}
