using System.CommandLine;

namespace Assemblies.Shell;

/// <summary><c>health</c>: asks a running server how it is, so that a container needs no other program for its health check.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Build()
    {
        var address = new Option<string>("--address") { Description = "The server's own address.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = new Command("health", "Asks a running server whether it can store a scan; ends with 0 if it can, with 1 if not.") { address };
        command.SetAction((parsed, cancellation) => AskAsync(new Uri(parsed.GetValue(address)!), cancellation));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Patience };
        try
        {
            using var response = await http.GetAsync("/health", cancellation);
            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellation));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Console.Error.WriteLine($"There is no answer from {address}: {e.Message}");
            return 1;
        }
    }
}
