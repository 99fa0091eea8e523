using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Corrections;

/// <summary>Corrects or withdraws one registered fact, with a reason.</summary>
static class CorrectMistakeForm
{
    public const string Reason = "CorrectionReason",
        WithdrawReason = "WithdrawReason",
        WithDependents = "WithDependents";

    /// <summary>What is put right where it stands, without the rest of its row, by the name that <see cref="Routes.CorrectValue"/> gives
    /// it.</summary>
    static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        // The number says the birthday, so a slip in either is seen beside the other.
        [Routes.TheNumber] = [nameof(ChildFact.Cpr), nameof(ChildFact.BornOn)],
        [Routes.TheSchool] = [nameof(ChildFact.School)],
    };

    /// <summary>The one value that an address asks for; null for the whole row.</summary>
    static string? Only(HttpRequest request, string kind) =>
        kind == FactKinds.Child.Name && request.Query[Routes.ValueKey].ToString() is var value && Values.ContainsKey(value) ? value : null;

    public static IResult Show(long child, string kind, long id, Viewing viewing, ChildReader reader, Acting acting, HttpRequest request) =>
        On(
            child,
            kind,
            id,
            viewing,
            reader,
            (state, file, row) =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "barn-ret", [child]);
                var form = acting.NewForm([.. Asked(FactKinds.Of(row)).SelectMany(v => Shown(v, row))]);
                return Page(state, file, row, form, viewing, only: Only(request, kind));
            }
        );

    public static IResult Save(
        long child,
        string kind,
        long id,
        IFormCollection posted,
        Viewing viewing,
        ChildReader reader,
        Acting acting,
        Database database,
        HttpRequest request
    ) =>
        On(
            child,
            kind,
            id,
            viewing,
            reader,
            (state, file, row) =>
            {
                var form = FormState.Of(posted);
                var corrected = row.Copy();
                var only = Only(request, kind);
                foreach (var value in Asked(FactKinds.Of(row), only))
                    Read(form, value, corrected, row);
                if (corrected is ChildFact c && row is ChildFact before)
                    ReadCpr(form, c, before, database.Keys, viewing.WorkClock.Today);
                var done = acting.Do(
                    new CorrectFact(child, corrected, form.Text(Reason), form.Checked(nameof(CorrectFact.EffectsSeen))),
                    form,
                    (Fact now) => Asked(FactKinds.Of(now)).SelectMany(v => Shown(v, now))
                );
                if (done.Saved)
                    return Acting.Saved(only is null ? Routes.History(child) : Routes.Child(child), "corrected");
                Rename(form, Reason);
                return Page(
                    state,
                    file,
                    row,
                    form,
                    viewing,
                    Effects.Of(file, [new Corrected(FactKinds.Of(row), corrected)], viewing.Register.Catalogue, viewing.Today),
                    only: only
                );
            }
        );

    public static IResult Withdraw(
        long child,
        string kind,
        long id,
        IFormCollection posted,
        Viewing viewing,
        ChildReader reader,
        Acting acting
    ) =>
        On(
            child,
            kind,
            id,
            viewing,
            reader,
            (state, file, row) =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new WithdrawFact(
                        child,
                        kind,
                        id,
                        form.Checked(WithDependents),
                        form.Text(WithdrawReason),
                        form.Checked(nameof(CorrectFact.EffectsSeen))
                    ),
                    form
                );
                if (done.Saved)
                    return Acting.Saved(Routes.History(child), "withdrawn");
                Rename(form, WithdrawReason);
                return Page(
                    state,
                    file,
                    row,
                    form,
                    viewing,
                    Effects.Of(
                        file,
                        [.. Hanging.PartsOf(file, row).Append(row).Select(f => new Withdrawn(FactKinds.Of(f), f.Id))],
                        viewing.Register.Catalogue,
                        viewing.Today
                    ),
                    withdrawing: true
                );
            }
        );

    // A fact may have a reason of its own (a conversation left out), so the correction's is another field.
    static void Rename(FormState form, string to)
    {
        for (var i = 0; i < form.Refusals.Count; i++)
            if (form.Refusals[i].Code == "correction-without-reason")
                form.Refusals[i] = form.Refusals[i] with { Field = to };
    }

    static IResult On(
        long child,
        string kind,
        long id,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, Fact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is { } file && file.All.FirstOrDefault(f => f.Id == id && FactKinds.Of(f).Name == kind) is { } row
                    ? then(state, file, row)
                    : Results.NotFound()
        );

    static IResult Page(
        ChildState state,
        ChildFile file,
        Fact row,
        FormState form,
        Viewing viewing,
        Effects? effects = null,
        bool withdrawing = false,
        string? only = null
    )
    {
        var kind = FactKinds.Of(row);
        var words = Saying.WordsOf(file, viewing);
        string Sentence(Fact f) => Saying.Of(FactKinds.Of(f)).Sentence(new Recorded(FactKinds.Of(f), f), null, words);
        return ForChild.Page<CorrectMistakePage>(
            form,
            new
            {
                State = state,
                Row = row,
                Only = only,
                Now = Sentence(row),
                Withdrawing = withdrawing,
                Effects = form.Wrong(nameof(CorrectFact.EffectsSeen)) || form.Checked(nameof(CorrectFact.EffectsSeen)) ? effects : null,
                File = file,
                Form = form,
                Other = FormState.New(form.Seen, [.. Asked(kind).SelectMany(v => Shown(v, row))]),
                Parts = kind.IsCorrectable ? Hanging.PartsOf(file, row).Select(Sentence).ToList() : [],
                CarriedOnBy = kind.IsCorrectable ? Hanging.CarriedOnBy(file, row).Select(Sentence).ToList() : [],
                Choices = Asked(kind)
                    .Where(v => v.IsReference || v.ValueType.IsEnum || v.Meaning == Meaning.Measure || Listed(v, row) is not null)
                    .ToDictionary(v => v.Name, v => (IReadOnlyList<(string, string)>)Choices(v, row, file, viewing, Sentence)),
            }
        );
    }

    /// <summary>What people are asked for.</summary>
    /// <param name="only">One value alone, by its name in <see cref="Values"/>.</param>
    internal static IEnumerable<Column> Asked(FactKind kind, string? only = null) =>
        only is null ? kind.Columns.Where(c => !c.BySpor) : Values[only].Select(name => kind.Columns.First(c => c.Name == name));

    /// <summary>The codes of a list that is no enum, each with what people read; null for what is no such list.</summary>
    static IEnumerable<(string Code, string Words)>? Listed(Column value, Fact row) =>
        (row, value.Name) switch
        {
            (AssessmentDimensionFact d, nameof(AssessmentDimensionFact.Dimension)) => (
                DimensionSets.All.FirstOrDefault(s => s.Find(d.Dimension) is not null) ?? DimensionSets.All[^1]
            ).All.Select(x => (x.Code, x.Title)),
            (DecisionDutyFact, nameof(DecisionDutyFact.Code)) => DecisionLaw.Duties.Select(d => (d.Code, d.Title)).DistinctBy(d => d.Code),
            (MoveFact, nameof(MoveFact.MunicipalityNumber))
            or (CaseFact, nameof(CaseFact.ActingMunicipality) or nameof(CaseFact.PayingMunicipality)) => Municipalities
                .All.Select(m => (m.Key, Municipalities.NameOf(m.Key)))
                .OrderBy(m => m.Item2, StringComparer.Create(Danish.Culture, false)),
            _ => null,
        };

    /// <summary>What stands in the form's fields for a value; a point of time has two.</summary>
    static IEnumerable<(string, string?)> Shown(Column value, Fact row)
    {
        var now = value.Get(row);
        if (now is DateTime time)
        {
            yield return (value.Name, Form.Iso(DateOnly.FromDateTime(time)));
            yield return (value.Name + "Time", time.ToString("HH.mm", CultureInfo.InvariantCulture));
            yield break;
        }
        yield return (
            value.Name,
            now switch
            {
                null => null,
                DateOnly day => Form.Iso(day),
                bool yes => yes ? "ja" : "nej",
                Enum code => CodeText.Of(code),
                long ore when value.Meaning is Meaning.Money or Meaning.Hundredths => (ore / 100m).ToString("0.##", Danish.Culture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => now.ToString(),
            }
        );
    }

    static void Read(FormState form, Column value, Fact into, Fact before)
    {
        object? read = value.ValueType switch
        {
            var t when t == typeof(DateOnly) => value.Nullable ? form.Day(value.Name) : form.NeededDay(value.Name),
            var t when t == typeof(DateTime) => value.Nullable && !form.Filled(value.Name) ? null : form.NeededTime(value.Name),
            var t when t == typeof(bool) => form.YesNo(value.Name) is { } yes ? yes
            : value.Nullable ? null
            : false,
            var t when t.IsEnum => EnumOf(form, value),
            var t when t == typeof(long) => value.Meaning is Meaning.Money or Meaning.Hundredths
                ? form.Hundredths(value.Name)
                : form.Number(value.Name),
            var t when t == typeof(int) => form.Number(value.Name) is { } n and > int.MinValue and < int.MaxValue ? (int)n : 0,
            _ => form.Text(value.Name),
        };
        if (
            value.ValueType == typeof(DateTime)
            && read is DateTime minute
            && value.Get(before) is DateTime old
            && old.AddTicks(-(old.Ticks % TimeSpan.TicksPerMinute)) == minute
        )
            read = old;
        if (read is null && !value.Nullable)
        {
            if (value.ValueType == typeof(string))
                read = "";
            else
            {
                form.Refusals.Add(new("value-missing", value.Name));
                return;
            }
        }
        value.Set(into, read);
    }

    // Also where the number is not changed: a row from before may have been hashed in another way.
    static void ReadCpr(FormState form, ChildFact child, ChildFact before, KeyRing keys, DateOnly today)
    {
        if (child.Cpr is null)
            child.CprHash = null;
        else if (CprNumber.Read(child.Cpr, today) is { } cpr)
            (child.Cpr, child.CprHash) = (cpr.Digits, keys.Hash(cpr.Hashed));
        else if (child.Cpr != before.Cpr)
            form.Refusals.Add(new("cpr-not-readable", nameof(ChildFact.Cpr)));
    }

    static readonly MethodInfo EnumReader = typeof(FormState).GetMethod(nameof(FormState.Code))!;

    static object? EnumOf(FormState form, Column value) => EnumReader.MakeGenericMethod(value.ValueType).Invoke(form, [value.Name]);

    static List<(string Value, string Text)> Choices(Column value, Fact row, ChildFile file, Viewing viewing, Func<Fact, string> sentence)
    {
        string N(long id) => id.ToString(CultureInfo.InvariantCulture);
        if (value.ValueType.IsEnum)
            return [.. Enum.GetValues(value.ValueType).Cast<Enum>().Select(e => (CodeText.Of(e), Danish.Capital(CodeText.SaidOf(e))))];
        if (Listed(value, row) is { } listed)
        {
            List<(string Value, string Text)> words = [.. listed];
            // What a source brought, or an older list had, stands among the choices too.
            if (value.Get(row) is string { Length: > 0 } kept && !words.Exists(w => w.Value == kept))
                words.Add((kept, value.Shown?.Invoke(kept) ?? kept));
            return words;
        }
        if (value.Meaning == Meaning.Measure)
            return
            [
                .. viewing
                    .Register.Catalogue.Rows.GroupBy(r => r.Code)
                    .Select(g => (g.Key, g.Last().Name))
                    .OrderBy(c => c.Name, StringComparer.Create(Danish.Culture, false)),
            ];
        var id = value.Get(row) as long?;
        IEnumerable<(string Value, string Text)> found =
            value.RefersTo == FactKinds.Employment
                ? viewing
                    .Register.Employments.GroupBy(e => e.EmployeeId)
                    .Select(g => (N(g.Key), g.Last().Name ?? N(g.Key)))
                    .OrderBy(c => c.Item2, StringComparer.Create(Danish.Culture, false))
            : value.RefersTo == FactKinds.District
                ? viewing.Register.Districts.GroupBy(d => d.DistrictId).Select(g => (N(g.Key), g.Last().Name))
            : value
                .RefersToOneOf.SelectMany(file.Of)
                .Where(f => !(f.Id == row.Id && FactKinds.Of(f) == FactKinds.Of(row)))
                .Select(f => (N(f.Id), sentence(f)));
        var list = found.ToList();
        if (id is { } at && !list.Any(c => c.Value == N(at)))
            list.Add((N(at), "nr. " + N(at)));
        return list;
    }
}
