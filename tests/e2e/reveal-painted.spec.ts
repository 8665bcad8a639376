import { expect } from '@playwright/test'
import { fieldsOn } from '#shared/document/fields.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { tellFigure } from './support/figure.ts'
import { test } from './support/fixtures.ts'
import { painted } from './support/painted.ts'
import { text } from './support/texts.ts'
import { pageIn, pressed } from './whole-meeting/acts.ts'
import { Hall } from './whole-meeting/hall.ts'

/* How long a browser takes that has a machine of its own, nearly: one browser, and forty people who are sockets. */
const PEOPLE = 40
const CARDS_EACH = 5
const FIELDS = 3

test.setTimeout(600_000)

for (const time of [1, 2, 3])
  test(`two hundred cards are revealed and painted in a browser (${time}) @long`, async ({
    installation,
    prepare,
    visit,
  }) => {
    const hall = await Hall.found({ installation, prepare, visit })
    await hall.fill(PEOPLE, [])
    const { mara, lead, raw } = hall
    const pageId = pageIn(hall.stored())
    const fields = fieldsOn(hall.stored().board, pageId)
    const step = {
      ...{
        id: 'still',
        title: 'Still sammeln',
        instruction: '',
        plannedMinutes: 0,
        phase: 'problem' as const,
      },
      ...{ pageId, methodId: null, deadline: null },
      mode: { type: 'silent' as const, authorship: 'anonymous' as const },
    }
    expect(await lead.client.command({ type: 'startStep', from: null, step })).toBe('accepted')
    for (const { name, cookie } of raw) {
      const draft = await hall.enter(cookie, `drafts/${hall.plenum}/${step.id}`)
      for (let n = 0; n < CARDS_EACH; n++)
        expect(
          await draft.change((roots) =>
            writeDraftCard(roots, {
              ...{ kind: 'note', phase: 'problem', pageId, fieldId: fields[n % FIELDS]!.id, createdAt: 1 },
              fields: { text: `${name} wünscht sich zum ${n + 1}. Mal einen Anruf weniger` },
            }),
          ),
        ).toBe('durable')
      draft.leave()
    }
    const cards = { onBoard: PEOPLE * CARDS_EACH, inOneField: PEOPLE }
    const waiting = painted(mara.room.page, cards)
    await mara.room.dock(text('facilitation.silent.reveal.label')).click()
    const from = await pressed(mara.room, text('facilitation.silent.reveal.all'))
    tellFigure(`${PEOPLE} × ${CARDS_EACH} cards, from the press until painted: ${(await waiting) - from} ms`)
    hall.leave()
  })
