using Spor.Storage.Tests;

if (Environment.GetEnvironmentVariable(AccidentTests.ChildVariable) is { Length: > 0 } how)
{
    AccidentTests.WriteUntilKilled(how);
    return 0;
}
if (Environment.GetEnvironmentVariable(TortureTests.ChildVariable) is { Length: > 0 } torture)
{
    TortureTests.WriteUntilKilled(torture);
    return 0;
}
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
