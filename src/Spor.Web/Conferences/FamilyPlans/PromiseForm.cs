using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>Who does what by when, as lines on a form. A line's fields end in its number from 0; the hidden one holds the agreement that
/// the line is.</summary>
public static class PromiseForm
{
    /// <summary>The button that gives more lines, and what it posts.</summary>
    public const string More = "flere",
        Id = "Agreement";
    const string Child = "barnet",
        Caseworker = "rådgiveren";

    /// <summary>How many empty lines a form has at least.</summary>
    const int Spare = 3;

    public static string Name(string field, int row) => ConferenceRules.Field(field, row);

    /// <summary>How many lines the form that was posted had.</summary>
    static int Posted(FormState form)
    {
        var n = 0;
        while (form.Fields.Contains(Name(nameof(Promise.What), n), StringComparer.Ordinal))
            n++;
        return n;
    }

    /// <summary>How many lines to show: what is filled, and some to write on.</summary>
    public static int Rows(FormState form) => Math.Max(Posted(form), 1) + (form.Posted && !form.Checked(More) ? 0 : Spare);

    /// <summary>The fields of the agreements that are open, so that a form begins with them.</summary>
    public static IEnumerable<(string Field, string? Value)> Known(IEnumerable<AgreementFact> agreements, ChildFile file) =>
        agreements.Where(a => a.IsOpen).SelectMany((a, n) => Fields(a, n, file));

    static IEnumerable<(string Field, string? Value)> Fields(AgreementFact a, int n, ChildFile file)
    {
        var person = a.PersonId is { } p ? Array.Find(file.People, x => x.Id == p) : null;
        var chosen =
            person is not null ? person.Id.ToString(CultureInfo.InvariantCulture)
            : a.Who == ChildsName(file) ? Child
            : a.Who == Text.Caseworker ? Caseworker
            : Guests(file).FirstOrDefault(g => g == a.Who) ?? "";
        yield return (Name(Id, n), a.Id.ToString(CultureInfo.InvariantCulture));
        yield return (Name(nameof(Promise.What), n), a.What ?? "");
        yield return (Name(nameof(Promise.PersonId), n), chosen);
        yield return (
            Name(nameof(Promise.Who), n),
            chosen is Child or Caseworker || chosen == a.Who || (person is not null && a.Who == Invited.Label(person)) ? "" : a.Who
        );
        yield return (Name(nameof(Promise.DueOn), n), a.DueOn is { } due ? Form.Iso(due) : "");
    }

    public static IReadOnlyList<Promise> Read(FormState form, ChildFile file) =>
        [
            .. Enumerable
                .Range(0, Posted(form))
                .Select(n =>
                {
                    var chosen = form.Value(Name(nameof(Promise.PersonId), n));
                    var typed = form.Text(Name(nameof(Promise.Who), n));
                    return new Promise(
                        n,
                        form.Id(Name(Id, n)),
                        form.Text(Name(nameof(Promise.What), n)),
                        chosen is Child or Caseworker or "" || Guests(file).Contains(chosen)
                            ? null
                            : form.Id(Name(nameof(Promise.PersonId), n)),
                        typed
                            ?? (
                                chosen == Child ? ChildsName(file)
                                : chosen == Caseworker ? Text.Caseworker
                                : Guests(file).FirstOrDefault(g => g == chosen)
                            ),
                        form.Day(Name(nameof(Promise.DueOn), n))
                    );
                })
                .Where(p => !p.Empty || p.AgreementId is not null),
        ];

    /// <summary>Puts what others have saved since beside what was typed: the lines that changed, and as new lines those that
    /// came.</summary>
    public static void ShowMeanwhile(FormState form, IEnumerable<AgreementFact> agreements, ChildFile file)
    {
        var rows = Posted(form);
        foreach (var a in agreements.Where(a => a.IsOpen))
        {
            var id = a.Id.ToString(CultureInfo.InvariantCulture);
            var at = Enumerable.Range(0, rows).Where(n => form.Value(Name(Id, n)) == id).Select(n => (int?)n).FirstOrDefault();
            if (at is null)
            {
                foreach (var (field, value) in Fields(a, rows, file))
                    form.Set(field, value);
                rows++;
            }
            else if (a.RecordedIn > form.Seen)
                foreach (var (field, value) in Fields(a, at.Value, file))
                    if ((value ?? "") != form.Value(field).Trim() && field.StartsWith(nameof(Promise.What), StringComparison.Ordinal))
                        form.Meanwhile[field] = $"{a.What} ({a.Who}{(a.DueOn is { } due ? ", " + Kernel.Danish.Short(due) : "")})";
        }
    }

    /// <summary>Who may take something on: the child, the caseworker, everybody in the network who is around the child.</summary>
    public static IReadOnlyList<(string Value, string Text)> Who(ChildFile file, DateOnly today) =>
        [
            (Child, Text.ChildItself(ChildsName(file))),
            (Caseworker, Text.Caseworker),
            .. file
                .People.Where(p => p.AroundAt(today))
                .Select(p =>
                    (
                        p.Id.ToString(CultureInfo.InvariantCulture),
                        p.Name is { } name ? $"{name} ({p.Relation.Danish()})" : p.Relation.Danish()
                    )
                ),
            .. Guests(file).Select(g => (g, g)),
        ];

    /// <summary>Those who came to a meeting and are in no list but the meeting's own.</summary>
    static IEnumerable<string> Guests(ChildFile file) =>
        file
            .Invitees.Where(i => i is { PersonId: null, MayCome: true, Came: true, Name: not null, Role: not InviteeRole.Child })
            .Select(i => i.Relation is { } relation ? $"{i.Name} ({relation})" : i.Name!)
            .Distinct(StringComparer.CurrentCultureIgnoreCase);

    static string ChildsName(ChildFile file) => file.Child.FirstName ?? Text.TheChild;
}
