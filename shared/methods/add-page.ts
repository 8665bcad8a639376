import { writeRecord } from '../document/board-record.ts'
import { boardPages, freePageName, indexBehindPhase } from '../document/pages.ts'
import type { Roots } from '../document/roots.ts'
import { recordsOfPage } from './build-document.ts'
import type { PageTemplate, TemplateLanguage } from './method.ts'

/**
 * Lays a page with its fields into a document that is in use, behind the last page of its phase; answers the page's id.
 * A page that is already there stays as it is, and the new one gets an id and a number of its own.
 * Call inside a transaction.
 * @param mark makes the id of a further page of the same template unique
 * @param phase where it goes; its id keeps telling the template that it was laid out by
 */
export function addPage(
  { board }: Pick<Roots, 'board'>,
  page: PageTemplate,
  language: TemplateLanguage,
  mark: string,
  phase = page.phase,
): string {
  const usual = `${page.phase}-${page.key}`
  const pageName = board.has(`page:${usual}`) ? `${usual}--${mark}` : usual
  const name = freePageName(board, page.name[language])
  const index = indexBehindPhase(boardPages(board), phase)
  for (const record of recordsOfPage(pageName, { ...page, phase }, language, index))
    writeRecord(board, record.typeName === 'page' ? { ...record, name } : record)
  return `page:${pageName}`
}
