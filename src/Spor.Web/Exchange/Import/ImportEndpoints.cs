using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Spor.Exchange.Deliveries;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Exchange.Import;

static class ImportEndpoints
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<Uploads>();
        services.AddHostedService(s => s.GetRequiredService<Uploads>());
    }

    public static void MapImport(this WebApplication app)
    {
        var group = app.MapGroup("/import").RequireAuthorization(Policies.Import);
        group.MapGet(
            "",
            IResult (Database database, HttpRequest request) =>
                new RazorComponentResult<ImportPage>(new { Earlier = Imports.List(database), Page = Paged.Asked(request.Query) })
        );
        group.MapGet("/format", IResult () => new RazorComponentResult<FormatPage>());
        group
            .MapPost("", UploadExtract)
            .WithMetadata(new RequestSizeLimitAttribute(SporHost.LargestUpload))
            .WithFormOptions(multipartBodyLengthLimit: SporHost.LargestUpload);
        group.MapGet(
            TakeBackPath,
            IResult (Database database, Viewing viewing) =>
                new RazorComponentResult<TakeBackPage>(new { Plan = TakingBack.Of(database, viewing.Viewer.Key) })
        );
        group.MapPost(TakeBackPath, TakeBack);
        MapOne(group);
        group.MapPost("/{id}/fortryd", RegretImport);
    }

    const string TakeBackPath = "/tag-tilbage";

    static IResult TakeBack(IFormCollection form, Uploads uploads, Viewing viewing, Database database)
    {
        if (TakingBack.Of(database, viewing.Viewer.Key) is not { } plan)
            return Results.NotFound();
        // What the page showed is what is meant: another import may have come since.
        var same = form["import"] == plan.Import.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (plan.Run is null || !same || form["laest"] != "ja")
            return new RazorComponentResult<TakeBackPage>(
                new { Plan = plan, Fault = plan.Run is null || !same ? Text.LookAgain : Text.TickTakeBack }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        return Results.Redirect(uploads.TakeBack(viewing.Viewer.Key).Address);
    }

    /// <summary>What is done with one extract that has been read, whether somebody uploaded it or it was delivered.</summary>
    public static void MapOne(RouteGroupBuilder group)
    {
        group.MapGet("/{id}", ShowUpload);
        group.MapGet("/{id}/problemer.csv", DownloadProblems);
        group.MapPost("/{id}/dag", GiveDay);
        group.MapPost("/{id}/kortlaegning", GiveMapping);
        group.MapPost("/{id}/laeg-til-side", SetRowsAside);
        group.MapPost("/{id}/gem", ConfirmImport);
    }

    /// <summary>One's own upload, or a delivery that one may take in.</summary>
    public static Upload? Find(string id, Uploads uploads, Viewing viewing) =>
        uploads.Find(id, viewing.Viewer.Key)
        ?? (
            uploads.FindSent(id) is { } sent && Arrivals.May(viewing.Viewer, DeliveryScope.IsMoney(sent.Counts?.Tables ?? [])) ? sent : null
        );

    static async Task<IResult> UploadExtract(
        IFormCollection form,
        Uploads uploads,
        Viewing viewing,
        Database database,
        CancellationToken stop
    )
    {
        var files = form.Files.Where(f => f.Length > 0).ToList();
        IResult Again(string fault) =>
            new RazorComponentResult<ImportPage>(
                new
                {
                    Earlier = Imports.List(database),
                    Fault = fault,
                    Day = form["dag"].ToString(),
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        DateOnly? day = null;
        if (form["dag"].ToString() is { Length: > 0 } typed && (day = Form.Day(typed)) is null)
            return Again(Text.NotADay(typed));
        if (files.Count == 0)
            return Again(Text.NoFile);
        if (files.Find(f => !Allowed(f.FileName)) is { } wrong)
            return Again(Text.WrongKind(Path.GetFileName(wrong.FileName)));

        if (
            files.GroupBy(f => Path.GetFileName(f.FileName), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is
            { } twice
        )
            return Again(Text.SameName(twice.Key));

        var upload = uploads.Start(viewing.Viewer.Key);
        upload.Day = day;
        try
        {
            foreach (var file in files)
            {
                await using var to = uploads.Create(upload, Path.GetFileName(file.FileName));
                await file.CopyToAsync(to, stop);
            }
        }
        catch (IOException e)
        {
            uploads.Forget(upload);
            return Again(FaultText.Of(e)!);
        }
        catch
        {
            // It would otherwise look as if it were being read, for ever.
            uploads.Forget(upload);
            throw;
        }
        uploads.Read(upload);
        return Results.Redirect("/import/" + upload.Id);
    }

    static bool Allowed(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".zip" or ".xlsx" or ".json";

    static IResult ShowUpload(string id, Uploads uploads, Viewing viewing, string? alvor, string? fil)
    {
        if (Find(id, uploads, viewing) is not { } upload)
            return Results.NotFound();
        if (upload.Sent is not null)
        {
            upload.Opened = true;
            if (upload is { State: UploadState.Ready, Prepared: null })
                uploads.Read(upload);
        }
        return new RazorComponentResult<UploadPage>(
            new
            {
                Upload = upload,
                Kind = alvor,
                File = fil,
                Saved = uploads.Saved(),
            }
        );
    }

    static IResult DownloadProblems(string id, Uploads uploads, Viewing viewing) =>
        Find(id, uploads, viewing)?.Prepared is { } prepared
            ? Results.File(Problems.ToCsv(prepared.Extract.Problems.All), "text/csv; charset=utf-8", "fejlliste.csv")
            : Results.NotFound();

    static IResult GiveDay(string id, IFormCollection form, Uploads uploads, Viewing viewing)
    {
        if (Find(id, uploads, viewing) is not { State: UploadState.Ready } upload)
            return Results.NotFound();
        if (Form.Day(form["dag"]) is not { } day)
            return new RazorComponentResult<UploadPage>(
                new
                {
                    Upload = upload,
                    DayFault = Text.NotADay(form["dag"].ToString()),
                    DayTyped = form["dag"].ToString(),
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        upload.Day = day;
        uploads.Read(upload);
        return Results.Redirect(upload.Address);
    }

    static IResult GiveMapping(string id, IFormCollection form, Uploads uploads, Viewing viewing)
    {
        if (Find(id, uploads, viewing) is not { State: UploadState.Ready } upload)
            return Results.NotFound();
        var text = form["kortlaegning"].ToString();
        var from = form["periode-fra"].ToString();
        var fault = Mapping.Fault(text);
        DateOnly? window = null;
        var notADay = from.Length > 0 && (window = Form.Day(from)) is null ? Text.NotADay(from) : null;
        if (fault is not null || notADay is not null)
            return new RazorComponentResult<UploadPage>(
                new
                {
                    Upload = upload,
                    MappingTyped = text,
                    MappingFault = fault,
                    WindowTyped = from,
                    WindowFault = notADay,
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        (upload.Mapping, upload.WindowFrom, upload.SetAside) = (text.Trim().Length == 0 ? null : text, window, false);
        uploads.Read(upload);
        return Results.Redirect(upload.Address);
    }

    static IResult SetRowsAside(string id, IFormCollection form, Uploads uploads, Viewing viewing)
    {
        if (Find(id, uploads, viewing) is not { State: UploadState.Ready, Prepared.Extract.CanSetAside: true } upload)
            return Results.NotFound();
        if (form["laest"] != "ja")
            return new RazorComponentResult<UploadPage>(new { Upload = upload, AsideFault = Text.ReadTheListFirst })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        upload.SetAside = true;
        uploads.Read(upload);
        return Results.Redirect(upload.Address);
    }

    static IResult ConfirmImport(string id, IFormCollection form, Uploads uploads, Viewing viewing)
    {
        if (Find(id, uploads, viewing) is not { } upload)
            return Results.NotFound();
        // A second press of the button changes nothing.
        if (upload is { State: UploadState.Ready, Counts.Ready: true })
        {
            if (upload.Sent is not null)
                upload.Owner = viewing.Viewer.Key;
            HashSet<RowName> Rows(string name) =>
                [.. form[name].Select(v => v!.Split('|', 2)).Where(p => p.Length == 2).Select(p => new RowName(p[0], p[1]))];
            var choices = new Choices(Rows("kilden"), Rows("traek"), form["traek-alle"] == "ja");
            uploads.Store(
                upload,
                choices.TakeSource.Count + choices.Withdraw.Count == 0 && !choices.WithdrawAllVanished ? Choices.None : choices
            );
        }
        return Results.Redirect(upload.Address);
    }

    static IResult RegretImport(string id, IFormCollection form, Uploads uploads, Viewing viewing)
    {
        _ = form;
        if (uploads.Find(id, viewing.Viewer.Key) is { Working: false } upload)
            uploads.Forget(upload);
        return Results.Redirect("/import");
    }
}
