using System.Globalization;
using NodaTime;

namespace Assemblies.Agenda;

/// <summary>Times as the pages write them.</summary>
public static class AssemblyTimes
{
    /// <summary>For example "Thursday 1 October 2026".</summary>
    public static string Day(this LocalDateTime time) => time.ToString("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>For example "18:30".</summary>
    public static string Hour(this LocalDateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
