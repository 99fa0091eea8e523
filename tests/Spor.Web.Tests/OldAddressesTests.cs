using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>
/// Every address that the first whole version of Spor answered. People have them among their bookmarks, in letters and in minutes: each
/// answers still, itself or by leading on to a page that does.
/// </summary>
public sealed partial class OldAddressesTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        CoordinatorStage.Seed(site);
        DemoRoles.Seed(site.Database);
        DemoRecovery.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>As they were at the end of the first version; what stands in braces
    /// is the kind of thing whose number stood there.</summary>
    static readonly string[] Addresses =
    [
        "/",
        "/aarshjul",
        "/aarshjul/{report-due}",
        "/afgoerelser",
        "/barn/{child}",
        "/barn/{child}/afgoerelse/ny",
        "/barn/{child}/afgoerelse/{decision-proposal}",
        "/barn/{child}/aftale/{agreement}",
        "/barn/{child}/bilag/{attachment}",
        "/barn/{child}/brev",
        "/barn/{child}/brev/ny?skabelon=closing",
        "/barn/{child}/brev/{letter}",
        "/barn/{child}/brev/{letter}/ret",
        "/barn/{child}/brev/{letter}/word",
        "/barn/{child}/flyt",
        "/barn/{child}/genaabn",
        "/barn/{child}/indsats/ny",
        "/barn/{child}/indsats/{intervention}/aendr",
        "/barn/{child}/indsats/{intervention}/afslut",
        "/barn/{child}/indsats/{intervention}/hjemgivelse",
        "/barn/{child}/indsats/{intervention}/tilsyn",
        "/barn/{child}/luk",
        "/barn/{child}/maal",
        "/barn/{child}/netvaerk",
        "/barn/{child}/netvaerksmoede/ny",
        "/barn/{child}/netvaerksmoede/{network-meeting}",
        "/barn/{child}/netvaerksmoede/{network-meeting}/udskriv",
        "/barn/{child}/notat",
        "/barn/{child}/opfoelgning/{intervention}",
        "/barn/{child}/opgave/{decision-duty}",
        "/barn/{child}/overdrag",
        "/barn/{child}/overdragelse/{handover}",
        "/barn/{child}/person/ny",
        "/barn/{child}/person/{network-person}",
        "/barn/{child}/plan/ny",
        "/barn/{child}/plan/{plan}",
        "/barn/{child}/plan/{plan}/aftale/ny",
        "/barn/{child}/plan/{plan}/aftale/{plan-action}",
        "/barn/{child}/plan/{plan}/faerdig",
        "/barn/{child}/plan/{plan}/luk",
        "/barn/{child}/plan/{plan}/maal/ny",
        "/barn/{child}/plan/{plan}/maal/{goal}",
        "/barn/{child}/plan/{plan}/ret",
        "/barn/{child}/plan/{plan}/revider",
        "/barn/{child}/plan/{plan}/udskriv",
        "/barn/{child}/raadslagning",
        "/barn/{child}/raadslagning/ny",
        "/barn/{child}/raadslagning/{network-conference}",
        "/barn/{child}/raadslagning/{network-conference}/aflys",
        "/barn/{child}/raadslagning/{network-conference}/evaluering",
        "/barn/{child}/raadslagning/{network-conference}/evaluering/papir",
        "/barn/{child}/raadslagning/{network-conference}/holdt",
        "/barn/{child}/raadslagning/{network-conference}/invitationer",
        "/barn/{child}/raadslagning/{network-conference}/inviteret/ny",
        "/barn/{child}/raadslagning/{network-conference}/inviteret/{invitee}",
        "/barn/{child}/raadslagning/{network-conference}/kalender.ics",
        "/barn/{child}/raadslagning/{network-conference}/opfoelgning",
        "/barn/{child}/raadslagning/{network-conference}/plan",
        "/barn/{child}/raadslagning/{network-conference}/plan/svar",
        "/barn/{child}/raadslagning/{network-conference}/plan/udskriv",
        "/barn/{child}/raadslagning/{network-conference}/praktisk",
        "/barn/{child}/raadslagning/{network-conference}/samordner",
        "/barn/{child}/raadslagning/{network-conference}/spoergsmaal",
        "/barn/{child}/raadslagning/{network-conference}/stoetteperson",
        "/barn/{child}/raadslagning/{network-conference}/svar",
        "/barn/{child}/ret",
        "/barn/{child}/ret/follow-up/{follow-up}",
        "/barn/{child}/samtale",
        "/barn/{child}/underretning/{notification}",
        "/barn/{child}/underretning/{notification}/bilag",
        "/barn/{child}/underretning/{notification}/kvittering",
        "/barn/{child}/underretning/{notification}/tilbagemelding",
        "/barn/{child}/underretning/{notification}/vurder",
        "/barn/{child}/undersoegelse/ny",
        "/barn/{child}/undersoegelse/{assessment}",
        "/barn/{child}/undersoegelse/{assessment}/afslut",
        "/barn/{child}/undersoegelse/{assessment}/del/health",
        "/barn/{child}/undersoegelse/{assessment}/udskriv",
        "/barn/{child}/ungeplan",
        "/basislinjer",
        "/basislinjer/{baseline}",
        "/basislinjer/{baseline}/tal.csv",
        "/basislinjer/{baseline}/tal.xlsx",
        "/boern",
        "/boern.csv",
        "/boern.xlsx",
        "/boern/soeg",
        "/brevskabeloner",
        "/brevskabeloner/decision",
        "/datakvalitet",
        "/datakvalitet.csv",
        "/datakvalitet.xlsx",
        "/fordeling",
        "/fordeling/{child}",
        "/forskningsudtraek",
        "/fravaer",
        "/frister",
        "/frister.csv",
        "/frister.xlsx",
        "/import",
        "/import/format",
        "/indbakke",
        "/kompetence",
        "/ledelse",
        "/ledelse.csv",
        "/ledelse.xlsx",
        "/ledelse/min",
        "/ledelse/tal.csv?tal=active-cases",
        "/ledelse/tal.xlsx?tal=active-cases",
        "/ledelse/tal/active-cases",
        "/ledelse/tal/ladder/5",
        "/log-ind",
        "/min-dag",
        "/noegletal",
        "/noegletal.csv",
        "/noegletal.xlsx",
        "/notater",
        "/overdrag",
        "/raadet",
        "/raadet/{report}",
        "/raadet/{report}/efterregn",
        "/raadet/{report}/excel",
        "/raadet/{report}/side",
        "/raadet/{report}/word",
        "/raadslagninger",
        "/raadslagninger.csv",
        "/raadslagninger.xlsx",
        "/sager",
        "/sager.csv",
        "/sager.xlsx",
        "/samordner",
        "/samordner/{network-conference}",
        "/samordner/{network-conference}/kalender.ics",
        "/samordner/{network-conference}/kontaktark",
        "/samordner/{network-conference}/praktisk",
        "/samordnere",
        "/samordnere/ny",
        "/samordnere/{coordinator}",
        "/sundhed",
        "/trappen",
        "/trappen.csv",
        "/trappen.xlsx",
        "/underretning/ny",
    ];

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"/?\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Of what the example has none of, or none in the state that the page is for, or none that is the asker's own: their
    /// addresses must lead somewhere all the same. Their own tests and <see cref="CoordinatorWalkTests"/> ask them with something in
    /// them.</summary>
    static readonly string[] NoneInTheExample =
    [
        "/aarshjul/{report-due}",
        "/barn/{child}/afgoerelse/{decision-proposal}",
        "/barn/{child}/aftale/{agreement}",
        "/barn/{child}/bilag/{attachment}",
        "/barn/{child}/brev/{letter}",
        "/barn/{child}/brev/{letter}/ret",
        "/barn/{child}/brev/{letter}/word",
        "/barn/{child}/netvaerksmoede/{network-meeting}",
        "/barn/{child}/netvaerksmoede/{network-meeting}/udskriv",
        "/barn/{child}/opgave/{decision-duty}",
        "/barn/{child}/overdragelse/{handover}",
        "/barn/{child}/plan/{plan}/aftale/{plan-action}",
        "/barn/{child}/raadslagning/{network-conference}/inviteret/{invitee}",
        "/barn/{child}/raadslagning/{network-conference}/kalender.ics",
        "/basislinjer/{baseline}",
        "/basislinjer/{baseline}/tal.csv",
        "/basislinjer/{baseline}/tal.xlsx",
        "/raadet/{report}",
        "/raadet/{report}/efterregn",
        "/raadet/{report}/excel",
        "/raadet/{report}/side",
        "/raadet/{report}/word",
        "/samordner/{network-conference}",
        "/samordner/{network-conference}/kalender.ics",
        "/samordner/{network-conference}/kontaktark",
        "/samordner/{network-conference}/praktisk",
    ];

    [Fact]
    public async Task Every_address_of_the_first_version_answers()
    {
        var today = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => new Regex(
                "^/"
                    + Parameter()
                        .Replace(
                            e.RoutePattern.RawText!.Trim('/').Replace(".", "\\."),
                            hole =>
                                (hole.Value[0] == '/' ? "/" : "")
                                + (hole.Value.EndsWith("?}", StringComparison.Ordinal) ? "?[^/]*" : "[^/]+")
                        )
                    + "$"
            ))
            .ToList();
        var reader = new ChildReader(site.Database);
        var files = site
            .Register.Children.OrderByDescending(c => c.Conferences.Length * 100 + c.All.Count)
            .Take(60)
            .Select(c => reader.Read(c.Id)!)
            .ToList();
        var people = site.People.GroupBy(p => p.Role).Select(g => g.First().Key).OrderByDescending(k => k == "leder").ToList();
        var (gone, unanswered) = (new List<string>(), new List<string>());
        foreach (var address in Addresses)
        {
            if (!today.Exists(t => t.IsMatch(Hole().Replace(address.Split('?')[0], "1"))))
                gone.Add(address);
            else if (!await Answers(address))
                unanswered.Add(address);
        }
        Assert.Equal([], gone);
        Assert.Equal(NoneInTheExample, unanswered);

        async Task<bool> Answers(string address)
        {
            foreach (var url in Filled(address).Take(12))
            foreach (var person in people)
            {
                using var answer = await (await site.As(person)).GetAsync(new Uri(url, UriKind.Relative));
                Assert.True((int)answer.StatusCode < 500, $"{url}: {(int)answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.OK)
                    return true;
                if (answer.StatusCode != HttpStatusCode.Forbidden)
                    break;
            }
            return false;
        }

        // With the things of a child that has all of them.
        IEnumerable<string> Filled(string address)
        {
            var kinds = Hole().Matches(address).Select(m => m.Groups[1].Value).ToList();
            if (kinds.Count == 0)
                return [address];
            var ofNone = FactKinds.OfNoChild.FirstOrDefault(k => kinds.Contains(k.Name));
            if (ofNone is not null)
                return site.Register.Of(ofNone).Select(f => Hole().Replace(address, f.Id.ToString()));
            return files.SelectMany(f => FilledOf(address, kinds, f));
        }

        static IEnumerable<string> FilledOf(string address, List<string> kinds, ChildFile file)
        {
            // The last hole is what the page is about; what stands before it is what the thing is a part of.
            var last = file.All.Where(f => FactKinds.Of(f).Name == kinds[^1]).ToList();
            foreach (var thing in last)
            foreach (var around in kinds.Count < 3 ? [thing] : file.All.Where(f => FactKinds.Of(f).Name == kinds[^2]).ToList())
                yield return Hole()
                    .Replace(
                        address,
                        hole =>
                            hole.Groups[1].Value == "child" ? file.Id.ToString()
                            : hole.Groups[1].Value == kinds[^1] ? thing.Id.ToString()
                            : around.Id.ToString()
                    );
        }
    }
}
