using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>One text that two people have written from the same beginning.</summary>
/// <param name="Base">As it stood when the form was opened.</param>
/// <param name="Theirs">As it is saved now.</param>
public sealed record MergeField(string Name, string Label, string? Base, string? Mine, string? Theirs)
{
    public bool Same => Mine == Theirs;
    public bool OnlyTheirs => !Same && Mine == Base;
    public bool OnlyMine => !Same && Theirs == Base;

    /// <summary>Both changed it, so somebody must choose.</summary>
    public bool Clash => !Same && !OnlyTheirs && !OnlyMine;
}

/// <summary>
/// The hidden and chosen fields of a page where two edits of one text meet: each field's two texts, and which is to be saved. What only one
/// of the two changed is chosen already; what both changed must be chosen.
/// </summary>
static class Merge
{
    public const string Marker = "Merge";
    public const string Mine = "mine",
        Theirs = "theirs",
        Both = "both";

    public static string MineOf(string field) => "Mine" + field;

    public static string TheirsOf(string field) => "Theirs" + field;

    public static string ChoiceOf(string field) => "Choose" + field;

    public static bool IsPosted(FormState form) => form.Value(Marker) == "ja";

    /// <summary>Puts the chosen text in each field; refuses where nothing was chosen.</summary>
    public static void Resolve(FormState form, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            // Texts that agreed were not asked about.
            if (!form.Fields.Contains(MineOf(field)))
                continue;
            switch (form.Value(ChoiceOf(field)))
            {
                case Mine:
                    form.Set(field, form.Value(MineOf(field)));
                    break;
                case Theirs:
                    form.Set(field, form.Value(TheirsOf(field)));
                    break;
                case Both:
                    break;
                default:
                    form.Refusals.Add(new("choice-missing", ChoiceOf(field)));
                    break;
            }
        }
    }

    /// <summary>The merge page's form: what is typed stands in the field, and a choice that only one side needs is made.</summary>
    public static void Prepare(FormState form, IEnumerable<MergeField> fields)
    {
        foreach (var f in fields)
        {
            if (f.OnlyTheirs)
                form.Set(ChoiceOf(f.Name), Theirs);
            else if (f.OnlyMine)
                form.Set(ChoiceOf(f.Name), Mine);
            else
                form.Set(ChoiceOf(f.Name), null);
        }
    }
}
