using Spor.Facts;
using Spor.Letters;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Letters;

/// <summary>What the page of a letter being written shows beside the fields.</summary>
/// <param name="Open">The fields of the template that were not filled, with what they mean.</param>
/// <param name="Draft">The draft that is gone on with.</param>
public sealed record LetterDesk(
    LetterTemplate Template,
    Fact? About,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<LetterField> Open,
    LetterFact? Draft
)
{
    /// <summary>How it looks to each who is chosen; null where nobody asked to see.</summary>
    public IReadOnlyList<LetterFact>? Previews { get; init; }
}

/// <summary>A letter from a template: filled, edited, kept as a draft or recorded as sent.</summary>
static class WriteLetterForm
{
    /// <summary>The hidden fields that say which letter it is, and the button that keeps it as a draft.</summary>
    public const string TemplateField = "skabelon",
        KindField = "om",
        IdField = "id",
        Button = "handling",
        Keep = "kladde",
        Look = "vis",
        OtherName = "OtherName",
        Other = Recipients.Other;

    public static IResult Show(long child, string? skabelon, string? om, string? id, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (
                    reader.Read(child) is not { } file
                    || Templates.On(viewing.Register.LetterTemplates, skabelon ?? "", viewing.WorkClock.Today) is not { } template
                )
                    return Results.NotFound();
                var about = AboutOf(file, template, om, Form.Number(id));
                if (om is not null && about is null)
                    return Results.NotFound();
                var values = LetterFields.For(template.Code, SourcesOf(file, about, viewing));
                var desk = DeskOf(file, template, about, null, viewing);
                var form = acting.NewForm(
                    (TemplateField, template.Code),
                    (KindField, about is null ? null : FactKinds.Of(about).Name),
                    (IdField, about is null ? null : Number(about.Id)),
                    (nameof(WriteLetter.Subject), LetterText.Fill(template.Subject, values)),
                    (nameof(WriteLetter.Body), LetterText.Fill(template.Body, values)),
                    (nameof(WriteLetter.SentOn), Form.Iso(viewing.WorkClock.Today))
                );
                form.SetAll(nameof(WriteLetter.To), Recipients.Usual(template.Code, desk.Recipients).Select(r => r.Key));
                return Page(state, form, desk);
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        ForChild.Do(child, viewing, state => Write(state, null, FormState.Of(posted), viewing, acting, reader, facts));

    public static IResult Continue(long child, long letter, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Letters, l => l.Id == letter) is not { } draft)
                    return Results.NotFound();
                // What is sent is read, not written on.
                if (draft.SentOn is not null || Templates.Default(draft.Template) is not { } template)
                    return Results.Redirect(Routes.Letter(child, letter));
                var desk = DeskOf(file, template, AboutOf(file, template, draft.AboutKind, draft.AboutId), draft, viewing);
                var to = desk.Recipients.FirstOrDefault(r =>
                    draft.PersonId is { } p ? r.PersonId == p : r.PersonId is null && r.Name == draft.Recipient
                );
                var form = acting.NewForm(
                    (TemplateField, draft.Template),
                    (KindField, draft.AboutKind),
                    (IdField, draft.AboutId is { } a ? Number(a) : null),
                    (nameof(WriteLetter.Subject), draft.Subject),
                    (nameof(WriteLetter.Body), draft.Body),
                    (nameof(WriteLetter.To), to?.Key ?? Other),
                    (OtherName, to is null ? draft.Recipient : null),
                    (nameof(WriteLetter.Address), to?.Address is null ? draft.Address : null),
                    (nameof(WriteLetter.SentOn), Form.Iso(viewing.WorkClock.Today))
                );
                return Page(state, form, desk);
            }
        );

    public static IResult SaveDraft(
        long child,
        long letter,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) => ForChild.Do(child, viewing, state => Write(state, letter, FormState.Of(posted), viewing, acting, reader, facts));

    static IResult Write(
        ChildState state,
        long? letter,
        FormState form,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    )
    {
        var child = state.File.Id;
        var send = form.Value(Button) != Keep;
        var kind = form.Filled(KindField) ? form.Value(KindField) : null;
        var command = new WriteLetter(
            child,
            letter,
            form.Value(TemplateField),
            kind,
            kind is null ? null : form.Id(IdField),
            [],
            form.Text(nameof(WriteLetter.Subject)),
            form.Text(nameof(WriteLetter.Body)),
            send,
            form.Day(nameof(WriteLetter.SentOn)),
            form.Code<Channel>(nameof(WriteLetter.Channel))
        )
        {
            Address = form.Text(nameof(WriteLetter.Address)),
            ToKeys = form.Values(nameof(WriteLetter.To)),
            OtherName = form.Has(nameof(WriteLetter.To), Other) ? form.Text(OtherName) : null,
        };
        if (form.Value(Button) == Look)
            return Shown(state, letter, command, form, viewing, reader);
        var done = acting.Do(
            command,
            form,
            (LetterFact now) => [(nameof(WriteLetter.Subject), now.Subject), (nameof(WriteLetter.Body), now.Body)]
        );
        if (done.Saved)
        {
            // Several letters are best seen on the list of them all.
            var written = done.Written<LetterFact>().Select(l => l.Id).ToList();
            var where = written.Count == 1 ? Routes.Letter(child, written[0]) : LetterEndpoints.All(child);
            return send ? Acting.Saved(where, "letter-sent") : Acting.Saved(where, "letter-draft");
        }
        if (
            reader.Read(child) is not { } file
            || Templates.On(viewing.Register.LetterTemplates, command.Template, viewing.WorkClock.Today) is not { } template
        )
            return Results.NotFound();
        return Page(
            state,
            form,
            DeskOf(
                file,
                template,
                AboutOf(file, template, kind, command.AboutId),
                letter is { } l ? Array.Find(file.Letters, x => x.Id == l) : null,
                viewing
            )
        );
    }

    /// <summary>The letters as each would get them, under the form with everything typed. Nothing is saved.</summary>
    static IResult Shown(ChildState state, long? letter, WriteLetter command, FormState form, Viewing viewing, ChildReader reader)
    {
        if (
            reader.Read(state.File.Id) is not { } file
            || Templates.On(viewing.Register.LetterTemplates, command.Template, viewing.WorkClock.Today) is not { } template
        )
            return Results.NotFound();
        var about = AboutOf(file, template, command.AboutKind, command.AboutId);
        var desk = DeskOf(file, template, about, letter is { } l ? Array.Find(file.Letters, x => x.Id == l) : null, viewing);
        var to = desk.Recipients.Where(r => command.ToKeys.Contains(r.Key)).ToList();
        if (command.OtherName is { } other)
            to.Add(new(Other, other, command.Address));
        return Page(
            state,
            form,
            desk with
            {
                Previews = [.. to.Select(r => LetterRules.To(command, file, about, r, viewing.WorkClock.Today))],
            }
        );
    }

    /// <summary>What the letter is about: what the address says, or else the newest that such a letter may be about.</summary>
    static Fact? AboutOf(ChildFile file, LetterTemplate template, string? kind, long? id)
    {
        if (kind is not null)
            return file.All.FirstOrDefault(f => f.Id == id && FactKinds.Of(f).Name == kind);
        return template.About switch
        {
            "notification" when template.Code == Templates.Feedback => file.Notifications.LastOrDefault(n =>
                n.FeedbackOn is null && n.Notifier.IsProfessional()
            ) ?? file.Notifications.LastOrDefault(),
            "notification" => file.Notifications.LastOrDefault(n => n.AcknowledgedOn is null && n.Notifier != Notifier.Anonymous)
                ?? file.Notifications.LastOrDefault(),
            "case" => file.Cases.LastOrDefault(c => c.ClosedOn is null) ?? file.Cases.LastOrDefault(),
            "decision-record" => file.Decisions.LastOrDefault(),
            "decision-proposal" => file.Proposals.LastOrDefault(p => p.State == Spor.Decisions.ProposalState.Waiting),
            "handover" => file.Handovers.LastOrDefault(),
            "municipal-move" => file.Moves.LastOrDefault(),
            "network-conference" when template.Code == Templates.FamilyPlan => file.Conferences.LastOrDefault(c =>
                c.FamilyPlan is not null
            ),
            "network-conference" => Spor.Conferences.ConferenceRules.Waiting(file.Conferences),
            _ => null,
        };
    }

    static LetterSources SourcesOf(ChildFile file, Fact? about, Viewing viewing) =>
        new(
            file,
            about,
            viewing.Register.Municipality,
            viewing.Register.Catalogue,
            viewing.Viewer.Name,
            viewing.WorkClock.Today,
            id => viewing.EmployeeName(id),
            Words.Section
        )
        {
            AuthorPhone = viewing.EmployeePhone(viewing.Viewer.EmployeeId),
        };

    static LetterDesk DeskOf(ChildFile file, LetterTemplate template, Fact? about, LetterFact? draft, Viewing viewing)
    {
        var values = LetterFields.For(template.Code, SourcesOf(file, about, viewing));
        var used = LetterText.Open(LetterText.Fill(template.Subject, values), LetterText.Fill(template.Body, values));
        return new(
            template,
            about,
            Recipients.Of(file, about, viewing.WorkClock.Today),
            [
                .. LetterFields
                    .Of(template.Code)
                    .Where(f => values[f.Name] is null && !LetterFields.IsEachOwn(f.Name) && used.Contains(f.Name)),
            ],
            draft
        );
    }

    static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static IResult Page(ChildState state, FormState form, LetterDesk desk) =>
        ForChild.Page<WriteLetterPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Desk = desk,
            }
        );
}
