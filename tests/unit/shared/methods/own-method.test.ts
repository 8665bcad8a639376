import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { stepsFrom } from '#shared/agenda/from-method.ts'
import { plannedStepSchema } from '#shared/agenda/meeting.ts'
import { newId, type MethodId } from '#shared/base/ids.ts'
import { kindForPage } from '#shared/kinds/index.ts'
import { methods } from '#shared/methods/catalogue.ts'
import { asMethod, fieldsOfMethod, methodFile, methodIn } from '#shared/methods/own-as-method.ts'
import { methodFieldsSchema, methodFileSchema, type MethodFields } from '#shared/methods/own-method.ts'

const own = (fields: MethodFields) => asMethod({ ...fields, id: newId<MethodId>(), revision: 1 })
const brainstorming = fieldsOfMethod(
  methods.find(({ key }) => key === 'brainstorming')!,
  'de',
)

describe.each(methods.map((method) => [method.key, method] as const))(
  '%s as a method of one’s own',
  (_, method) => {
    const fields = fieldsOfMethod(method, 'de')

    it('keeps to the schema, and comes back out of its file as it was', () => {
      expect(methodFieldsSchema.parse(fields)).toEqual(fields)
      const file = JSON.stringify(methodFile(fields))
      expect(methodFileSchema.parse(JSON.parse(file)).method).toEqual(fields)
      expect(methodIn(file)).toEqual(fields)
    })

    it('lays out its page as the catalogue does', () => {
      const made = own(fields)
      expect(made.page?.fields.map(({ seat, flow, takes }) => ({ seat, flow, takes }))).toEqual(
        method.page?.fields.map(({ seat, flow, takes }) => ({ seat, flow, takes })),
      )
      expect(fieldsOfMethod(made, 'en')).toEqual(fields)
    })

    it('becomes steps of an agenda', () => {
      for (const step of stepsFrom(own(fields), 'de', null))
        expect(plannedStepSchema.parse(step)).toEqual(step)
    })
  },
)

it('a method of one’s own says in which language it is written, whoever looks at it', () => {
  const english = { ...brainstorming, language: 'en' } as const
  expect(own(english).writtenIn).toBe('en')
  expect(fieldsOfMethod(own(english), 'de').language).toBe('en')
  const { language: _, ...older } = brainstorming
  expect(methodFieldsSchema.parse(older)).toEqual(older)
})

it('a page of one’s own is for the kind of card of the page it was made after', () => {
  const page = own(brainstorming).page!
  expect(kindForPage(`page:${page.phase}-${page.key}`)).toBe('idea')
})

it('fields that do not fit into a row begin the next', () => {
  const [field] = brainstorming.page!.fields
  const fields = [8, 4, 6, 8, 4].map((span, n) => ({ ...field!, key: `f${n}`, span }))
  const seats = own({ ...brainstorming, page: { ...brainstorming.page!, fields } }).page!.fields.map(
    ({ seat }) => seat,
  )
  expect(seats.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 8],
    [1, 0],
    [2, 0],
    [2, 8],
  ])
})

it.each([
  '',
  'null',
  '[]',
  '{"format":"werkraum-meeting","schemaVersion":1}',
  '{"format":"werkraum-method"}',
])('a file that says %s is no method', (text) => {
  expect(methodIn(text)).toBeNull()
})

it('the published schema says what a file with a method may hold (after a wanted change: run with --update)', async () => {
  const schema = {
    title: 'Werkraum method, schema version 1',
    ...z.toJSONSchema(methodFileSchema, { io: 'input' }),
  }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../../../docs/schema/method-v1.json',
  )
})
