// Each test drives several real browsers: more than two side by side on a machine that may have two cores would only measure each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Assemblies.Browser.Harness;

/// <summary>Tests that say how long something takes, or watch it move: each alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
