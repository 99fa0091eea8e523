using Spor.ChangeTheory;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Leading.TheoryOfChange;

/// <summary>A theory as the annex to a council's paper.</summary>
static class TheoryFiles
{
    public static byte[] ToWord(TheoryView view)
    {
        List<Block> blocks =
        [
            new Heading(1, Text.AnnexTitle),
            new Heading(2, view.Theory.Title ?? Text.NewTitle),
            new Fields([
                (Text.OwnerHead, view.Viewing.EmployeeName(view.Theory.EmployeeId)),
                ("Udskrevet", Danish.Long(view.Viewing.Today)),
            ]),
        ];
        if (view.Theory.Purpose is { } purpose)
            blocks.AddRange(purpose.Split('\n').Where(l => l.Trim().Length > 0).Select(l => new Paragraph(l.Trim())));
        if (view.Parts.Count == 0)
            blocks.Add(new Paragraph(Text.NoParts));
        foreach (var stage in Codes<TheoryStage>.All.Where(s => view.In(s).Any()))
        {
            blocks.Add(new Heading(2, Text.Stages(stage)));
            blocks.Add(
                stage == TheoryStage.Outcome
                    ? new Grid(
                        Text.Stages(stage),
                        [Text.WhatHead, Text.FigureHead, Text.NowHead, Text.TargetHead, Text.ByHead, Text.StateHead],
                        [
                            .. view.Outcomes.Select(o =>
                                (IReadOnlyList<string>)
                                    [
                                        What(view, o.Part),
                                        o.Of?.Name ?? Text.None,
                                        Text.Now(o),
                                        Text.Target(o.Part, o.Of),
                                        Text.By(o.Part),
                                        Text.State(o.State),
                                    ]
                            ),
                        ]
                    )
                    : new Grid(
                        Text.Stages(stage),
                        [Text.WhatHead, Text.LeadsHead],
                        [.. view.In(stage).Select(p => (IReadOnlyList<string>)[p.What ?? "", view.Find(p.LeadsToId)?.What ?? Text.None])]
                    )
            );
        }
        if (view.Outcomes.Any(o => o.Of is not null))
            blocks.Add(new Paragraph(Text.AnnexNote, Small: true));
        return Document.Write(view.Theory.Title ?? Text.NewTitle, blocks);
    }

    static string What(TheoryView view, TheoryPartFact part) =>
        view.Find(part.LeadsToId) is { } next ? $"{part.What} ({Text.LeadsHead.ToLower(Danish.Culture)}: {next.What})" : part.What ?? "";
}
