using System.Globalization;

namespace Assemblies.Turnout.Numbers;

/// <summary>What an institution promised and what came of it at one earlier assembly.</summary>
public sealed record PastDelegation(int Pledged, int Arrived);

/// <summary>How many are predicted to come.</summary>
/// <param name="People">How many; never more silently than was seen before: the basis says why.</param>
/// <param name="Basis">What it rests on, in words.</param>
public sealed record Forecast(int People, string Basis);

/// <summary>Predicts turnout from pledges: by the institution's own history, else by what leaders' pledges usually come to (product.md, section 1).</summary>
public static class TurnoutForecast
{
    /// <summary>The part of a pledge made by an institution's own leader that is usually kept.</summary>
    public const double UsuallyKept = 0.88;

    // Older evenings say little about an institution that has changed its leaders since.
    private const int MostEvenings = 5;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Predicts one delegation.</summary>
    /// <param name="pledge">How many it promised now.</param>
    /// <param name="past">Its earlier assemblies, the latest first; each counts half as much as the one after it.</param>
    public static Forecast Of(int pledge, IReadOnlyList<PastDelegation> past)
    {
        if (pledge == 0)
            return new(0, "Nothing is pledged.");
        var evenings = past.Where(p => p.Pledged > 0).Take(MostEvenings).ToList();
        if (evenings.Count == 0)
            return new(Part(pledge, UsuallyKept), $"{Percent(UsuallyKept)} of the pledge, as leaders’ pledges are usually kept. No earlier assembly to go by.");
        var weights = evenings.Select((_, i) => Math.Pow(0.5, i)).ToList();
        var kept = evenings.Zip(weights, (e, w) => w * e.Arrived).Sum() / evenings.Zip(weights, (e, w) => w * e.Pledged).Sum();
        return new(Part(pledge, kept), evenings.Count == 1
            ? $"{Percent(kept)} of the pledge, as at its last assembly."
            : $"{Percent(kept)} of the pledge, as at its last {evenings.Count} assemblies, the latest counting most.");
    }

    /// <summary>How the forecast of all stands to the room, in words.</summary>
    public static string AgainstRoom(int people, int capacity) => people > capacity
        ? string.Create(English, $"{people - capacity:N0} more than the room holds ({capacity:N0}).")
        : string.Create(English, $"The room holds {capacity:N0}.");

    private static int Part(int pledge, double kept) => (int)Math.Round(pledge * kept, MidpointRounding.AwayFromZero);

    private static string Percent(double part) => string.Create(English, $"{Math.Round(part * 100, MidpointRounding.AwayFromZero):N0} %");
}
