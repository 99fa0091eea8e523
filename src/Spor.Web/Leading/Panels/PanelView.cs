using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Kernel;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Panels;

/// <summary>The panels as they stand at the entry that is looked at: their meetings, what they raised, and what became of it.</summary>
public sealed class PanelView(Viewing viewing)
{
    public Viewing Viewing => viewing;
    public IReadOnlyList<PanelMeetingFact> Meetings { get; } = viewing.Register.Of<PanelMeetingFact>();
    public IReadOnlyList<PanelPointFact> Points { get; } = viewing.Register.Of<PanelPointFact>();

    public PanelMeetingFact? Meeting(long id) => Meetings.FirstOrDefault(m => m.Id == id);

    public IReadOnlyList<PanelPointFact> Of(PanelMeetingFact meeting) => [.. Points.Where(p => p.MeetingId == meeting.Id)];

    public PanelStanding Standing(PanelMeetingFact meeting) => PanelStanding.Of([meeting], Points);

    public IReadOnlyList<(Panel Panel, PanelStanding Standing)> Standings =>
        [
            .. Codes<Panel>
                .All.Select(panel => (panel, PanelStanding.Of([.. Meetings.Where(m => m.Panel == panel)], Points)))
                .Where(s => s.Item2.Meetings > 0),
        ];

    /// <summary>What a panel was not told yet, of all its meetings.</summary>
    public IReadOnlyList<PanelPointFact> Untold(Panel panel)
    {
        var meetings = Meetings.Where(m => m.Panel == panel).Select(m => m.Id).ToHashSet();
        return [.. Points.Where(p => meetings.Contains(p.MeetingId) && p is { IsAnswered: true, ToldOn: null })];
    }

    /// <summary>The minutes of a meeting as Word: they name nobody who came.</summary>
    public byte[] ToMinutes(PanelMeetingFact meeting)
    {
        List<Block> blocks =
        [
            new Heading(1, Text.MinutesTitle(meeting)),
            new Fields([(Text.AboutHead, meeting.About ?? ""), (Text.CameHead, Danish.Number(meeting.Came))]),
        ];
        if (meeting.Notes is { } notes)
        {
            blocks.Add(new Heading(2, Text.NotesTitle));
            blocks.AddRange(notes.Split('\n').Where(l => l.Trim().Length > 0).Select(l => new Paragraph(l.Trim())));
        }
        blocks.Add(new Heading(2, Text.PointsTitle));
        var points = Of(meeting).Where(p => p.State != PointState.Withdrawn).ToList();
        blocks.Add(
            points.Count == 0
                ? new Paragraph("Mødet har ingen punkter.")
                : new Grid(
                    Text.PointsTitle,
                    [Text.PointHead, Text.StateHead, Text.AnswerHead, Text.ToldHead],
                    [.. points.Select(p => (IReadOnlyList<string>)[Text.What(p), Text.State(p), p.Answer ?? "", Text.Told(p)])]
                )
        );
        return Document.Write(Text.MinutesTitle(meeting), blocks);
    }

    /// <summary>Every point as a table; one that was withdrawn is not in it.</summary>
    public PageTables ToTables() =>
        new(
            "paneler",
            Text.Title,
            viewing.Today,
            [
                new(
                    "punkter",
                    Text.ListTitle,
                    [
                        new(Text.PanelHead, Width: 22),
                        new(Text.HeldHead, ColumnKind.Day),
                        new(Text.PointHead, Width: 50),
                        new(Text.StateHead, Width: 22),
                        new(Text.AnswerHead, Width: 50),
                        new(Text.AnsweredHead, ColumnKind.Day),
                        new(Text.ToldHead, ColumnKind.Day),
                    ],
                    [
                        .. Meetings.SelectMany(m =>
                            Of(m)
                                .Where(p => p.State != PointState.Withdrawn)
                                .Select(p =>
                                    (IReadOnlyList<object?>)
                                        [Text.Name(m.Panel), m.HeldOn, Text.What(p), Text.State(p), p.Answer, p.AnsweredOn, p.ToldOn]
                                )
                        ),
                    ]
                ),
            ]
        );
}
