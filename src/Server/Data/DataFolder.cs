namespace Assemblies.Data;

/// <summary>The folder of everything that must be backed up: database and keys. Readable by the server's account only.</summary>
public sealed record DataFolder(string Path)
{
    public static DataFolder Create(IConfiguration configuration)
    {
        var path = System.IO.Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new DataFolder(path);
    }
}
