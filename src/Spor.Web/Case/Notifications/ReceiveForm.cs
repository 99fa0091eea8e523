using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notifications;

/// <summary>A child on the form: found by the search, or chosen before.</summary>
/// <param name="Visible">False for somebody else's child: its name is not shown, and the notification can still be attached to it.</param>
public sealed record Candidate(ChildState State, Likeness? Why, bool Visible);

/// <summary>
/// Receiving a notification: first who is sought, then what was told. One form and one address; its buttons say what is to be done, so that
/// nothing typed is lost on the way.
/// </summary>
static class ReceiveForm
{
    /// <summary>Which button was pressed.</summary>
    public const string Do = "goer";
    public const string Search = "soeg",
        AddChild = "nyt-barn",
        AddUnborn = "ufoedt",
        Remove = "fjern-";

    /// <summary>How many new children the form has, and whether it has been searched.</summary>
    public const string NewCount = "NewCount",
        Searched = "Searched";
    public const string SoughtName = "SoughtName",
        SoughtCpr = "SoughtCpr",
        SoughtBornOn = "SoughtBornOn",
        OtherCauses = "OtherCauses";

    /// <summary>More children than this in one notification is a slip.</summary>
    const int MostNew = 8;
    static readonly string[] OfNew =
    [
        nameof(NewChild.FirstName),
        nameof(NewChild.LastName),
        nameof(NewChild.Cpr),
        nameof(NewChild.BornOn),
        nameof(NewChild.Unborn),
        nameof(NewChild.Gender),
        nameof(NewChild.DistrictId),
    ];

    public static IResult Show(Viewing viewing, Acting acting, Database database, FactReader facts, string? barn, string? sendt)
    {
        var form = acting.NewForm((nameof(ReceiveNotification.ReceivedAt), Form.Iso(viewing.WorkClock.Today)));
        // From a child's page the child is chosen already.
        if (
            Form.Number(barn) is { } id
            && viewing.Overview.Find(id) is { } state
            && viewing.MaySee(state)
            && !form.Has(nameof(ReceiveNotification.Known), N(id))
        )
        {
            form.Set(nameof(ReceiveNotification.Known), N(id));
            form.Set(Searched, "ja");
        }
        // A draft of what a partner sent is of that one alone.
        var drafted = form.Id(nameof(ReceiveNotification.SentId));
        if ((Form.Number(sendt) ?? drafted) is not { } of || Partners.WaitingSent.Find(of, viewing, facts) is not { } sent)
            return Page(form, viewing, database);
        if (!sent.Waits)
            return sendt is null ? Page(New(viewing), viewing, database) : Results.Redirect(Partners.PartnerEndpoints.Waiting(sent.Id));
        if (drafted == of)
            return Page(form, viewing, database, log: true, sent: sent);
        // What a partner wrote is sought for as it was written; who the child is a person says.
        form = New(viewing);
        form.Set(nameof(ReceiveNotification.SentId), N(sent.Id));
        form.Set(SoughtName, sent.ChildName);
        form.Set(SoughtCpr, sent.Cpr);
        form.Set(SoughtBornOn, sent.BornOn is { } born ? Form.Iso(born) : null);
        form.Set(Searched, "ja");
        return Page(form, viewing, database, log: true, sent: sent);
    }

    static FormState New(Viewing viewing) =>
        FormState.New(viewing.Register.EntryNo, (nameof(ReceiveNotification.ReceivedAt), Form.Iso(viewing.WorkClock.Today)));

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting, Database database, FactReader facts)
    {
        var form = FormState.Of(posted);
        var sent = form.Id(nameof(ReceiveNotification.SentId)) is { } of ? Partners.WaitingSent.Find(of, viewing, facts) : null;
        switch (form.Value(Do))
        {
            case Search:
                form.Set(Searched, "ja");
                if (ReadSought(form, viewing, database).Nothing && form.Refusals.Count == 0)
                    form.Refusals.Add(new Refusal("search-empty", SoughtName));
                return Page(form, viewing, database, log: true, sent: sent);
            case AddChild:
                Add(form, unborn: false);
                return Page(form, viewing, database, sent: sent);
            case AddUnborn:
                Add(form, unborn: true);
                return Page(form, viewing, database, sent: sent);
            case var remove when remove.StartsWith(Remove, StringComparison.Ordinal):
                Take(form, Form.Whole(remove[Remove.Length..]) ?? -1);
                return Page(form, viewing, database, sent: sent);
        }
        var command = Read(form, posted, viewing, database, sent);
        var known = Candidates(form, viewing, database);
        // Nobody attaches anything to a child that they neither see nor were shown.
        foreach (var id in command.Known)
            if (!known.Any(k => k.State.File.Id == id))
                form.Refusals.Add(new Refusal("child-not-offered", nameof(command.Known)));
        var done = acting.Do(command, form);
        if (!done.Saved)
        {
            Attached.ChooseAgain(posted, form);
            if (form.Refusals.Any(r => r.Code is "likely-double" or "cpr-known-already"))
                form.Set(Searched, "ja");
            return Page(form, viewing, database, log: true, sent: sent);
        }
        var received = done.AllNew<NotificationFact>().Select(n => (Child: n.ChildId, n.Id)).ToList();
        var seen = received.Where(r => Sees(r.Child, command, viewing)).ToList();
        return received.Count == 1 && seen.Count == 1
                ? Acting.Saved(Routes.Notification(seen[0].Child, seen[0].Id), "notification-received")
            : seen.Count < received.Count ? Acting.Saved(Routes.Inbox, "notification-elsewhere")
            : Acting.Saved(Routes.Inbox, "notification-received");
    }

    // The overview is of the moment before: a new child is seen by its district's team, and by everybody without one.
    static bool Sees(long child, ReceiveNotification command, Viewing viewing) =>
        viewing.Overview.Find(child) is { } state
            ? viewing.MaySee(state)
            : viewing.Viewer.SeesAll
                || command.New.All(n =>
                    n.DistrictId is not { } district
                    || (viewing.Register.Staff.TeamOfDistrict(district, viewing.Today) is { } team && viewing.Viewer.Teams.Contains(team))
                );

    static ReceiveNotification Read(FormState form, IFormCollection posted, Viewing viewing, Database database, SentNotificationFact? sent)
    {
        var notifierKind = sent?.Notifier ?? form.NeededCode<Notifier>(nameof(ReceiveNotification.Notifier));
        var causes = form.Values("Causes").Where(c => c.Length > 0).Select(c => c.Replace(',', ' ')).ToList();
        if (form.Text(OtherCauses) is { } other)
            causes.AddRange(other.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return new(
            sent?.SentAt ?? form.NeededTime(nameof(ReceiveNotification.ReceivedAt)),
            notifierKind,
            sent is null ? form.Text(nameof(ReceiveNotification.NotifierName)) : Partners.Text.From(viewing.PersonOf(sent.By)),
            sent is null ? form.Text(nameof(ReceiveNotification.NotifierContact)) : sent.Contact,
            [.. form.Values(nameof(ReceiveNotification.Known)).Select(Form.Number).OfType<long>().Distinct()],
            [.. Enumerable.Range(0, CountOf(form)).Select(i => ReadNew(form, i, viewing, database))],
            form.Checked(nameof(ReceiveNotification.Siblings)),
            causes.Count == 0 ? null : string.Join(',', causes),
            sent is null ? form.Text(nameof(ReceiveNotification.Description)) : sent.Description,
            Attached.Read(posted, form),
            form.Checked(nameof(ReceiveNotification.DoublesSeen)),
            CountOf(form) > 0 ? form.Id(nameof(ReceiveNotification.SiblingOf)) : null,
            // Named though it is gone: the rule says that somebody else has dealt with it.
            form.Id(nameof(ReceiveNotification.SentId))
        );
    }

    static NewChild ReadNew(FormState form, int at, Viewing viewing, Database database)
    {
        string F(string property) => NotificationRules.FieldOf(property, at);
        var cpr = ReadCpr(form, F(nameof(NewChild.Cpr)), viewing);
        return new(
            form.Text(F(nameof(NewChild.FirstName))),
            form.Text(F(nameof(NewChild.LastName))),
            cpr,
            HashOf(cpr, database),
            form.Day(F(nameof(NewChild.BornOn))),
            form.Checked(F(nameof(NewChild.Unborn))),
            form.Code<Gender>(F(nameof(NewChild.Gender))),
            form.Id(F(nameof(NewChild.DistrictId)))
        );
    }

    internal static CprNumber? ReadCpr(FormState form, string field, Viewing viewing)
    {
        if (!form.Filled(field))
            return null;
        var cpr = CprNumber.Read(form.Value(field), viewing.WorkClock.Today);
        if (cpr is null && !form.Wrong(field))
            form.Refusals.Add(new Refusal("cpr-number-not-readable", field));
        return cpr;
    }

    static long? HashOf(CprNumber? cpr, Database database) => cpr is { } c ? database.Keys.Hash(c.Hashed) : null;

    static Sought ReadSought(FormState form, Viewing viewing, Database database)
    {
        var cpr = ReadCpr(form, SoughtCpr, viewing);
        var name = form.Value(SoughtName).Trim();
        if (SearchTerm.IsTooLong(name) && !form.Wrong(SoughtName))
            form.Refusals.Add(new Refusal("search-too-long", SoughtName));
        else if (Wire.HasControl(name, text: false) && !form.Wrong(SoughtName))
            form.Refusals.Add(new Refusal("text-with-control-characters", SoughtName));
        DateOnly? born = Form.Day(form.Value(SoughtBornOn));
        if (born is null && form.Filled(SoughtBornOn) && !form.Wrong(SoughtBornOn))
            form.Refusals.Add(new Refusal("day-not-readable", SoughtBornOn));
        return new(HashOf(cpr, database), name.Length == 0 || form.Wrong(SoughtName) ? null : name, born ?? cpr?.BornOn);
    }

    /// <summary>A block for a new child, begun with what was searched for.</summary>
    static void Add(FormState form, bool unborn)
    {
        var at = CountOf(form);
        if (at == MostNew)
            return;
        form.Set(NewCount, N(at + 1));
        form.Set(Searched, "ja");
        if (unborn)
        {
            form.Set(NotificationRules.FieldOf(nameof(NewChild.Unborn), at), "ja");
            return;
        }
        // What was searched for belongs to the first child that is made of it.
        if (
            Enumerable
                .Range(0, at)
                .Any(i =>
                    form.Value(NotificationRules.FieldOf(nameof(NewChild.Cpr), i)) == form.Value(SoughtCpr)
                    && NameOf(form, i) == form.Value(SoughtName).Trim()
                    && NameOf(form, i).Length > 0
                )
        )
            return;
        var name = form.Value(SoughtName).Trim();
        var split = name.LastIndexOf(' ');
        form.Set(NotificationRules.FieldOf(nameof(NewChild.FirstName), at), split < 0 ? name : name[..split]);
        form.Set(NotificationRules.FieldOf(nameof(NewChild.LastName), at), split < 0 ? "" : name[(split + 1)..]);
        form.Set(NotificationRules.FieldOf(nameof(NewChild.Cpr), at), form.Value(SoughtCpr).Trim());
        form.Set(NotificationRules.FieldOf(nameof(NewChild.BornOn), at), form.Value(SoughtBornOn));
    }

    static string NameOf(FormState form, int at) =>
        (
            form.Value(NotificationRules.FieldOf(nameof(NewChild.FirstName), at))
            + " "
            + form.Value(NotificationRules.FieldOf(nameof(NewChild.LastName), at))
        ).Trim();

    static void Take(FormState form, int at)
    {
        var count = CountOf(form);
        if (at < 0 || at >= count)
            return;
        foreach (var property in OfNew)
            for (var i = at; i < count; i++)
                form.Set(
                    NotificationRules.FieldOf(property, i),
                    i + 1 < count ? form.Value(NotificationRules.FieldOf(property, i + 1)) : ""
                );
        form.Set(NewCount, N(count - 1));
    }

    public static int CountOf(FormState form) => Math.Clamp(Form.Whole(form.Value(NewCount)) ?? 0, 0, MostNew);

    static IReadOnlyList<Spor.Notifications.Double> Doubles(Viewing viewing, Sought sought, Database database) =>
        Spor.Notifications.Doubles.Of(
            viewing.Overview.Children.Select(c => c.File),
            sought.CprHash is { } number ? sought with { Held = FormerNumbers.Of(database, number) } : sought,
            f => viewing.Overview.Find(f.Id) is { } s && viewing.MaySee(s),
            family => viewing.Overview.Family(family).Select(s => s.File)
        );

    /// <summary>The children that the form offers: what is sought, what is very like a new child, and what was chosen before and may be
    /// seen.</summary>
    static List<Candidate> Candidates(FormState form, Viewing viewing, Database database)
    {
        var found = new Dictionary<long, Candidate>();
        void Add(Spor.Notifications.Double d)
        {
            if (viewing.Overview.Find(d.Of.Id) is { } state)
                found.TryAdd(d.Of.Id, new(state, d.Why, viewing.MaySee(state)));
        }
        foreach (var d in Doubles(viewing, ReadSought(form, viewing, database), database))
            Add(d);
        for (var i = 0; i < CountOf(form); i++)
        {
            var n = ReadNew(form, i, viewing, database);
            foreach (var d in Doubles(viewing, n.Sought, database))
                if (d.Strong)
                    Add(d);
        }
        foreach (var chosen in form.Values(nameof(ReceiveNotification.Known)).Select(Form.Number).OfType<long>())
        {
            if (viewing.Overview.Find(chosen) is not { } state || !viewing.MaySee(state))
                continue;
            found.TryAdd(chosen, new(state, null, true));
            foreach (var other in state.Child.FamilyId is { } family ? viewing.Overview.Family(family) : [])
                if (other.File.Id != chosen && viewing.MaySee(other))
                    found.TryAdd(other.File.Id, new(other, Likeness.Sibling, true));
        }
        // The same thing may have been refused while it was sought and while it was read.
        var once = form.Refusals.Distinct().ToList();
        form.Refusals.Clear();
        form.Refusals.AddRange(once);
        return [.. found.Values];
    }

    static IResult Page(FormState form, Viewing viewing, Database database, bool log = false, SentNotificationFact? sent = null)
    {
        // Before the search the form has no such field yet.
        if (!form.Fields.Contains(nameof(ReceiveNotification.ReceivedAt)))
            form.Set(nameof(ReceiveNotification.ReceivedAt), Form.Iso(viewing.WorkClock.Today));
        List<Candidate> candidates = form.Value(Searched) == "ja" ? Candidates(form, viewing, database) : [];
        if (log)
            viewing.Log.Looked(viewing.Viewer.Key, "search", [.. candidates.Select(c => c.State.File.Id)], "underretning");
        return ForChild.Page<ReceivePage>(
            form,
            new
            {
                Form = form,
                Candidates = candidates,
                Sent = sent,
            }
        );
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
}
