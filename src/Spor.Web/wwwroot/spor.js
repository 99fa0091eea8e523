// Makes pages nicer; nothing needs it.
