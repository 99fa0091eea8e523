using Spor.Verbs;

namespace Spor.Web.Frame.Forms;

static class Endpoints
{
    /// <summary>
    /// The endpoint does a verb: who may come is who may do it. One that does several says each. <see cref="Acting.Do"/> refuses to do what
    /// was not said, so the list of what an endpoint can write is true.
    /// </summary>
    public static RouteHandlerBuilder Does<C>(this RouteHandlerBuilder endpoint)
        where C : class, ICommand<C> => endpoint.RequireAuthorization(C.Verb.Admission.Capability.ToString()).WithMetadata(C.Verb);
}
