namespace Assemblies.Displays.Direction;

/// <summary>What a screen of each scene set shows while the hall's projector shows a scene: a pure rule, the only place that knows.</summary>
internal static class SceneSets
{
    public static ShownScene Of(SceneSet set, ShownScene hall) => set switch
    {
        // The hall goes dark for a choir; a room that has nothing but this screen must not.
        SceneSet.Overflow => hall.Scene == Scene.Blank ? new ShownScene(Scene.NowNext) : hall,
        SceneSet.Foyer => Foyer(hall),
        SceneSet.Stage => Stage(hall),
        _ => hall,
    };

    // People pass by: nothing that has to be followed, nobody's story without the person who tells it.
    private static ShownScene Foyer(ShownScene hall) => hall.Scene switch
    {
        Scene.RollCall => new ShownScene(Scene.Turnout),
        Scene.Testimony or Scene.Ask => new ShownScene(Scene.NowNext),
        Scene.Answer => new ShownScene(Scene.ToteBoard),
        Scene.Blank => new ShownScene(Scene.Welcome),
        _ => hall,
    };

    // Who stands on the stage knows why: they need the words that are read, and what comes next.
    private static ShownScene Stage(ShownScene hall) => hall.Scene switch
    {
        Scene.Welcome or Scene.Turnout or Scene.Testimony or Scene.Blank => new ShownScene(Scene.NowNext),
        _ => hall,
    };
}
