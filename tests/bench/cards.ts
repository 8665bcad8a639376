import { noteColours, type FieldValue } from '#shared/kinds/field.ts'
import { kinds, plainKind, type ArtefactKind } from '#shared/kinds/index.ts'
import { workshopSample } from '#shared/sample/workshop-sample.ts'

interface Card {
  kind: ArtefactKind
  fields: Record<string, FieldValue>
  w: number
  h: number
}

/** What lies in a room: three notes, a quote and an idea by turns, or one of every kind by turns, with the sample's words. */
export const mixes = ['few kinds', 'all kinds'] as const
export type Mix = (typeof mixes)[number]

const few: ArtefactKind[] = ['note', 'note', 'note', 'quote', 'idea']

export const cardsOf = (mix: Mix, count: number): Card[] =>
  mix === 'few kinds' ? fewKinds(count) : allKinds(count)

const fewKinds = (count: number): Card[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: few[n % few.length]!,
    fields: fieldsOf(n),
    w: 240,
    h: 180,
  }))

const fieldsOf = (n: number) => ({
  text: `Karte ${n}: Formulare werden doppelt ausgefüllt, weil die Verfahren nicht verbunden sind.`,
  colour: noteColours[n % noteColours.length]!,
  wording: `Aussage ${n}: Wir drucken das aus und tippen es danach wieder ab.`,
  pseudonym: 'Sachbearbeitung',
  topic: 'Medienbruch',
  sentence: `Idee ${n}: Ein Antrag, der sich selbst vorausfüllt`,
  benefit: 'Weniger Tippfehler',
})

/** The first is a note, whose words the measurement changes. */
function allKinds(count: number): Card[] {
  const byKind = new Map<ArtefactKind, Record<string, FieldValue>[]>([[plainKind, []]])
  for (const { cards } of workshopSample('large', Date.UTC(2026, 0, 1)).groups)
    for (const { kind, fields } of cards) byKind.set(kind, [...(byKind.get(kind) ?? []), fields])
  const turns = [...byKind]
  return Array.from({ length: count }, (_, n) => {
    const [kind, written] = turns[n % turns.length]!
    const fields = written[Math.floor(n / turns.length) % written.length]!
    return { kind, fields, ...kinds[kind].size }
  })
}
