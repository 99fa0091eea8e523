namespace Spor.Import;

public enum Severity { Error, Warning }

/// <summary>One thing that is wrong with an extract, said in Danish to the person who made it. Never logged: a value may be personal.</summary>
/// <param name="Line">The line in the file, the heading being line 1; 0 = the file as a whole.</param>
/// <param name="Code">Kebab-case, for tests.</param>
/// <param name="Expected">What was expected instead, in Danish.</param>
public sealed record Problem(Severity Severity, string File, int Line, string? Column, string? Value, string Code, string Expected);
