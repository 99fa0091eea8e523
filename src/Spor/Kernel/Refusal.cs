namespace Spor.Kernel;

/// <summary>Why a rule said no. The code is a kebab-case sentence: one key for the test, the Danish text and the English one.</summary>
/// <param name="Code">For example <c>child-not-heard</c>.</param>
/// <param name="Field">The form field it is about, if one.</param>
public sealed record Refusal(string Code, string? Field = null);
