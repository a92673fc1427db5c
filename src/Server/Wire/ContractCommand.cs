using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assemblies.Wire;

/// <summary><c>contract</c>: prints the wire contract, for <c>npm run contract</c> in kiosk/.</summary>
internal static class ContractCommand
{
    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Build()
    {
        var command = new Command("contract", "Prints the wire contract as JSON Schema.");
        command.SetAction(_ => Console.Out.WriteLine(Text()));
        return command;
    }

    /// <summary>The text of kiosk/src/contract/contract.schema.json, without its last line break.</summary>
    public static string Text() => ContractSchema.Build().ToJsonString(Pretty);
}
