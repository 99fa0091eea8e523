using Spor.Bench;

// The verbs are described in bench/README.md.
return args switch
{
    ["import", var dir, .. var rest] => Imports.First(dir, rest),
    ["mapped", var dir, .. var rest] => Mapped.Run(dir, rest),
    ["newer", var dir, var changed, .. var rest] => Imports.Newer(dir, changed, rest),
    ["requirements", var dir, ..] => InMemory.Requirements(dir),
    ["scan", var dir, ..] => InMemory.Scan(dir),
    ["monthends", var dir, ..] => InMemory.MonthEnds(dir),
    ["figures", var dir, ..] => InMemory.Figures(dir),
    ["bootstrap", var dir, ..] => Chances.Bootstrap(dir),
    ["chance", .. var rest] => Chances.Called(rest),
    ["planted", .. var rest] => Chances.Planted(rest),
    ["sql", var data, var connection, ..] => Sql.Compare(data, connection),
    ["coldstart", var data, .. var rest] => Stored.ColdStart(data, rest),
    ["refresh", var data, .. var rest] => Stored.Refresh(data, rest),
    ["writes", .. var rest] => Writes.Run(rest),
    ["trust", var data, .. var rest] => await Trust.Run(data, rest),
    ["pages", var url, .. var rest] => await Pages.Run(url, rest),
    ["load", var url, .. var rest] => await Load.Run(url, rest),
    ["uploads", var url, .. var rest] => await Uploads.Run(url, rest),
    ["many", var root, .. var rest] => await Many.Run(root, rest),
    [Measured.Inner, .. var rest] => Measured.RunInner(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Spor.Bench VERB …
          import DIR [--postgres CONNECTION] [--runs N]     a first import
          mapped DIR [--foreign FOLDER] [--runs N]          the same as it is and through a mapping, in turns
          newer DIR CHANGED [--postgres CONNECTION]         a second import on top of the first
          requirements DIR                                  every child's requirements
          scan DIR                                          every active case against what should be there
          monthends DIR                                     120 month-ends
          figures DIR                                       every key figure every month, and for groups
          bootstrap DIR                                     districts compared, with intervals by 2,000 draws
          chance [--runs N]                                 how often a change is called one where there is none, and found where there is
          planted [--seeds N]                               how often those intervals hold what was planted
          sql DATA CONNECTION                               the same questions in plain SQL on PostgreSQL
          coldstart DATA [--postgres CONNECTION]            open, load, warm
          refresh DATA [--postgres CONNECTION]              one entry, then the register again; writes to DATA, use a copy
          writes [--postgres CONNECTION] [--seconds N]      intentions a second, 1 and 20 callers, beside one transaction each
          trust DATA [--requests N]                         what the log of looks, sealing and access cost on a page; writes to DATA, use a copy
          pages URL [--for TEXT]                            10 callers at once against a server that runs
          load URL [--people N] [--minutes M] [--pid P]     a department at work against a server that runs; writes notes
          uploads URL --pid P [--files N] [--mb M]          files sent at once to a server that runs: the most memory it holds; writes them
          many ROOT [--children N] [--ten N]                98 municipalities in one process: the ten busiest, a cold one, the national ladder
        """
    );
    return 2;
}
