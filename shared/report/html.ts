import type { Block, Cover, DocumentTree, Runs, Table } from './tree.ts'
import { wordsIn } from './words.ts'

/** Where a picture's bytes are, as a data URL; null for one that is not there. */
type Source = (name: string) => string | null

/** A document as one file: no script, nothing from elsewhere, readable on paper and on a phone. */
export function htmlOf(tree: DocumentTree, colour: string, source: Source): string {
  const { title, subtitle, language, asOf, notice, cover } = tree
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Werkraum">
<title>${escaped(title)}</title>
<style>${styles.replaceAll('var(--accent)', colour)}</style>
</head>
<body>
<header>
${cover === null || cover.above === '' ? '' : `<p class="quiet">${escaped(cover.above)}</p>`}
<h1>${escaped(title)}</h1>
<p class="quiet">${[subtitle, asOf].filter(Boolean).map(escaped).join(' · ')}</p>
${notice === null ? '' : `<p class="quiet"><em>${escaped(notice)}</em></p>`}
${cover === null ? '' : coverText(cover)}
</header>
${contents(tree)}
<main>
${tree.blocks.map((block, n) => blockText(block, n, source)).join('\n')}
</main>
</body>
</html>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu

const escaped = (text: string) =>
  text
    .replace(INVISIBLE, '')
    .replace(/[&<>"]/g, (mark) => entities[mark]!)
    .replace(/\n/g, '<br>')

function coverText({ about, people, figures, summary }: Cover): string {
  const counts = figures.map(({ number, label }) => `<li><b>${number}</b> ${escaped(label)}</li>`)
  return [
    about && `<p class="about">${escaped(about)}</p>`,
    people && `<p class="quiet">${escaped(people)}</p>`,
    counts.length > 0 && `<ul class="figures">${counts.join('')}</ul>`,
    summary.paragraphs.length > 0 && `<h2>${escaped(summary.title)}</h2>`,
    ...summary.paragraphs.map((text) => `<p>${escaped(text)}</p>`),
  ]
    .filter(Boolean)
    .join('\n')
}

function contents({ hasContents, blocks, language }: DocumentTree): string {
  const chapters = blocks.flatMap((block, n) =>
    block.type === 'heading' && block.level <= 2 ? [{ ...block, id: block.id ?? `part-${n}` }] : [],
  )
  if (!hasContents || chapters.length < 2) return ''
  const title = escaped(wordsIn(language).documents.contents)
  const items = chapters.map(
    ({ id, level, text }) => `<li class="level-${level}"><a href="#${id}">${escaped(text)}</a></li>`,
  )
  return `<nav aria-labelledby="contents"><h2 id="contents">${title}</h2><ul>${items.join('')}</ul></nav>`
}

const anchor = (id: string | undefined) => (id === undefined ? '' : ` id="${id}"`)

const runsText = (runs: Runs) =>
  runs
    .map(({ text, strong, quiet, to }) => {
      let written = escaped(text)
      if (strong) written = `<strong>${written}</strong>`
      if (quiet) written = `<span class="quiet">${written}</span>`
      return to === undefined ? written : `<a href="#${to}">${written}</a>`
    })
    .join('')

function blockText(block: Block, n: number, source: Source): string {
  switch (block.type) {
    case 'heading': {
      const tag = `h${Math.min(6, block.level + 1)}`
      return `<${tag} id="${block.id ?? `part-${n}`}">${escaped(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p${block.id === undefined ? '' : ` class="card" id="${block.id}"`}>${runsText(block.runs)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map(({ runs, id }) => `<li${anchor(id)}>${runsText(runs)}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'terms': {
      const terms = block.terms.map(
        ({ label, runs }) => `<div><dt>${escaped(label)}</dt><dd>${runsText(runs)}</dd></div>`,
      )
      return `<dl>${terms.join('')}</dl>`
    }
    case 'quote': {
      const number = block.number === null ? '' : `<span class="number">[${block.number}]</span> `
      const source = block.source.length > 0 ? `<footer>${runsText(block.source)}</footer>` : ''
      return `<blockquote${anchor(block.id)}><p>${number}${escaped(block.text)}</p>${source}</blockquote>`
    }
    case 'table':
      return tableText(block)
    case 'picture': {
      const address = source(block.name)
      return address === null
        ? ''
        : `<figure><img src="${address}" alt="${escaped(block.alt).replaceAll('<br>', ' ')}"><figcaption>${escaped(block.caption)}</figcaption></figure>`
    }
  }
}

function tableText({ caption, isHeaded, columns, rows }: Table): string {
  const style = (n: number) => (columns[n]?.align === 'end' ? ' class="end"' : '')
  const head = columns.map(({ title }, n) => `<th scope="col"${style(n)}>${escaped(title)}</th>`)
  const body = rows.map(
    (cells) => `<tr>${cells.map((runs, n) => `<td${style(n)}>${runsText(runs)}</td>`).join('')}</tr>`,
  )
  const shown = isHeaded ? '' : `<caption>${escaped(caption)}</caption>`
  return `<div class="scroll" role="region" aria-label="${escaped(caption).replaceAll('<br>', ' ')}" tabindex="0"><table>${shown}<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

const styles = `
:root{color-scheme:light}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;font:1.0625rem/1.55 "Atkinson Hyperlegible Next","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#1e2120;background:#fff;overflow-wrap:break-word;hyphens:auto}
h1,h2,h3,h4,h5,h6{line-height:1.2;hyphens:none;break-after:avoid}
h1{font-size:2.2rem;margin:.2em 0}h2{font-size:1.6rem;margin:2.2em 0 .6em;color:var(--accent)}h3{font-size:1.25rem;margin:1.8em 0 .5em}h4{font-size:1.05rem;margin:1.5em 0 .4em}h5,h6{font-size:1rem;color:#585e5b;margin:1.3em 0 .3em}
.quiet,footer,caption,figcaption{color:#585e5b}.about{font-size:1.35rem}
a{color:#2b5c94}p.card{margin-top:1.5em;break-after:avoid}
blockquote{margin:1em 0;padding:0 0 0 1rem;border-inline-start:3px solid #2b5c94;break-inside:avoid}blockquote p{margin:0}footer{font-size:.9rem}.number{color:#2b5c94;font-weight:700}
dl{margin:.4em 0 1em}dl div{margin:.3em 0 .3em 1rem}dt,dd{display:inline;margin:0}dt{font-weight:700}dt::after{content:" "}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95rem;margin:1em 0}caption,figcaption{text-align:start;font-size:.9rem;margin:.3em 0}th,td{text-align:start;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #ddd6c9}thead th{border-bottom:2px solid #1e2120}.end{text-align:end}thead{display:table-header-group}tr{break-inside:avoid}
figure{margin:1.5em 0;break-inside:avoid}img{max-width:100%;height:auto}
nav ul,.figures{list-style:none;padding:0}.level-2{padding-inline-start:1.2rem}.figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;border-block:2px solid #1e2120;padding:1rem 0}.figures b{display:block;font-size:2rem}
@media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}}
`
