using System.Security.Cryptography;
using Spor.Exchange.Research;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Exchange.Research;

static class ResearchEndpoints
{
    public static void MapResearch(this WebApplication app)
    {
        app.MapGet(
                "/forskningsudtraek",
                (Viewing viewing, IntentReader intents) => Page(FormState.New(viewing.Register.EntryNo), viewing.Newest, intents)
            )
            .RequireAuthorization(Policies.Research);
        app.MapPost("/forskningsudtraek", Take).Does<TakeResearchExtract>();
    }

    /// <summary>The entry is written before the file is made: nobody gets one that is not on record.</summary>
    static IResult Take(IFormCollection posted, Viewing viewing, Acting acting, Showing log, IntentReader intents)
    {
        var form = FormState.Of(posted);
        var command = new TakeResearchExtract(
            form.Text(nameof(TakeResearchExtract.Recipient)),
            form.Text(nameof(TakeResearchExtract.Purpose)),
            form.Checked(nameof(TakeResearchExtract.WithProtected))
        );
        if (!acting.Do(command, form).Saved)
            return Page(form, viewing, intents);
        log.Looked(viewing.Viewer.Key, "research-extract", [], "forskningsudtraek");
        return TypedResults.File(
            ResearchExtract.Zip(viewing.Register, RandomNumberGenerator.GetBytes(ResearchExtract.KeyLength), command.WithProtected),
            "application/zip",
            Text.File(viewing.Today)
        );
    }

    static IResult Page(FormState form, Viewing viewing, IntentReader intents) =>
        ForChild.Page<ResearchPage>(form, new { Form = form, Taken = intents.Of(viewing.Snapshot, "take-research-extract") });
}
