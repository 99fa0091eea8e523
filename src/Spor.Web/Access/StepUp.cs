using Microsoft.AspNetCore.Authorization;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// What the widest roles do is asked of somebody who has just shown who they are, not of whoever sits at a machine that was left open.
/// The page asks for it, so that what is typed on it is not lost; a form sent long after is refused and kept by the browser.
/// </summary>
static class StepUp
{
    static readonly string[] Widest = [Policies.Roles, Policies.Settings, Policies.Research, Policies.Import];

    public static Func<HttpContext, RequestDelegate, Task> Ask(SignInSettings settings) =>
        (context, next) =>
        {
            var policies = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy) ?? [];
            if (SignedIn.Of(context) is not { } session || !policies.Any(Widest.Contains))
                return next(context);
            var age = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - session.FreshAt;
            var most = TimeSpan.FromMinutes(settings.StepUpMinutes);
            if (HttpMethods.IsGet(context.Request.Method))
            {
                if (age <= most)
                    return next(context);
                context.Response.Redirect(ProviderSignIn.Fresh + "?til=" + Uri.EscapeDataString(context.Request.Path.Value ?? "/"));
                return Task.CompletedTask;
            }
            return age <= most + most
                ? next(context)
                : DoorPages.Write(
                    context,
                    StatusCodes.Status403Forbidden,
                    "Vis igen, hvem du er",
                    "Det er for længe siden, du loggede ind. Intet er gemt.",
                    "Åbn Spor i en ny fane, og log ind igen. Gå så tilbage hertil, og send formularen igen. Det, du har "
                        + "skrevet, står der endnu."
                );
        };
}
