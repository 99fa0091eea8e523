using Spor.Kernel;

namespace Spor.Web.Frame.Forms;

/// <summary>The texts that every form shares.</summary>
public static class CaseworkText
{
    public const string CannotSave = "Der er noget, der skal rettes, før det kan gemmes";
    public const string NothingLost = "Din tekst står her stadig.";
    public const string Optional = "(kan udelades)";
    public const string Save = "Gem";
    public const string Cancel = "Fortryd";
    public const string SaveDraft = "Gem kladde";
    public const string DraftSaved = "Kladden er gemt";
    public const string DraftFailed = "Kladden kunne ikke gemmes. Teksten står her stadig.";
    public const string ForgetDraft = "Slet kladden";
    public const string SavedNow = "Gemt imens:";
    public const string SavedMeanwhileByOther = "En anden har gemt imens.";
    public const string Choose = "Vælg …";
    public const string Yes = "Ja";
    public const string No = "Nej";
    public const string NotScored = "ikke nu";
    public const string SaveByKey = "Ctrl + Enter gemmer";
    public const string HourHint = "Klokkeslæt, for eksempel 14.30";

    public static string SavedMeanwhile(string who, DateTime at) =>
        $"{who} gemte {Danish.Long(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", Danish.Culture)}.";

    public static string FromDraft(DateTime at) =>
        $"Her er din kladde fra {Danish.Long(DateOnly.FromDateTime(at))} kl. {at.ToString("HH.mm", Danish.Culture)}. Den er "
        + $"ikke gemt i sagen endnu.";
}
