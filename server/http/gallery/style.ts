import { createHash } from 'node:crypto'
import { galleryPath } from './addresses.ts'

/** Beside the pages; letters from the package that documents are written with. */
export const fonts = {
  'schrift-400.ttf': '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'schrift-700.ttf': '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
} as const

/** The colours of `client/ui/tokens.css` that pages without the client need; a test holds them together. */
export const light = {
  paper: '#faf7f1',
  surface: '#ffffff',
  sunken: '#f1ece2',
  ink: '#1e2120',
  'ink-quiet': '#585e5b',
  line: '#ddd6c9',
  'line-strong': '#837c6f',
  accent: '#0a5c66',
  'accent-strong': '#074850',
  'accent-ink': '#ffffff',
  'accent-soft': '#e0eff0',
  focus: '#1d5fd1',
  'danger-soft': '#fce9e6',
  danger: '#b3261e',
} as const
export const dark: Record<keyof typeof light, string> = {
  paper: '#171c1e',
  surface: '#20272a',
  sunken: '#12171a',
  ink: '#f1efe9',
  'ink-quiet': '#b3bab7',
  line: '#3a4548',
  'line-strong': '#828d8a',
  accent: '#74c9d1',
  'accent-strong': '#9adbe1',
  'accent-ink': '#06262a',
  'accent-soft': '#1b3e42',
  focus: '#8fb8ff',
  'danger-soft': '#42201c',
  danger: '#ff9c8f',
}

const asProperties = (colours: Record<string, string>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value};`)
    .join('')

const face = (file: keyof typeof fonts, weight: number) =>
  `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};font-display:swap;src:url('${galleryPath(file)}')}`

/** All pages of the gallery in one sheet, for screens of any width, in the dark, and on paper. */
export const style = `${face('schrift-400.ttf', 400)}
${face('schrift-700.ttf', 700)}
:root{color-scheme:light;${asProperties(light)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${asProperties(dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 'Atkinson Hyperlegible Next',system-ui,sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:hover{color:var(--accent-strong)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset:8px auto auto 8px;background:var(--surface);padding:8px 12px;z-index:1}
.top{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;justify-content:space-between;padding:12px 24px;border-block-end:1px solid var(--line)}
.top a{display:inline-flex;align-items:center;min-block-size:40px}
.brand{font-weight:700;color:var(--ink);text-decoration:none}
main{max-inline-size:76rem;margin:0 auto;padding:24px 24px 40px}
h1{font-size:2.0625rem;line-height:1.2;margin:8px 0 12px;text-wrap:balance;hyphens:auto}
h2{font-size:1.125rem;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px}
.lead{font-size:1.125rem;max-inline-size:46rem;color:var(--ink-quiet)}
.quiet{color:var(--ink-quiet);font-size:.875rem}
.search{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:12px 16px;align-items:end;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:16px;margin-block:16px}
.search .wide{grid-column:1/-1}
label{display:grid;gap:4px;font-weight:700;font-size:.875rem}
input,select,textarea{font:inherit;font-weight:400;font-size:1rem;inline-size:100%;min-block-size:40px;padding:6px 10px;color:var(--ink);background:var(--surface);border:1px solid var(--line-strong);border-radius:8px}
button,.button{display:inline-flex;align-items:center;text-decoration:none;font:inherit;font-weight:700;min-block-size:40px;padding:6px 20px;color:var(--accent-ink);background:var(--accent);border:1px solid transparent;border-radius:8px;cursor:pointer}
button:hover,.button:hover{color:var(--accent-ink);background:var(--accent-strong)}
.deeds{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;grid-column:1/-1}
.count{font-weight:700;margin-block:24px 12px}
.cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:16px}
.card{display:flex;flex-direction:column;background:var(--surface);border:1px solid var(--line);border-block-start:4px solid var(--accent);border-radius:6px;padding:16px}
.card h2{font-size:1.25rem}
.card h2 a{color:var(--ink);text-decoration-color:var(--accent)}
.card .purpose{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:5;overflow:hidden}
.card .facts{margin-block-start:auto;padding-block-start:12px;border-block-start:1px solid var(--line)}
.topic{color:var(--ink-quiet);font-size:.875rem;font-weight:700;margin:0 0 4px}
.facts{margin:0;display:grid;gap:6px}
.facts div{display:grid;grid-template-columns:7.5rem 1fr;gap:8px}
dt{color:var(--ink-quiet);font-size:.875rem;padding-block-start:.1rem}
dd{margin:0}
.pages{display:flex;gap:16px;align-items:center;margin-block:24px}
.links{display:flex;flex-wrap:wrap;gap:8px 24px}
.links a,.pages a,.way a{display:inline-flex;align-items:center;min-block-size:40px}
.take{margin-block-start:40px;padding-block-start:16px;border-block-start:1px solid var(--line)}
.way{margin:0}
.profile{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:0 40px;align-items:start}
.profile header{grid-column:1/-1;max-inline-size:52rem}
.profile .glance{grid-column:2;grid-row:2/span 3;background:var(--surface);border:1px solid var(--line);border-block-start:4px solid var(--accent);border-radius:6px;padding:16px}
.profile .text{max-inline-size:46rem}
.profile section{margin-block-end:24px}
.profile .text h2{font-size:1.4375rem}
.interest{max-inline-size:46rem;margin-block-start:24px;padding-block-start:24px;border-block-start:1px solid var(--line)}
main>form{margin-block-end:24px}
.interest form{display:grid;gap:16px;max-inline-size:34rem}
.interest .check{display:grid;grid-template-columns:auto 1fr;gap:8px 12px;align-items:start;font-weight:400;font-size:1rem}
.interest .check input{inline-size:24px;min-block-size:24px;margin:0}
.hint{font-weight:400;color:var(--ink-quiet)}
.trap{position:absolute;inset-inline-start:-999rem}
.fault{background:var(--danger-soft);border-inline-start:4px solid var(--danger);padding:12px 16px;border-radius:6px}
.done{background:var(--accent-soft);border-inline-start:4px solid var(--accent);padding:12px 16px;border-radius:6px;margin-block-end:16px}
.done p:last-child{margin:0}
.foot{border-block-start:1px solid var(--line);padding:16px 24px 40px;color:var(--ink-quiet);font-size:.875rem}
.foot p{max-inline-size:73rem;margin:0 auto 4px}
@media (pointer:coarse),(max-width:640px){input,select,button,.top a,.links a,.pages a,.way a{min-block-size:44px}}
@media (max-width:60rem){.profile{grid-template-columns:minmax(0,1fr)}.profile .glance{grid-column:1;grid-row:auto;margin-block:8px 24px}}
@media (max-width:640px){main{padding:16px 16px 40px}.top,.foot{padding-inline:16px}h1{font-size:1.75rem}.search{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media print{body{background:#fff}.top,.search,.take,.pages,.interest,.way,.skip,.foot .links{display:none}main{padding:0;max-inline-size:none}.card,.profile section{break-inside:avoid}.profile{display:block}.profile .glance{margin-block:12px}.card .purpose{display:block}a{color:inherit;text-decoration:none}}
`

/** Another address for another sheet, so that browsers may keep it. */
export const stylePath = galleryPath('stil.css', {
  v: createHash('sha256').update(style).digest('hex').slice(0, 8),
})
