import { newId } from '../base/ids.ts'
import type { Method, TemplateLanguage } from '../methods/method.ts'
import type { PlannedStep } from './meeting.ts'

/** The steps of a method for an agenda; its hints for whoever leads go along as the note of the first. */
export function stepsFrom(method: Method, language: TemplateLanguage, pageId: string | null): PlannedStep[] {
  return method.steps.map(({ title, instruction, minutes, mode }, at) => ({
    id: newId<string>(),
    title: title[language],
    instruction: instruction[language],
    minutes,
    activity: 'work',
    phase: method.phase,
    pageId,
    methodId: method.key,
    mode,
    note: at === 0 ? method.hints[language] : '',
  }))
}

/** Whether a page was laid out by this method, as its record id tells (`shared/methods/add-page.ts`). */
export function isPageOf(method: Method, pageId: string): boolean {
  const usual = pageOf(method)
  return usual !== null && (pageId === usual || pageId.startsWith(`${usual}--`))
}

/** The record id of the first page that a workshop has from this method, if it was laid out. */
export const pageOf = ({ page }: Method): string | null => (page ? `page:${page.phase}-${page.key}` : null)
