import { textIn, writeRecord } from '../document/board-record.ts'
import { indexAtRank, inOrder } from '../document/order.ts'
import type { Roots } from '../document/roots.ts'
import { isPhase, phases, type Phase } from '../workshop/phases.ts'
import { recordsOfPage } from './build-document.ts'
import type { PageTemplate, TemplateLanguage } from './method.ts'

/**
 * Lays a page with its fields into a document that is in use, behind the last page of its phase; answers the page's id.
 * A page that is already there stays as it is, and the new one gets an id and a number of its own.
 * Call inside a transaction.
 * @param mark makes the id of a further page of the same template unique
 */
export function addPage(
  { board }: Pick<Roots, 'board'>,
  page: PageTemplate,
  language: TemplateLanguage,
  mark: string,
): string {
  const usual = `${page.phase}-${page.key}`
  const pageName = board.has(`page:${usual}`) ? `${usual}--${mark}` : usual
  const name = freeName(board, page.name[language])
  for (const record of recordsOfPage(pageName, page, language, indexBehind(board, page.phase)))
    writeRecord(board, record.typeName === 'page' ? { ...record, name } : record)
  return `page:${pageName}`
}

/** "Ideen", then "Ideen 2", "Ideen 3": two pages of one name could not be told apart in the rail. */
function freeName(board: Roots['board'], name: string): string {
  const taken = new Set(pagesOf(board).map((page) => page.name))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`
    if (!taken.has(candidate)) return candidate
  }
}

/** Behind the last page of the phase, or of the nearest phase before it that has pages. */
function indexBehind(board: Roots['board'], phase: Phase): string {
  const pages = pagesOf(board)
  const reached = phases.slice(0, phases.indexOf(phase) + 1)
  const nearest = reached.findLast((one) => pages.some((page) => page.phase === one))
  const last = pages.findLastIndex((page) => page.phase === nearest)
  return indexAtRank(pages, nearest === undefined ? pages.length : last + 1)
}

function pagesOf(board: Roots['board']) {
  const pages: { id: string; index: string; name: string; phase: Phase | null }[] = []
  board.forEach((record, id) => {
    if (record.get('typeName') !== 'page') return
    const phase = record.get('m.phase')
    const name = textIn(record.get('name'))
    pages.push({ id, index: textIn(record.get('index')), name, phase: isPhase(phase) ? phase : null })
  })
  return inOrder(pages)
}
