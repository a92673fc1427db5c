using Assemblies.Verify;

return await VerifyCommand.RunAsync(args, Console.Out);
