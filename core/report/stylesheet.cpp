// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "report/htmlparts.h"

namespace mta
{

QString styleSheet()
{
    return QStringLiteral(R"(:root {
  color-scheme: light dark;
  --text: #1b1f24; --muted: #57606a; --page: #ffffff; --panel: #f6f8fa; --line: #d0d7de; --link: #0550ae;
  --good: #116329; --attention: #7d4e00; --broken: #a40e26; --untested: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --muted: #9da7b1; --page: #0d1117; --panel: #161b22; --line: #3d444d; --link: #79b8ff;
    --good: #56d364; --attention: #e3b341; --broken: #ff8182; --untested: #9da7b1;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 70rem; color: var(--text); background: var(--page);
  font: 1rem/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.75rem; margin: 0; }
h2 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
code, pre, .wire { font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: .9em; overflow-wrap: break-word; }
.long { display: inline-block; min-width: 12rem; overflow-wrap: anywhere; }
pre { margin: 0; padding: .75rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; }
.muted { color: var(--muted); }
.good { color: var(--good); } .attention { color: var(--attention); } .broken { color: var(--broken); } .untested { color: var(--untested); }
.state { font-weight: 600; }
article.domain { margin-top: 2rem; padding-top: 1.5rem; border-top: 3px solid var(--line); }
.headline { font-size: 1.15rem; }
ol.chain { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; padding: 0; list-style: none; }
ol.chain li { flex: 1 1 8rem; padding: .5rem .75rem; border: 1px solid var(--line); border-top: 4px solid currentColor; border-radius: 4px; background: var(--panel); }
ol.chain li span { display: block; }
ol.chain .name { color: var(--text); }
ul.findings { margin: 0; padding: 0; list-style: none; }
ul.findings > li { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-inline-start: 5px solid; border-radius: 4px; background: var(--panel);
  break-inside: avoid; }
ul.findings > li > * { color: var(--text); }
ul.findings > li > .state { color: inherit; }
li .wire { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: start; color: var(--muted); padding: .25rem 0; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--line); color: var(--muted); font-weight: 600; }
tbody th { font-weight: 600; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); }
@media print {
  :root { --text: #000; --muted: #444; --page: #fff; --panel: #fff; --line: #bbb; --link: #000;
    --good: #116329; --attention: #7d4e00; --broken: #a40e26; --untested: #444; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  article.domain { break-before: page; border-top: 0; }
  h3, h4, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}
)");
}

} // namespace mta
