namespace Spor.Web.Access;

/// <summary>Without demo people and without a provider there is one local analyst: whoever has the start address.</summary>
static class LocalAnalyst
{
    public const string Key = "analytiker";
    static readonly Person Analyst = new(Key, "Lokal analytiker", [new(ViewerRole.Analyst, DateOnly.MinValue)]);

    /// <summary>Nobody chooses to be the analyst: it is who has the address.</summary>
    public static PeopleSource Source { get; } = new((key, _) => key == Key ? Analyst : null, (_, _) => []);
}
