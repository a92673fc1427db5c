using Assemblies.Shell;

return await CommandLine.Build().Parse(args).InvokeAsync();
