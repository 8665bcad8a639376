import { describe, expect, it } from 'vitest'
import { partsOf, termOf } from '#client/artefacts/precedents/german-terms.ts'
import { PrecedentIndex } from '#client/artefacts/precedents/precedent-index.ts'

const solutions = [
  ['portal', 'Kita-Portal mit Statuszeile', 'Eltern sehen, wo ihr Antrag steht.'],
  ['wohngeld', 'Wohngeldantrag online', 'Unterlagen hochladen und prüfen lassen.'],
  ['dog', 'Hundesteuer anmelden', 'Formular der Stadtkasse.'],
  ['chat', 'Chatbot für Bürgeranfragen', 'Beantwortet Fragen rund um die Uhr.'],
  ['desk', 'Bürgerbüro-Terminvergabe', 'Auch am Telefon.'],
  ['card', 'Bewohnerparkausweis', 'Prüfung der Meldeadresse beim Antrag.'],
] as const
const index = new PrecedentIndex(
  solutions.map(([id, title, words]) => ({ id, kind: 'existingSolution', title, words, group: null })),
)
const like = (text: string) => index.like(text).map(({ id }) => id)

describe('"Gibt es das schon?"', () => {
  it.each([
    ['Anträge auf Wohngeld prüft ein Assistent', 'wohngeld'],
    ['Eltern verfolgen den Status des Antrags', 'portal'],
    ['BUERGER fragen, ein Chatbot antwortet', 'chat'],
    ['Hunde bei der Steuer anmelden', 'dog'],
    ['Statuszeilen für Kitas in Portalen', 'portal'],
    ['Kita-Platz mit Status', 'portal'],
    ['Termine im Buergerbuero vergeben', 'desk'],
    ['Onlineantrag für Wohngeldstellen', 'wohngeld'],
    ['Wohngeld', 'wohngeld'],
    ['Terminbuchung', 'desk'],
    ['Chatbots', 'chat'],
  ])('finds what is like "%s", in whatever form its words stand', (text, id) =>
    expect(like(text)[0]).toBe(id),
  )

  it('says nothing to one word that many have, to words that stand everywhere, and to something new', () => {
    expect(like('Antrag')).toEqual([])
    expect(like('wie wir das mit der und für die machen')).toEqual([])
    expect(like('Schwimmbad mit Rutsche bauen')).toEqual([])
  })

  it('takes one rare word for enough only where it stands in both titles', () => {
    const titled = (text: string, title: string) => index.like(text, title).map(({ id }) => id)
    expect(titled('Parken Auch der Chatbot soll es wissen', 'Parken')).toEqual([])
    expect(like('Rund')).toEqual([])
    expect(like('Online-Termine')).toEqual(expect.arrayContaining(['desk']))
    expect(like('Zusammenarbeit')).toEqual([])
  })

  it('is not led by what many say of their ideas, where the ideas themselves share no word', () => {
    const titled = (text: string, title: string) => index.like(text, title).map(({ id }) => id)
    const reasons = 'Beantwortet Fragen rund um die Uhr.'
    expect(titled(`Schwimmbad mit Rutsche ${reasons}`, 'Schwimmbad mit Rutsche')).toEqual([])
    expect(titled(`Chatbot der Stadt ${reasons}`, 'Chatbot der Stadt')[0]).toBe('chat')
  })

  it('takes a number for the word it is and finds no more than a handful', () => {
    const many = Array.from({ length: 30 }, (_, n) => ({
      id: `${n}`,
      kind: 'idea' as const,
      title: `Antrag prüfen ${n}`,
      words: '',
      group: 'Andere',
    }))
    expect(new PrecedentIndex(many).like('Anträge prüfen')).toHaveLength(5)
  })
})

it('Words are compared by their stems, umlauts in any spelling, and compounds by parts that stand somewhere', () => {
  expect(termOf('Anträge')).toBe(termOf('Antrag'))
  expect(termOf('Bürgerinnen')).toBe(termOf('Buergerinnen'))
  expect([termOf('der'), termOf('im')]).toEqual([null, null])
  expect(partsOf('wohngeldantrag')).toEqual(expect.arrayContaining([termOf('Wohngeld'), termOf('Antrag')]))
  expect(partsOf('arbeitszimmer')).toContain(termOf('Arbeit'))
  expect(partsOf('amt')).toEqual([])
})
