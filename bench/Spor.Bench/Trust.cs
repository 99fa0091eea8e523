using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Spor.Access;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Web;
using Spor.Web.Access;

namespace Spor.Bench;

/// <summary>What it costs a page that nobody sees before it is written, that texts lie sealed, and that who somebody is is asked anew: the
/// same pages of one caller with the log of looks and without it, one after the other in each run, so that both meet the same machine; and
/// what sealing and access take of it, counted apart.</summary>
static class Trust
{
    /// <summary>The goal for all of it on a page (ms).</summary>
    const double Goal = 3;

    public static async Task<int> Run(string data, string[] args)
    {
        Measured.Machine();
        var requests = int.Parse(Measured.Option(args, "--requests") ?? "300", CultureInfo.InvariantCulture);
        using var database = Database.Open(null, data);
        await using var with = await Started(database, written: true);
        await using var without = await Started(database, written: false);
        using var seen = await Pages.Caller.SignIn(new Uri(with.Urls.First()), 0, leader: false);
        using var unseen = await Pages.Caller.SignIn(new Uri(without.Urls.First()), 0, leader: false);
        var child = seen.NextChild();
        (string Name, string Path)[] pages =
        [
            ("Min dag", "/min-dag"),
            ("Barnet", child),
            ("Journal", child + "/journal"),
            ("Alle børn", "/boern"),
            ("Underretninger", "/indbakke"),
        ];
        var most = 0.0;
        foreach (var (name, path) in pages)
        {
            var runs = new List<Dictionary<string, double>>();
            for (var run = -1; run < Measured.Runs; run++)
            {
                var (a, b) = (new List<double>(), new List<double>());
                for (var i = 0; i < requests; i++)
                {
                    // By turns, so that a busy moment of the machine meets both.
                    a.Add(await Timed(seen, path));
                    b.Add(await Timed(unseen, path));
                }
                if (run >= 0)
                    runs.Add(
                        new()
                        {
                            ["with ms"] = Measured.Median([.. a]),
                            ["without ms"] = Measured.Median([.. b]),
                            ["log ms"] = Measured.Median([.. a]) - Measured.Median([.. b]),
                        }
                    );
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{name}: one caller, {requests} requests each"));
            Measured.Table(runs);
            most = Math.Max(most, Measured.Median([.. runs.Select(r => r["log ms"])]));
        }
        var id = long.Parse(child.Split('/')[^1], CultureInfo.InvariantCulture);
        var opened = Sealing(database, id, requests);
        var asked = Asking(database, id, requests);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nsealing: {opened.Texts} texts of the child opened in {opened.Ms:0.000} ms; access: {asked:0.000} ms. "
                    + $"Log of looks at most {most:0.000} ms. Together {most + opened.Ms + asked:0.000} ms of {Goal:0} ms."
            )
        );
        return 0;
    }

    static async Task<WebApplication> Started(Database database, bool written)
    {
        var app = SporHost.Build(new SporOptions(database, 0, DemoMode: true) { LooksAreWritten = written });
        await app.StartAsync();
        return app;
    }

    static async Task<double> Timed(Pages.Caller caller, string path)
    {
        var start = Stopwatch.GetTimestamp();
        if (await caller.Get(path) != HttpStatusCode.OK)
            throw new InvalidOperationException(path + " did not answer 200");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Every text of one child, opened: more than any page of it needs.</summary>
    static (int Texts, double Ms) Sealing(Database database, long child, int times)
    {
        var bodies = new List<(long Id, byte[] Body)>();
        using (var link = database.Rent())
        using (var rows = link.Query("SELECT \"Id\", \"Body\" FROM text WHERE \"ChildId\" = $1 AND \"Body\" IS NOT NULL", child))
            while (rows.Next())
                bodies.Add((rows.Long(0), rows.Bytes(1).ToArray()));
        return (
            bodies.Count,
            MedianOf(
                times,
                () =>
                {
                    foreach (var (id, body) in bodies)
                        _ = database.Keys.Unseal(id, body);
                }
            )
        );
    }

    /// <summary>Who somebody is, from the register, and whether a child opens.</summary>
    static double Asking(Database database, long child, int times)
    {
        var snapshot = new Municipality(database, standsAtExtract: true).Current;
        var (register, day) = (snapshot.Register, snapshot.Day);
        var people = new People(People.Employees, People.Coordinators, People.Users);
        var key = DemoPeople.Of(register, day).First(p => p.Role == ViewerRole.Caseworker).Key;
        var file = register.Children.First(c => c.Id == child);
        return MedianOf(
            times,
            () => _ = new Viewer(people.Find(key, register)!, register, day, day).OpeningOf(file, day, () => Screen.Nobody)
        );
    }

    static double MedianOf(int times, Action work)
    {
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return Measured.Median(took);
    }
}
