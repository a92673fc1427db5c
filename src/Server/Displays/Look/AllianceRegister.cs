using Assemblies.Data;
using Assemblies.Wire;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Displays.Look;

/// <summary>Keeps how the alliance looks on its screens.</summary>
public sealed class AllianceRegister(AssemblyDb db)
{
    public const int LongestName = 80;
    private static readonly Problem Faster = new("expectedVersion", "Somebody else changed this meanwhile. Open the page again and look before you save.");

    /// <summary>How it looks now; version 0 and an empty name before anybody said.</summary>
    public async Task<AllianceDetails> ReadAsync(CancellationToken cancellation)
    {
        // Before the rest: whoever sees words that are newer than their version is refused when saving, and overwrites nobody's.
        var version = await db.Alliances.Select(a => a.Version).SingleOrDefaultAsync(cancellation);
        return version > 0 && await AllianceReader.ReadAsync(db, cancellation) is { } alliance
            ? new(version, alliance.Name, alliance.Logo, alliance.Colour, alliance.Accent,
                [.. Contrast.Notes("colour", alliance.Colour), .. Contrast.Notes("accent", alliance.Accent)])
            : new(0, "", null, null, null, []);
    }

    /// <summary>Changes name, colours and, where one is given, the logo: all or nothing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="command">Name and colours.</param>
    /// <param name="logo">The new picture; null keeps what there is.</param>
    /// <param name="removeLogo">Whether what there is goes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Problem>> ChangeAsync(Actor actor, AllianceCommand command, byte[]? logo, bool removeLogo, CancellationToken cancellation)
    {
        var (picture, wrong) = logo is null ? (null, null) : LogoFile.Read(logo);
        var problems = Problems(command).Concat(wrong is null ? [] : [wrong]).ToList();
        if (problems.Count > 0)
            return problems;
        var alliance = await db.Alliances.SingleOrDefaultAsync(cancellation);
        if ((alliance?.Version ?? 0) != command.ExpectedVersion)
            return [Faster];
        if (alliance is null)
            db.Alliances.Add(alliance = new Alliance { Name = "" });
        alliance.Version++;
        (alliance.Name, alliance.Colour, alliance.Accent) = (command.Name.Trim(), command.Colour?.ToLowerInvariant(), command.Accent?.ToLowerInvariant());
        if (picture is not null)
            (alliance.Logo, alliance.LogoType, alliance.LogoHash) = (logo, picture.Type, LogoFile.HashOf(logo));
        else if (removeLogo)
            (alliance.Logo, alliance.LogoType, alliance.LogoHash) = (null, null, null);
        db.Record(actor, null, ChangeChannel.Displays, "alliance.changed", "The alliance's name, colours or logo were changed.");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return [];
        }
        catch (DbUpdateException error) when (SimultaneousChange.IsCauseOf(error))
        {
            return [Faster];
        }
    }

    private static IEnumerable<Problem> Problems(AllianceCommand command)
    {
        if (command.Name.Trim().Length is 0 or > LongestName)
            yield return new("name", $"Give the alliance's name, 1 to {LongestName} characters.");
        foreach (var (field, colour) in new[] { ("colour", command.Colour), ("accent", command.Accent) })
            if (colour is not null && !Contrast.IsColour(colour))
                yield return new(field, "Write the colour as # and six digits, for example #005ab5, or leave it empty.");
    }
}
