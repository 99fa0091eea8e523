using System.Globalization;
using System.Text;
using Npgsql;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Workforce;

namespace Spor.Bench;

/// <summary>
/// The questions of the Monday page in plain SQL on PostgreSQL, as somebody who knows SQL would write them, against the marks in memory.
/// The answers are compared, so that both do the same work.
/// </summary>
static class Sql
{
    const string Open = "\"RetractedIn\" IS NULL";

    public static int Compare(string data, string connection)
    {
        Measured.Machine();
        using var database = Database.Open(connection, data);
        var register = RegisterLoader.Load(database);
        var day = register.Municipality!.ExtractDay;
        var columns = KeyFigures.EngineOf(register, day);
        var months = columns.Months(day).TakeLast(120).ToList();
        using var link = new NpgsqlConnection(connection);
        link.Open();
        Run(link, "ANALYZE");
        Prepare(link, register.Catalogue, months);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{register.Children.Count:N0} children, {months.Count} months to {day:yyyy-MM-dd}")
        );

        var runs = new List<Dictionary<string, double>>();
        for (var run = -1; run < 3; run++)
        {
            IReadOnlyList<IReadOnlyList<KeyFigure>> ours = [];
            var memory = Measured.Seconds(() => ours = columns.Ask(KeyFigures.All, months).Figures);
            var figures = new Dictionary<string, double> { ["in memory, all"] = memory };
            foreach (var (name, sql, same) in Questions())
            {
                List<(DateOnly Day, string? Part, double Value)> rows = [];
                figures[name] = Measured.Seconds(() => rows = Ask(link, sql));
                if (run >= 0)
                    continue;
                var differs = rows.Count(r => Math.Abs(same(ours[months.FindIndex(m => m.To == r.Day)], r.Part) - r.Value) > 1e-6);
                Console.WriteLine($"{name}: {rows.Count} rows, {differs} differ");
            }
            figures["SQL, all four"] = figures.Skip(1).Sum(f => f.Value);
            figures["ratio"] = figures["SQL, all four"] / memory;
            if (run >= 0)
                runs.Add(figures);
        }
        Measured.Table(runs);
        return 0;
    }

    static double Of(IReadOnlyList<KeyFigure> figures, Figure of, string? part = null) =>
        figures.Single(f => f.Of == of && f.Part == part).Value ?? 0;

    static IEnumerable<(string Name, string Sql, Func<IReadOnlyList<KeyFigure>, string?, double> Same)> Questions()
    {
        yield return (
            "children with a case",
            $"""
            SELECT m.until, NULL, count(DISTINCT c."ChildId") FROM month m
            JOIN "case" c ON c.{Open} AND c."OpenedOn" <= m.until AND (c."ClosedOn" IS NULL OR c."ClosedOn" >= m.until) GROUP BY m.until
            """,
            (f, _) => Of(f, CaseFigures.ChildrenWithCase)
        );
        yield return (
            "ladder",
            $"""
            SELECT until, step::text, count(*) FROM (
              SELECT until, "ChildId", max(step) AS step FROM (
                SELECT m.until, i."ChildId", k.step FROM month m
                JOIN intervention i ON i.{Open} AND i."From" <= m.until AND (i."To" IS NULL OR i."To" >= m.until)
                JOIN step k ON k.code = i."Code" AND k.since <= m.until AND m.until <= k.upto
                UNION ALL
                SELECT m.until, c."ChildId", 1 FROM month m JOIN "case" c ON c.{Open} AND c."OpenedOn" <= m.until AND (c."ClosedOn" IS NULL OR c."ClosedOn" >= m.until)
              ) running GROUP BY until, "ChildId") highest
            WHERE step > 1 OR EXISTS (SELECT 1 FROM "case" c WHERE c."ChildId" = highest."ChildId" AND c.{Open} AND c."OpenedOn" <= until AND (c."ClosedOn" IS NULL OR c."ClosedOn" >= until))
            GROUP BY until, step
            """,
            (f, step) => Of(f, LadderFigures.OnLadder, step)
        );
        yield return (
            "24-hour rule",
            $"""
            SELECT m.until, NULL, 100.0 * count(*) FILTER (WHERE assessed <= due) / count(*) FROM month m JOIN (
              SELECT ("ReceivedAt" AT TIME ZONE 'Europe/Copenhagen') + interval '24 hours' AS due, "AssessedAt" AT TIME ZONE 'Europe/Copenhagen' AS assessed
              FROM notification WHERE {Open}) n ON (n.due AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN m.since AND m.until
            GROUP BY m.until
            """,
            (f, _) => Of(f, RequirementFigures.ComplianceLaw, Rule.NotificationAssessed.Danish())
        );
        yield return (
            "full-year placements",
            $"""
            WITH course AS (
              SELECT i."ChildId", unnest(range_agg(daterange(i."From", i."To", '[]'))) AS days FROM intervention i
              JOIN step k ON k.code = i."Code" AND k.since <= i."From" AND i."From" <= k.upto AND k.placement WHERE i.{Open} GROUP BY i."ChildId")
            SELECT m.until, NULL, coalesce(sum(upper(days * y.year) - lower(days * y.year)), 0)::float8 / (upper(y.year) - lower(y.year)) FROM month m
            CROSS JOIN LATERAL (SELECT daterange(make_date(extract(year FROM m.until)::int - 1, 1, 1), make_date(extract(year FROM m.until)::int, 1, 1)) AS year) y
            LEFT JOIN course ON course.days && y.year GROUP BY m.until, y.year
            """,
            (f, _) => Of(f, PlacementFigures.FullYear)
        );
    }

    /// <summary>The months and the catalogue as temporary tables with their statistics: the plain SQL gets the help it would be
    /// given.</summary>
    static void Prepare(NpgsqlConnection link, Catalogue catalogue, List<FigurePeriod> months)
    {
        static string Day(DateOnly d) =>
            d == DateOnly.MinValue ? "'0001-01-01'::date"
            : d == DateOnly.MaxValue ? "'9999-12-31'::date"
            : $"'{d:yyyy-MM-dd}'::date";
        var sql = new StringBuilder(
            "CREATE TEMP TABLE month (since date, until date); CREATE TEMP TABLE step (code text, step int, placement bool, "
                + "since date, upto date);"
        );
        foreach (var m in months)
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO month VALUES ({Day(m.From)}, {Day(m.To)});");
        foreach (var r in catalogue.Rows)
            sql.Append(
                CultureInfo.InvariantCulture,
                $"INSERT INTO step VALUES ('{r.Code.Replace("'", "''", StringComparison.Ordinal)}', {r.Step}, {r.IsPlacement}, "
                    + $"{Day(r.From)}, {Day(r.To)});"
            );
        Run(link, sql + "ANALYZE month; ANALYZE step;");
    }

    static void Run(NpgsqlConnection link, string sql)
    {
        using var command = new NpgsqlCommand(sql, link) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }

    static List<(DateOnly, string?, double)> Ask(NpgsqlConnection link, string sql)
    {
        using var command = new NpgsqlCommand(sql, link) { CommandTimeout = 600 };
        using var rows = command.ExecuteReader();
        var found = new List<(DateOnly, string?, double)>();
        while (rows.Read())
            found.Add(
                (
                    rows.GetFieldValue<DateOnly>(0),
                    rows.IsDBNull(1) ? null : rows.GetString(1),
                    Convert.ToDouble(rows.GetValue(2), CultureInfo.InvariantCulture)
                )
            );
        return found;
    }
}
