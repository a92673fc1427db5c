using Assemblies.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Assemblies.Tests.Turnout;

/// <summary>
/// turnout.md, rules 41 and 43: several doors without a connection, their clocks up to an hour off and set forwards or back during the evening, their queues
/// repeated, torn apart and shuffled on the way. Whatever arrives, in whatever order, the counts are those of an oracle that saw it all happen.
/// </summary>
public sealed class ConvergenceTests
{
    private const int Doors = 4;

    /// <summary>What one device did: a plain record without ids, so that a counterexample can be read.</summary>
    public sealed record Deed(int Device, string Kind, int Subject, int Number, int Minute);

    [Theory, InlineData(TestDatabaseKind.Sqlite, 60), InlineData(TestDatabaseKind.Postgres, 20)]
    public async Task In_any_order_and_however_often_the_counts_are_the_same(TestDatabaseKind kind, int evenings)
    {
        var hall = await Hall.OpenAsync(kind, settings: OfflineEvening.Fast);
        await using var server = hall.Server;
        var check = Prop.ForAll(Evenings(), Arb.From(Gen.Choose(0, int.MaxValue)), (deeds, seed) => Holds(hall, deeds, seed).GetAwaiter().GetResult());
        await Task.Run(() => check.Check(Config.QuickThrowOnFailure.WithMaxTest(evenings).WithEndSize(60)));
    }

    private static Arbitrary<List<Deed>> Evenings()
    {
        var deed =
            from device in Gen.Choose(0, Doors - 1)
            from deedKind in Gen.Frequency(
                (6, Gen.Constant("in")), (2, Gen.Constant("out")), (2, Gen.Constant("coach")), (2, Gen.Constant("uncounted")), (1, Gen.Constant("group")), (1, Gen.Constant("walkup")),
                (2, Gen.Constant("tap")), (1, Gen.Constant("unknown")), (2, Gen.Constant("undo")), (2, Gen.Constant("part")), (1, Gen.Constant("whole")), (2, Gen.Constant("no")),
                (1, Gen.Constant("clock")))
            from subject in Gen.Choose(0, 4)
            from number in Gen.Choose(1, 40)
            from minute in Gen.Choose(0, 90)
            select new Deed(device, deedKind, subject, number, minute);
        return Arb.From(Gen.ListOf(deed).Select(d => d.ToList()));
    }

    private static async Task<bool> Holds(Hall hall, List<Deed> deeds, int seed)
    {
        var evening = await OfflineEvening.PlayAsync(hall, deeds, Doors);
        await evening.ArriveAsync(new Random(seed));
        var counts = await hall.Server.ReadAsync(db => db.TurnoutCounts.Where(c => c.AssemblyId == evening.AssemblyId).ToListAsync());
        var stored = (counts.Sum(c => c.Arrived), counts.Sum(c => c.Under18s), counts.Sum(c => c.Inside));
        return stored == evening.Oracle() ? true : throw new InvalidOperationException($"Stored {stored}, oracle {evening.Oracle()}.");
    }
}
