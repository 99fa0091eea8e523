using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Deliveries;
using Spor.Web.Access;
using Spor.Web.Exchange.Import;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>What has been delivered and waits, taking it in or turning it away, and the keys that others deliver with.</summary>
static class DeliveryEndpoints
{
    public const string Path = "/leverancer",
        Keys = Path + "/noegler";

    public static void AddDeliveries(this IServiceCollection services) =>
        services
            .AddSingleton<Delivered>()
            .AddSingleton<Arrivals>()
            .AddSingleton<KeyTries>()
            .AddSingleton<Inbox>()
            .AddHostedService(s => s.GetRequiredService<Inbox>())
            .AddHostedService<NightReading>();

    public static void MapDeliveries(this WebApplication app)
    {
        app.MapGet(Path, IResult (Viewing viewing) => List(viewing)).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapGet(Keys, IResult (Viewing viewing, Acting acting) => KeyPage(viewing, NewKey(viewing, acting)))
            .RequireAuthorization(Policies.Settings)
            .ShowsNoChild();
        app.MapPost(Keys, AddKey).Does<AddDeliveryKey>();
        app.MapPost(Keys + "/{key:long}/spaer", Revoke).Does<RevokeDeliveryKey>();
        var group = app.MapGroup(Path).RequireAuthorization(Policies.Economy);
        ImportEndpoints.MapOne(group);
        group.MapPost("/{id}/afvis", TurnAway);
        group.MapPost("/{id}/igen", Again);
        DeliveryApi.Map(app);
    }

    static IResult List(Viewing viewing, string? fault = null, string? faultOf = null) =>
        new RazorComponentResult<DeliveriesPage>(
            new
            {
                Viewing = viewing,
                Fault = fault,
                FaultOf = faultOf,
            }
        )
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    static FormState NewKey(Viewing viewing, Acting acting) =>
        acting.NewForm((nameof(AddDeliveryKey.From), Form.Iso(viewing.WorkClock.Today)));

    static IResult KeyPage(Viewing viewing, FormState form, string? secret = null, bool shownBefore = false) =>
        ForChild.Page<DeliveryKeysPage>(
            form,
            new
            {
                Viewing = viewing,
                Form = form,
                Secret = secret,
                ShownBefore = shownBefore,
            }
        );

    /// <summary>The secret is made here and shown in this one answer. A second press of the button makes no second key, and cannot show the
    /// first.</summary>
    static IResult AddKey(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var secret = DeliveryKey.Make();
        var command = new AddDeliveryKey(
            form.Text(nameof(AddDeliveryKey.Sender)),
            form.Values(nameof(AddDeliveryKey.Tables)),
            form.NeededDay(nameof(AddDeliveryKey.From)),
            form.Day(nameof(AddDeliveryKey.To)),
            DeliveryKey.HashOf(secret)
        );
        var done = acting.Do(command, form);
        if (!done.Saved)
            return KeyPage(viewing, form);
        return KeyPage(viewing, NewKey(viewing, acting), done.Repeated ? null : secret, done.Repeated);
    }

    static IResult Revoke(long key, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new RevokeDeliveryKey(key), form).Saved ? Acting.Saved(Keys, "delivery-key-revoked") : KeyPage(viewing, form);
    }

    static IResult TurnAway(string id, IFormCollection posted, Viewing viewing, Delivered delivered, Uploads uploads)
    {
        if (ImportEndpoints.Find(id, uploads, viewing) is not { } upload)
            return Results.NotFound();
        if (upload.State == UploadState.Writing)
            return List(viewing, Text.BeingTaken, id);
        if (posted["slet"] != "ja")
            return List(viewing, Text.TickFirst, id);
        delivered.TurnAway(upload, viewing.Viewer.Key);
        return Acting.Saved(Path, "delivery-turned-away");
    }

    static IResult Again(string id, IFormCollection posted, Viewing viewing, Delivered delivered, Uploads uploads)
    {
        _ = posted;
        if (ImportEndpoints.Find(id, uploads, viewing) is not { State: UploadState.Failed } upload)
            return Results.NotFound();
        delivered.Again(upload);
        return Results.Redirect(upload.Address);
    }
}
