using Assemblies.Data;
using Assemblies.Passes;

namespace Assemblies.Tests.Passes;

public sealed class PassKeyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assembly-test-");

    [Fact]
    public void The_key_of_a_folder_stays_the_same_so_that_sheets_can_be_printed_again()
    {
        var pass = Guid.CreateVersion7();
        var first = PassKey.Load(new DataFolder(folder.FullName)).Token(pass, 0);
        Assert.Equal(26, first.Length);
        Assert.Equal(first, PassKey.Load(new DataFolder(folder.FullName)).Token(pass, 0));
        Assert.NotEqual(first, PassKey.Load(new DataFolder(folder.FullName)).Token(pass, 1));
    }

    [Theory, InlineData(""), InlineData("c2hvcnQ="), InlineData("not base64!")]
    public void A_damaged_key_file_stops_the_server_instead_of_making_passes_that_anybody_can_compute(string content)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "pass.key"), content);
        Assert.Throws<InvalidOperationException>(() => PassKey.Load(new DataFolder(folder.FullName)));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
