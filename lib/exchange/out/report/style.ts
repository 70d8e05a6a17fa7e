/** How a report looks: the colours, faces and spaces of components/tokens.css (a test compares them), at the size of a page. */

/** By name as there. */
export const LIGHT: Readonly<Record<string, string>> = {
  surface: '#ffffff',
  'surface-sunken': '#f6f7f8',
  line: '#e2e5e9',
  'line-strong': '#868e99',
  ink: '#1a1e24',
  'ink-soft': '#57606b',
  focus: '#2563eb',
  link: '#1d4ed8',
  danger: '#b42318',
  'danger-tint': '#fdf1ef',
  'stance-supporting': '#0f766e',
  'stance-contrasting': '#c2410c',
  'stance-mentioning': '#475569',
  'bar-track': '#e9ecef',
};
export const DARK: Readonly<Record<string, string>> = {
  surface: '#17191d',
  'surface-sunken': '#121417',
  line: '#2b2f36',
  'line-strong': '#737d8a',
  ink: '#e7e9ec',
  'ink-soft': '#a0a8b3',
  focus: '#60a5fa',
  link: '#8ab4ff',
  danger: '#ff9a8d',
  'danger-tint': '#33201e',
  'stance-supporting': '#2dd4bf',
  'stance-contrasting': '#fb923c',
  'stance-mentioning': '#94a3b8',
  'bar-track': '#2a2e34',
};
export const FACES: Readonly<Record<string, string>> = {
  font: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Cantarell, Ubuntu, "Noto Sans", "Liberation Sans", system-ui, sans-serif',
  'font-quote': '"Iowan Old Style", Charter, "Source Serif 4", Georgia, "Noto Serif", serif',
};

const declared = (tokens: Readonly<Record<string, string>>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Nothing in it comes from a review: its checksum is in the policy of the page. */
export const STYLE = `
:root{color-scheme:light;${declared(LIGHT)};${declared(FACES)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${declared(DARK)}}}
*{box-sizing:border-box}
html{scroll-padding-top:16px;overflow-wrap:break-word}
body{margin:0;background:var(--surface);color:var(--ink);font:15px/1.5 var(--font)}
main,header,footer,nav{max-width:1360px;margin:0 auto;padding:0 24px}
header{padding-top:40px}
footer{padding-bottom:64px}
h1{font-size:30px;line-height:1.2;margin:0 0 8px}
h2{font-size:22px;line-height:1.3;margin:48px 0 12px;padding-top:16px;border-top:1px solid var(--line)}
h3{font-size:17px;margin:0;display:inline}
h4{font-size:13px;font-weight:600;margin:20px 0 4px}
h5{font-size:15px;font-weight:600;margin:12px 0 4px}
p,dl{margin:0 0 8px}
.question{font:italic 18px/1.4 var(--font-quote);color:var(--ink-soft)}
.note,.under,.count,figcaption,.methods{font-size:13px;color:var(--ink-soft)}
.note{margin:0 0 2px}
.methods{max-width:75ch}
a{color:var(--link);text-underline-offset:2px}
td a,li a{text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
:target{background:var(--surface-sunken);box-shadow:-8px 0 0 var(--surface-sunken),-11px 0 0 var(--focus)}
nav ul,.direction ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:4px 16px}
nav{padding-top:8px;padding-bottom:8px}
.scroll{overflow-x:auto;margin:8px 0}
table{border-collapse:collapse;font-size:13px;line-height:1.35;width:100%;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
.caption{font-weight:600;margin:24px 0 8px}
h2+.caption{margin-top:0}
th,td{padding:4px 6px;vertical-align:top;text-align:start;white-space:pre-line}
thead th{vertical-align:bottom;border-bottom:1px solid var(--ink);font-weight:600;white-space:normal}
tbody th[scope=row]{font-weight:400;min-width:11em;position:sticky;left:0;background:var(--surface)}
.zero{color:var(--ink-soft)}
tbody tr+tr>*{border-top:1px solid var(--line)}
th[scope=rowgroup]{padding-top:12px;background:var(--surface-sunken)}
.end{text-align:end;font-variant-numeric:tabular-nums}
td.end{white-space:nowrap}
.centre{text-align:center}
.depth-1{padding-inline-start:24px}.depth-2{padding-inline-start:40px}.depth-3{padding-inline-start:56px}.depth-4{padding-inline-start:72px}
.patterns{position:absolute}
.bar{display:block;print-color-adjust:exact}
.key{display:inline-block;margin-inline-end:16px;white-space:nowrap}
.key .bar{display:inline-block;vertical-align:-1px}
.bar rect{stroke:var(--ink);stroke-width:.75}
.bar .track{fill:var(--bar-track);stroke:none}
.bar .supporting{fill:var(--stance-supporting)}
.bar .mixed{fill:url(#fill-mixed)}
.bar .contrasting{fill:url(#fill-contrasting)}
.bar .mentioning{fill:url(#fill-mentioning)}
.bar .differ{fill:var(--surface)}
.ground{fill:var(--surface)}
.supporting-ink{fill:var(--stance-supporting)}
.contrasting-ink{fill:var(--stance-contrasting)}
.mentioning-ink{fill:var(--stance-mentioning)}
.influence{margin:12px 0;padding:12px 16px;border:1px solid var(--line);border-radius:5px}
summary{cursor:pointer}
.count{margin-inline-start:8px}
.under{margin:4px 0 0}
.definition,dd,.remark,blockquote{white-space:pre-line}
.definition{max-width:75ch;margin-top:4px}
.direction{display:flex;flex-wrap:wrap;gap:4px 8px;font-size:13px}
.direction ul{gap:4px 6px}
.direction li:not(:last-child)::after{content:','}
figure{margin:8px 0 12px;padding-inline-start:12px;border-inline-start:3px solid var(--line-strong);max-width:80ch}
blockquote{margin:0;font:16px/1.45 var(--font-quote);unicode-bidi:plaintext}
figcaption ul{list-style:none;margin:0;padding:0}
.remark{margin:2px 0 0;color:var(--ink)}
.mark{color:var(--danger);background:var(--danger-tint);padding:0 4px;border-radius:3px;font-size:13px}
.notices{border:1px solid var(--danger);background:var(--danger-tint);border-radius:5px;padding:8px 16px;margin:16px 0}
.notices ul{margin:0;padding-inline-start:20px}
ol.references{list-style:none;padding:0}
.references li{padding-inline-start:2.5em;text-indent:-2.5em;margin-bottom:6px;max-width:90ch}
.references .more{display:block;text-indent:0;font-size:13px;color:var(--ink-soft)}
dt{font-weight:600;margin-top:12px}
dd{margin:0;max-width:80ch}
@media (max-width:700px){main,header,footer,nav{padding-left:16px;padding-right:16px}h1{font-size:24px}.influence{padding:12px}}
@page{margin:18mm}
@media print{
body{font-size:10.5pt}
main,header,footer{max-width:none;padding:0}
nav,.links{display:none}
h2{break-before:page;border:0;margin-top:0}
h2#summary,h2#counting{break-before:auto;margin-top:24px}
h2,h3,h4,h5,.caption,summary{break-after:avoid}
figure,tr,.references li{break-inside:avoid}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
summary{list-style:none}
.influence{border:0;padding:0;border-top:1px solid var(--line)}
.scroll{overflow:visible}
table{font-size:7.5pt}
th,td{padding:2px 3px}
tbody th[scope=row]{position:static;min-width:0}
.figure svg{width:60px}
a{color:inherit;text-decoration:none}
:target{background:none;box-shadow:none}
}
`;
