import { COLUMNS } from '../document/fields.ts'
import { METHOD_FORMAT, METHOD_SCHEMA_VERSION } from './method-format.ts'
import type { FieldTemplate, Method, PageTemplate, TemplateLanguage, Wording } from './method.ts'
import type { MethodFields, OwnMethod } from './own-method.ts'

type OwnPage = NonNullable<MethodFields['page']>
type OwnField = OwnPage['fields'][number]

/** Both languages say the one thing that somebody wrote. */
const alike = (text: string): Wording => ({ de: text, en: text })

/** A workshop's own method as one of the catalogue is read, laid out and put into an agenda. */
export function asMethod(own: OwnMethod): Method {
  const { id, phase, steps, makes, from } = own
  return {
    key: `own-${id}`,
    phase,
    name: alike(own.name),
    what: alike(own.what),
    why: alike(own.why),
    example: alike(own.example),
    hints: alike(own.hints),
    page: own.page && pageOfOwn(own.page, own),
    steps: steps.map((step) => ({
      ...step,
      title: alike(step.title),
      instruction: alike(step.instruction),
    })),
    makes,
    from,
    writtenIn: own.language,
  }
}

/** As `asMethod`, while somebody is still writing it. */
export const pictured = (fields: MethodFields): PageTemplate | null =>
  fields.page && pageOfOwn(fields.page, { phase: fields.phase, id: 'draft' })

function pageOfOwn(page: OwnPage, { phase, id }: { phase: MethodFields['phase']; id: string }): PageTemplate {
  return {
    // Behind the two dashes stands what makes it another page than the one it was made after (`kindForPage`)
    key: `${page.key}--${id}`,
    phase,
    name: alike(page.name),
    instruction: alike(page.instruction),
    question: alike(page.question),
    ...(page.tip !== '' && { tip: alike(page.tip) }),
    fields: seated(page.fields),
  }
}

/** Fields row by row, as many side by side as there is room for. */
function seated(fields: readonly OwnField[]): FieldTemplate[] {
  let [row, column] = [0, 0]
  return fields.map(({ key, name, example, takes, span, flow }) => {
    if (column + span > COLUMNS) [row, column] = [row + 1, 0]
    const seat = { row, column, span }
    column += span
    return {
      key,
      name: alike(name),
      seat,
      flow,
      takes,
      ...(example !== '' && { example: alike(example) }),
    }
  })
}

/** What of a method can be written, in one language: the beginning of a method of one's own. */
export function fieldsOfMethod(method: Method, language: TemplateLanguage): MethodFields {
  const { phase, page, steps, makes, from } = method
  return {
    name: method.name[language],
    language: method.writtenIn ?? language,
    phase,
    what: method.what[language],
    why: method.why[language],
    example: method.example[language],
    hints: method.hints[language],
    page: page && {
      key: page.key.split('--')[0]!,
      name: page.name[language],
      instruction: page.instruction[language],
      question: page.question[language],
      tip: page.tip?.[language] ?? '',
      fields: page.fields.map(({ key, name, example, takes, seat, flow }) => ({
        key,
        name: name[language],
        example: example?.[language] ?? '',
        takes: [...takes],
        span: seat.span,
        flow,
      })),
    },
    steps: steps.map(({ title, instruction, minutes, mode }) => ({
      title: title[language],
      instruction: instruction[language],
      minutes,
      mode,
    })),
    makes: [...makes],
    from: [...from],
  }
}

/** As it is saved to be used in another workshop. */
export const methodFile = (method: MethodFields) => ({
  format: METHOD_FORMAT,
  schemaVersion: METHOD_SCHEMA_VERSION,
  method,
})

/** What a file may hold of a method, unchecked: what is in it is the server's to check. Null when it is none. */
export function methodIn(text: string): unknown {
  try {
    const file = JSON.parse(text) as Partial<ReturnType<typeof methodFile>> | null
    const isOurs = file?.format === METHOD_FORMAT && file.schemaVersion === METHOD_SCHEMA_VERSION
    return isOurs ? (file.method ?? null) : null
  } catch {
    // Not ours, or damaged: the person is told, there is nothing else to do with it.
    return null
  }
}
