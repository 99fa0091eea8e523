using Spor.Web.Tests;

if (Environment.GetEnvironmentVariable(Crowd.ChildVariable) is { Length: > 0 } torture)
{
    await Crowd.ServeUntilKilled(torture);
    return 0;
}
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
