namespace Assemblies.Tests.Harness;

/// <summary>Waits for what must come, and fails the test where it does not: a hung test says nothing.</summary>
public static class Until
{
    // Machines that test are busy. A claim about time is measured by its own test.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task HoldsAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(20, patience.Token);
    }
}
