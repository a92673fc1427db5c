using Assemblies.Tests.Harness;
using Assemblies.Wire;

namespace Assemblies.Tests.Wire;

public sealed class ContractTests
{
    [Fact]
    public async Task The_committed_contract_is_the_servers()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "kiosk", "src", "contract", "contract.schema.json"));
        Assert.True(
            committed.TrimEnd() == ContractCommand.Text(),
            "kiosk/src/contract is stale: dotnet run --project src/Server -- contract > kiosk/src/contract/contract.schema.json, then npm run contract in kiosk/.");
    }
}
