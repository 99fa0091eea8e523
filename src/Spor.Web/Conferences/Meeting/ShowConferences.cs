using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The child's network conferences and network meetings, and one conference with its path.</summary>
static class ShowConferences
{
    public static IResult All(long child, Viewing viewing, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "raadslagninger", [child]);
                return reader.Read(child) is { } file
                    ? new RazorComponentResult<ConferencesPage>(new { State = state, File = file })
                    : Results.NotFound();
            }
        );

    public static IResult One(long child, long id, Viewing viewing, ChildReader reader) =>
        ConferenceView.Do(child, id, viewing, reader, view => new RazorComponentResult<ConferencePage>(new { View = view }));
}
