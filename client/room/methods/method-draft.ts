import { limits } from '#shared/base/limits.ts'
import { flowFor } from '#shared/methods/layout.ts'
import type { TemplateLanguage } from '#shared/methods/method.ts'
import type { MethodFields } from '#shared/methods/own-method.ts'
import type { Phase } from '#shared/workshop/phases.ts'

type Page = NonNullable<MethodFields['page']>
type DraftStep = MethodFields['steps'][number] & { id: string }
export type DraftField = Page['fields'][number]

/** A method while somebody writes it: minutes are what was typed, and steps can be told apart. */
export interface MethodDraft extends Omit<MethodFields, 'steps'> {
  steps: readonly (Omit<DraftStep, 'minutes'> & { minutes: string })[]
}

export const draftOf = ({ steps, ...fields }: MethodFields): MethodDraft => ({
  ...fields,
  steps: steps.map((step) => ({ ...step, minutes: String(step.minutes), id: crypto.randomUUID() })),
})

export function fieldsOfDraft({ steps, page, ...draft }: MethodDraft): MethodFields {
  const takes = [...new Set(page?.fields.flatMap((field) => field.takes))]
  return {
    ...draft,
    page,
    steps: steps.map(({ id: _, minutes, ...step }) => ({ ...step, minutes: Number(minutes) })),
    // What its fields take is what it makes; a page that takes everything says nothing of it
    makes: takes.length > 0 ? takes : draft.makes,
  }
}

/** What a form points at before it sends anything; the server checks all of it. Ids of what is wrong. */
export function faultsOf({ name, steps, page }: MethodDraft): ReadonlySet<string> {
  return new Set([
    ...(isTitle(name) ? [] : ['name']),
    ...steps.flatMap(({ id, title, minutes }) => [
      ...(isTitle(title) ? [] : [`title ${id}`]),
      ...(areMinutes(minutes) ? [] : [`minutes ${id}`]),
    ]),
    ...(!page || isTitle(page.name) ? [] : ['page']),
    ...(page?.fields ?? []).flatMap(({ key, name: called }) => (isTitle(called) ? [] : [`field ${key}`])),
  ])
}

const isTitle = (text: string) => text.trim() !== '' && text.trim().length <= limits.maxTitleChars

const areMinutes = (typed: string) =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= limits.maxTimerMs / 60_000

/** With one entry moved by some ranks, as far as the list reaches. */
export function withMoved<Entry>(entries: readonly Entry[], at: number, by: number): Entry[] {
  const rest = entries.filter((_, n) => n !== at)
  const to = Math.max(0, Math.min(rest.length, at + by))
  return [...rest.slice(0, to), entries[at]!, ...rest.slice(to)]
}

export const newStep = (title: string): MethodDraft['steps'][number] => ({
  id: crypto.randomUUID(),
  title,
  instruction: '',
  minutes: '10',
  mode: { type: 'open' },
})

/** A field with a key that none of the others has. */
export function newField(name: string, others: readonly DraftField[]): DraftField {
  const taken = new Set(others.map(({ key }) => key))
  let n = others.length + 1
  while (taken.has(`field-${n}`)) n++
  return { key: `field-${n}`, name, example: '', takes: [], span: 6, flow: flowFor(6) }
}

export const newPage = (name: string, fieldName: string): Page => ({
  key: 'own',
  name,
  instruction: '',
  question: '',
  tip: '',
  fields: [{ ...newField(fieldName, []), span: 12, flow: flowFor(12) }],
})

/** @param name of the method; its page is called alike until somebody calls it otherwise */
export const newMethod = (
  phase: Phase,
  name: string,
  stepTitle: string,
  fieldName: string,
  language: TemplateLanguage,
): MethodFields => ({
  name,
  language,
  phase,
  what: '',
  why: '',
  example: '',
  hints: '',
  page: newPage(name, fieldName),
  steps: [{ title: stepTitle, instruction: '', minutes: 10, mode: { type: 'open' } }],
  makes: [],
  from: [],
})
