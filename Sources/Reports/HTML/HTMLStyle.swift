extension HTMLPage {
  /// The style sheet.
  ///
  /// Light on paper, and on a screen unless the reader's system or choice says dark.
  static let style = """
    :root { color-scheme: light; --ground: #fff; --panel: #f6f7f9; --line: #d5d9e0; --text: #1c2128; --soft: #57606a;
      --link: #0b57b0; --critical: #a40e26; --high: #b54708; --medium: #7d5e00; --low: #2d5f9e; --bad: #ffe9e7;
      --bad-line: #c4352b; --good: #e2f6e7; --good-line: #1a7f37; --badge-text: #fff; }
    @media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; --ground: #14181d;
      --panel: #1c2229; --line: #363e48; --text: #e3e7ec; --soft: #9ba5b1; --link: #7ab7ff; --critical: #ff8791;
      --high: #ffa667; --medium: #e2c14b; --low: #8ab8f5; --bad: #452023; --bad-line: #ff8d85; --good: #163823;
      --good-line: #63cf80; --badge-text: #14181d; } }
    @media screen { :root[data-theme=dark] { color-scheme: dark; --ground: #14181d; --panel: #1c2229; --line: #363e48;
      --text: #e3e7ec; --soft: #9ba5b1; --link: #7ab7ff; --critical: #ff8791; --high: #ffa667; --medium: #e2c14b;
      --low: #8ab8f5; --bad: #452023; --bad-line: #ff8d85; --good: #163823; --good-line: #63cf80;
      --badge-text: #14181d; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: break-word;
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: .875em; }
    :not(pre) > code { background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
      padding: .05em .3em; overflow-wrap: anywhere; }
    .skip { position: absolute; left: -9999px; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 2; }
    header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; justify-content: space-between;
      padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.35rem; margin: 0; flex: 1 1 0; min-width: 12rem; } h1 .case { color: var(--soft); font-weight: 400; overflow-wrap: anywhere; }
    h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; } section:first-child > h2 { margin-top: .5rem; }
    h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h4 { font-size: 1.05rem; margin: 0; line-height: 1.4; }
    h5 { font-size: .8rem; margin: 0 0 .25rem; color: var(--soft); text-transform: uppercase; letter-spacing: .04em; }
    p { margin: .4rem 0; } ul, ol { margin: .4rem 0; padding-left: 1.3rem; }
    button, select, input { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line);
      border-radius: 6px; padding: .3rem .6rem; min-height: 2.2rem; max-width: 100%; }
    button { cursor: pointer; background: var(--panel); }
    .page { display: grid; grid-template-columns: 19rem minmax(0, 1fr); max-width: 100rem; margin: 0 auto; }
    .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; font-size: .85rem;
      padding: 1.25rem 1rem 2rem 1.5rem; border-right: 1px solid var(--line); }
    .contents ul, .contents ol { list-style: none; padding: 0; margin: 0; }
    .contents > ul > li { margin-bottom: .5rem; } .contents > ul > li > a { font-weight: 600; }
    .contents a { color: inherit; text-decoration: none; } .contents a:hover { text-decoration: underline; }
    .contents ol a { display: block; padding: .2rem 0 .2rem 2.5em; text-indent: -2.5em; color: var(--soft); line-height: 1.35; }
    .dot { display: inline-block; width: .6em; height: .6em; border-radius: 50%; margin-right: .5em;
      background: currentColor; } .contents .number { display: inline-block; width: 1.4em; text-indent: 0; } .number { font-variant-numeric: tabular-nums; }
    .dot.critical { color: var(--critical); } .dot.high { color: var(--high); } .dot.medium { color: var(--medium); }
    .dot.low { color: var(--low); }
    main { padding: 1.25rem 1.5rem 4rem; min-width: 0; } .lead { font-size: 1.08rem; max-width: 60rem; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem 2.5rem;
      margin-top: 1rem; align-items: start; }
    table { border-collapse: collapse; } caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
    .chart { width: 100%; font-size: .9rem; } .chart th { font-weight: 400; text-align: left; padding: .15rem .6rem .15rem 0; }
    .chart td.number { text-align: right; padding-right: .6rem; width: 2.5rem; } .chart .bar { width: 50%; }
    .charts > div > .chart + .chart { margin-top: 1.2rem; } .chart svg { display: block; width: 100%; height: .8rem; background: var(--panel); border-radius: 3px; }
    rect.critical { fill: var(--critical); } rect.high { fill: var(--high); } rect.medium { fill: var(--medium); }
    rect.low { fill: var(--low); }
    .list { font-size: .9rem; } .list th, .list td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0;
      border-bottom: 1px solid var(--line); } .list td.number, .list th.number { text-align: right; } .list small { color: var(--soft); }
    .none { color: var(--soft); }
    #filters:not([hidden]) { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; background: var(--panel);
      border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; }
    fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: center; }
    legend { font-size: .85rem; color: var(--soft); padding: 0; } fieldset { min-height: 3.6rem; }
    #filters > label { font-size: .85rem; color: var(--soft); display: flex; flex-direction: column; min-width: 0; }
    #filters > label > * { color: var(--text); font-size: .95rem; } #filters > label { flex: 1 1 8rem; } #filters select, #filters input[type=search] { width: 100%; }
    #shown { flex-basis: 100%; margin: 0; font-size: .9rem; color: var(--soft); }
    .pick { display: inline-flex; align-items: center; gap: .3rem; } .pick input { min-height: 0; width: 1.05rem; height: 1.05rem; }
    .badge { display: inline-block; border-radius: 4px; padding: 0 .5em; font-size: .85em; font-weight: 600;
      color: var(--badge-text); }
    .badge.critical { background: var(--critical); } .badge.high { background: var(--high); }
    .badge.medium { background: var(--medium); } .badge.low { background: var(--low); }
    .count { color: var(--soft); font-weight: 400; }
    .finding { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.1rem; margin: .9rem 0; }
    .finding:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
    .finding[hidden], section[hidden] { display: none; }
    h4 .number { display: inline-block; min-width: 1.6em; color: var(--soft); text-decoration: none; }
    .facts { font-size: .9rem; color: var(--soft); } .reason::before { content: "· "; }
    .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.25rem; margin: .75rem 0; }
    /* Heading, words and code of both sides stand on the same lines. */
    .side { display: grid; grid-row: span 3; grid-template-rows: subgrid; grid-template-columns: minmax(0, 1fr); }
    .mores { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 1.25rem; margin-top: 1rem; }
    .more ul { padding-left: 1.1rem; } dl { margin: 0; display: grid; gap: .15rem .9rem;
      grid-template-columns: max-content minmax(0, 1fr); } dt { color: var(--soft); } dd { margin: 0; } dd p { margin: 0; }
    blockquote { margin: 0; padding-left: .8rem; border-left: 3px solid var(--line); }
    figure { margin: .6rem 0 0; } figcaption { font-size: .85rem; color: var(--soft); margin-bottom: .25rem; }
    pre { margin: 0; overflow-x: auto; background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
      padding: .5rem 0; line-height: 1.5; tab-size: 4; } pre.quote { padding: .5rem .8rem; }
    figure pre code { display: block; width: max-content; min-width: 100%; }
    figure pre span:not(.n), figure pre mark { display: block; padding-right: 1rem; }
    figure pre .n { display: inline-block; min-width: 4.2rem; padding: 0 .9rem 0 .6rem; text-align: right; color: var(--soft);
      user-select: none; }
    figure pre .gap { color: var(--soft); font-style: italic; padding-left: 4.2rem; }
    mark { color: inherit; } .bad mark { background: var(--bad); box-shadow: inset 4px 0 var(--bad-line); }
    .good mark { background: var(--good); box-shadow: inset 4px 0 var(--good-line); }
    .bad mark .n { color: var(--bad-line); } .good mark .n { color: var(--good-line); }
    .absent, .further { color: var(--soft); font-size: .9rem; }
    .scroll { overflow: auto; max-width: 100%; } .picture { border: 1px solid var(--line); border-radius: 8px;
      max-height: 44rem; } .picture > svg { display: block; }
    .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; font-size: .9rem; }
    .key { display: inline-block; width: 1.5em; text-align: center; font-weight: 700; border-radius: 4px;
      border: 1px solid var(--line); } .line { width: 30px; height: 8px; }
    .node rect { fill: var(--ground); stroke: var(--line); stroke-width: 1.5; } .node text { fill: var(--text); font-size: 12px; }
    .node .type { fill: var(--soft); font-size: 11px; } .node .sign { font-weight: 700; font-size: 14px; }
    .node.added rect, .key.added { fill: var(--good); stroke: var(--good-line); background: var(--good); border-color: var(--good-line); }
    .node.removed rect, .key.removed { fill: var(--bad); stroke: var(--bad-line); background: var(--bad); border-color: var(--bad-line); }
    .node.changed rect { stroke: var(--medium); } .node.changed .sign, .key.changed { fill: var(--medium); color: var(--medium); }
    .key.changed { border-color: var(--medium); } .node.replaced rect { stroke: var(--high); stroke-width: 2.5; }
    .node.replaced .sign, .key.replaced { fill: var(--high); color: var(--high); } .key.replaced { border-color: var(--high); }
    .node.added .sign { fill: var(--good-line); } .node.removed .sign { fill: var(--bad-line); }
    .edge { fill: none; stroke: var(--soft); stroke-width: 1.2; opacity: .55; }
    .edge.added { stroke: var(--good-line); opacity: .9; } .edge.removed { stroke: var(--bad-line); stroke-dasharray: 5 4; opacity: .9; }
    .index { grid-column: 1 / -1; width: 100%; max-width: 100rem; margin: 0 auto; } .sortable { width: 100%; } .sortable th { position: sticky; top: 0;
      background: var(--ground); white-space: nowrap; } .sortable th button { font: inherit; font-weight: 600; color: inherit;
      background: none; border: 0; padding: .3rem 0; min-height: 0; cursor: pointer; } .sortable th button::after { content: " ↕"; color: var(--soft); }
    .sortable th[aria-sort=ascending] button::after { content: " ↑"; color: var(--link); }
    .sortable th[aria-sort=descending] button::after { content: " ↓"; color: var(--link); }
    .sortable td:first-child, .sortable th:first-child { width: 34%; overflow-wrap: anywhere; } .sortable th.number { text-align: right; }
    .sortable tr[hidden] { display: none; } .sortable td.critical { color: var(--critical); font-weight: 600; } .sortable td.high { color: var(--high); }
    .sortable td.zero { color: var(--soft); font-weight: 400; } .cases { max-height: none; } .recurrences .bar { width: 22%; min-width: 8rem; }
    .bar rect.plain { fill: var(--link); } .recurrences svg { display: block; width: 100%; height: .8rem; background: var(--panel); border-radius: 3px; }
    .error { color: var(--critical); } .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    details summary { cursor: pointer; padding: .5rem 0; }
    @media (max-width: 75rem) { .page { display: block; } .contents { position: static; max-height: none; border: 0;
      padding-bottom: 0; } .contents ol { display: none; } .contents > ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; } }
    @media (max-width: 48rem) { .sides, .mores { grid-template-columns: minmax(0, 1fr); } .side + .side { margin-top: 1rem; } header, main, .contents { padding-left: 1rem;
      padding-right: 1rem; } .finding { padding: .8rem; } #filters > label { flex-basis: 100%; }
      dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } figure pre .n { min-width: 3.4rem; padding-left: .5rem; padding-right: .6rem; } figure pre .gap { padding-left: 3.4rem; } }
    @media print { :root { color-scheme: light; } .contents, #filters, #theme, .skip { display: none !important; }
      .page { display: block; } body { font-size: 10.5pt; } .finding { break-inside: auto; } figure, h3, h4 { break-inside: avoid; }
      h2, h3, h4, h5, .facts { break-after: avoid; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } .picture { max-height: none; }
      .picture > svg { width: 100%; height: auto; } mark, .badge, rect, .key { print-color-adjust: exact; } }
    """
}
