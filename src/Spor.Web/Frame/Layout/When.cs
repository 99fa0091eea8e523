using System.Globalization;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Frame.Layout;

/// <summary>Days as people say them from where they stand: i går, for 2 dage siden, i dag kl. 14.20, i morgen, tir. 3. nov.</summary>
public static class When
{
    static readonly string[] Days = ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."];

    public static string Of(DateOnly day, DateOnly today, DateTime? at = null)
    {
        var away = day.DayNumber - today.DayNumber;
        var clock = at is { } t ? $" kl. {t.ToString("HH.mm", CultureInfo.InvariantCulture)}" : "";
        return away switch
        {
            0 => "i dag" + clock,
            1 => "i morgen" + clock,
            -1 => "i går" + clock,
            < 0 and > -14 => $"for {-away} dage siden",
            < 0 and > -60 => $"for {-away / 7} uger siden",
            < 0 and > -730 => $"for {(int)Math.Round(-away / 30.4375)} måneder siden",
            < 0 => $"for {(int)Math.Round(-away / 365.25)} år siden",
            _ => $"{Days[(int)day.DayOfWeek]} "
                + $"{day.ToString(day.Year == today.Year || away < 60 ? "d. MMM" : "d. MMM yyyy", Danish.Culture)}",
        };
    }

    /// <summary>lørdag den 31. oktober 2026, with a minute if there is one: the whole of it, for a title.</summary>
    public static string Whole(DateOnly day, DateTime? at = null) =>
        day.ToString("dddd 'den' d. MMMM yyyy", Danish.Culture)
        + (at is { } t ? $" kl. {t.ToString("HH.mm", CultureInfo.InvariantCulture)}" : "");

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateOnly day, DateTime? at = null) =>
        at is { } t ? t.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : Form.Iso(day);

    /// <summary>The 24-hour rule first while it runs, then by due day; of two on one day the law before the model.</summary>
    public static IOrderedEnumerable<T> MostUrgentFirst<T>(this IEnumerable<T> rows, Func<T, Requirement> of) =>
        rows.OrderBy(r => of(r) is { Rule: Rule.NotificationAssessed, State: RequirementState.Upcoming } ? 0 : 1)
            .ThenBy(r => of(r).DueAt ?? of(r).Due.ToDateTime(TimeOnly.MinValue))
            .ThenBy(r => NationalLaw.Of(of(r).Rule, of(r).Trigger).IsLaw ? 0 : 1)
            .ThenBy(r => of(r).Rule)
            .ThenBy(r => of(r).ChildId);
}
