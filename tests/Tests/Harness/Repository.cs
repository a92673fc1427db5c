namespace Assemblies.Tests.Harness;

/// <summary>Files of the repository that tests compare with.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Assembly.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Assembly.sln was not found above the tests."));
}
