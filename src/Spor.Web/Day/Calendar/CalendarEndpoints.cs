using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.OwnTasks;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Day.Calendar;

static class CalendarEndpoints
{
    /// <summary>How far back and ahead the calendar is read elsewhere (days).</summary>
    const int Back = 14,
        Ahead = 183;

    public static void MapCalendar(this WebApplication app)
    {
        app.MapGet(Routes.Calendar, Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.Calendar + "/adresse", Open).Does<OpenCalendar>();
        app.MapPost(Routes.Calendar + "/adresse/{id:long}/luk", Close).Does<CloseCalendar>();
        // Who reads it is no person but a program, which signs in by the address alone.
        app.MapGet(Routes.Calendar + "/{id:long}/{key}.ics", Feed).AllowAnonymous();
    }

    static IResult Show(Viewing viewing, FactReader facts, SporOptions options, HttpContext context, string? uge) =>
        Page(viewing, facts, options, context, Form.Day(uge ?? "") ?? viewing.Today, FormState.New(viewing.Register.EntryNo));

    static IResult Open(IFormCollection posted, Viewing viewing, Acting acting, FactReader facts, SporOptions options, HttpContext context)
    {
        var form = FormState.Of(posted);
        return acting.Do(new OpenCalendar(), form).Saved
            ? Acting.Saved(Routes.Calendar + "#adresse", "calendar-open")
            : Page(viewing, facts, options, context, viewing.Today, form);
    }

    static IResult Close(
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        FactReader facts,
        SporOptions options,
        HttpContext context
    )
    {
        var form = FormState.Of(posted);
        return acting.Do(new CloseCalendar(id), form).Saved
            ? Acting.Saved(Routes.Calendar + "#adresse", "calendar-closed")
            : Page(viewing, facts, options, context, viewing.Today, form);
    }

    static IResult Page(Viewing viewing, FactReader facts, SporOptions options, HttpContext context, DateOnly day, FormState form)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var items = CalendarItem
            .Of(
                viewing.Mine,
                OwnTaskLines.About(viewing),
                OwnTaskLines.Reminders(viewing),
                viewing.Register,
                viewing.Today,
                monday,
                monday.AddDays(6)
            )
            .ToList();
        viewing.Log.Looked(
            viewing.Viewer.Key,
            "kalender",
            [.. items.Select(i => i.Child?.File.Id).OfType<long>().Distinct()],
            Form.Iso(monday)
        );
        var feed = viewing.Viewer.EmployeeId is { } me
            ? viewing.Register.Of<CalendarFeedFact>().LastOrDefault(f => f.EmployeeId == me && f.ClosedOn is null)
            : null;
        return ForChild.Page<CalendarPage>(
            form,
            new
            {
                Monday = monday,
                Items = items,
                Said = Said(items, facts),
                Form = form,
                Feed = feed,
                Address = feed is null ? null : AddressOf(feed, options, context),
                OnlyHere = options.Settings.Address is null,
            }
        );
    }

    /// <summary>What the record says of each, by the row's id.</summary>
    static Dictionary<long, string> Said(IReadOnlyList<CalendarItem> items, FactReader facts)
    {
        var said = new Dictionary<long, string>();
        void Put(long id, string? text)
        {
            if (text is { Length: > 0 })
                said[id] = text;
        }
        foreach (var t in facts.Opened(items.Select(i => i.Row).OfType<OwnTaskFact>()))
            Put(t.Id, t.What);
        foreach (var r in facts.Opened(items.Select(i => i.Row).OfType<OwnReminderFact>()))
            Put(r.Id, r.What);
        foreach (var t in facts.Opened(items.Select(i => i.Row).OfType<PlanActionFact>()))
            Put(t.Id, t.What);
        foreach (var a in facts.Opened(items.Select(i => i.Row).OfType<AgreementFact>()))
            Put(a.Id, a.What);
        foreach (var c in facts.Opened(items.Select(i => i.Row).OfType<NetworkConferenceFact>()))
            Put(c.Id, c.Place);
        foreach (var m in facts.Opened(items.Select(i => i.Row).OfType<NetworkMeetingFact>()))
            Put(m.Id, m.Place);
        return said;
    }

    /// <summary>Nobody who has not the key ring can make one, and it is kept nowhere.</summary>
    static string KeyOf(CalendarFeedFact feed, Database database) =>
        Convert.ToHexStringLower(database.Keys.Mac(Encoding.UTF8.GetBytes("calendar|" + feed.Id.ToString(CultureInfo.InvariantCulture))));

    static string AddressOf(CalendarFeedFact feed, SporOptions options, HttpContext context)
    {
        var path = $"{Routes.Calendar}/{feed.Id.ToString(CultureInfo.InvariantCulture)}/{KeyOf(feed, options.Database)}.ics";
        return options.Settings.Address is { } address
            ? address.AbsoluteUri.TrimEnd('/') + path
            : $"{context.Request.Scheme}://{context.Request.Host}{path}";
    }

    /// <summary>
    /// The calendar as a program fetches it: days, times and plain words. It names nobody, and says nothing else to whoever has no right
    /// address, or has the address of somebody who is no longer employed here or has no role any more.
    /// </summary>
    static IResult Feed(long id, string key, Municipality municipality, People people, SporOptions options, TimeProvider time)
    {
        var now = municipality.Current;
        var register = now.Register;
        if (
            register.Of<CalendarFeedFact>().FirstOrDefault(f => f.Id == id) is not { ClosedOn: null } feed
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(feed, options.Database)), Encoding.UTF8.GetBytes(key))
        )
            return Results.NotFound();
        var clock = Viewing.WorkClockOf(municipality, now, options, time);
        var me = feed.EmployeeId;
        if (
            !register.Staff.IsEmployed(me, clock.Today)
            || people.Find(People.EmployeeKey(me), register) is not { } person
            || !new Viewer(person, register, clock.Today, now.Day, clock.Now).MayWork
        )
            return Results.NotFound();
        var tasks = now.Get(OwnTaskLines.Picks)
            .Children.SelectMany(c =>
                c.File.Of<OwnTaskFact>().Where(t => OwnTaskLines.IsFor(t, c, me, register, now.Day)).Select(t => (c, t))
            );
        var reminders = register.Of<OwnReminderFact>().Where(r => r.EmployeeId == me && r.DoneOn is null);
        var items = CalendarItem.Of(
            now.Overview.Of(me),
            tasks,
            reminders,
            register,
            now.Day,
            now.Day.AddDays(-Back),
            now.Day.AddDays(Ahead)
        );
        return Results.Text(
            CalendarFile.Of(items.Select(i => Entry(i, id, options.Database)), time.GetUtcNow().UtcDateTime),
            CalendarFile.ContentType,
            Encoding.UTF8
        );
    }

    // Told from another by a number that says nothing of what it is about.
    static CalendarEntry Entry(CalendarItem i, long feed, Database database) =>
        new(
            Convert.ToHexStringLower(
                database.Keys.Mac(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"item|{feed}|{i.Thing}")))
            )[..32] + "@spor",
            i.Plain,
            i.Day.ToDateTime(i.At ?? TimeOnly.MinValue),
            i.At is not null && i.Until is { } until ? i.Day.ToDateTime(until) : null,
            WholeDay: i.At is null
        );
}
