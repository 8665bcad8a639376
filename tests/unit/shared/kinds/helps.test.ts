import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengeSentence, scopeHints, slotsIn } from '#shared/kinds/challenge/sentence.ts'
import { brainwritingRounds, crazy8Rounds, roundsMs, runningRound } from '#shared/kinds/rounds.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { workshopSample } from '#shared/sample/workshop-sample.ts'
import { matrixPresets } from '#shared/kinds/matrix/presets.ts'

const minute = 60_000
const crazy8Ms = roundsMs(crazy8Rounds)

describe('the eight minutes', () => {
  it('belong to one field after the other, and each begins with a whole minute', () => {
    for (let index = 0; index < crazy8Rounds.count; index++)
      expect(runningRound(crazy8Rounds, crazy8Ms, crazy8Ms - index * minute)).toEqual({
        index,
        leftMs: minute,
      })
    expect(runningRound(crazy8Rounds, crazy8Ms, crazy8Ms - 2.5 * minute)).toEqual({
      index: 2,
      leftMs: minute / 2,
    })
  })

  it('are over with the time, and a round that is stretched gives its last field more', () => {
    expect(runningRound(crazy8Rounds, crazy8Ms, 0)).toBeNull()
    expect(runningRound(crazy8Rounds, crazy8Ms + 2 * minute, minute / 2)).toEqual({
      index: 7,
      leftMs: minute / 2,
    })
    expect(runningRound(crazy8Rounds, crazy8Ms + 2 * minute, 2.5 * minute)).toEqual({
      index: 7,
      leftMs: 2.5 * minute,
    })
  })

  it('are not taken from a time that was set for something else', () => {
    expect(runningRound(crazy8Rounds, 5 * minute, 3 * minute)).toBeNull()
    expect(runningRound(crazy8Rounds, 20 * minute, 19 * minute)).toBeNull()
  })

  it('are the four of a round where sheets are handed on', () => {
    const whole = roundsMs(brainwritingRounds)
    expect(whole).toBe(24 * minute)
    expect(runningRound(brainwritingRounds, whole, whole - 9 * minute)).toEqual({
      index: 2,
      leftMs: 3 * minute,
    })
    expect(runningRound(crazy8Rounds, whole, whole)).toBeNull()
  })

  it('never run backwards while the time passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: crazy8Ms }), fc.integer({ min: 1, max: crazy8Ms }), (a, b) => {
        const earlier = runningRound(crazy8Rounds, crazy8Ms, Math.max(a, b))!
        const later = runningRound(crazy8Rounds, crazy8Ms, Math.min(a, b))!
        expect(later.index).toBeGreaterThanOrEqual(earlier.index)
        expect(later.leftMs).toBeLessThanOrEqual(minute)
      }),
    )
  })
})

describe('a challenge', () => {
  const slots = { what: 'Anträge schneller bearbeiten', whom: 'Familien', where: 'kleiner Gemeinden' }

  it('is one sentence of three parts, which are found in it again', () => {
    const sentence = challengeSentence(slots, 'de')
    expect(sentence).toBe(
      'Wie können wir Anträge schneller bearbeiten für Familien im Kontext kleiner Gemeinden?',
    )
    expect(slotsIn(sentence, 'de')).toEqual(slots)
    expect(slotsIn(challengeSentence(slots, 'en'), 'en')).toEqual(slots)
  })

  it('shows the parts that are still missing, and leaves other sentences alone', () => {
    const partly = challengeSentence({ ...slots, where: ' ' }, 'de')
    expect(partly).toContain('im Kontext …?')
    expect(slotsIn(partly, 'de')).toEqual({ ...slots, where: '' })
    expect(slotsIn('Was tun?', 'de')).toBeNull()
  })

  it.each([
    ['', []],
    [challengeSentence(slots, 'de'), []],
    ['Wie können wir eine App für Familien im Kontext kleiner Gemeinden bauen?', ['solution']],
    ['Wie können wir ein Bürgerportal für Familien in kleinen Gemeinden schaffen?', ['solution']],
    ['Wie können wir Plattformen für Familien in kleinen Gemeinden verbinden?', ['solution']],
    ['Wie können wir eine Serviceplattform für Familien auf dem Land bauen?', ['solution']],
    ['Wie können wir ein Buchungssystem für Vereine in Aue einführen?', ['solution']],
    ['Wie können wir mit dem Schulsystem für Kinder knapp vor dem Abschluss umgehen?', []],
    ['Wie können wir die Verwaltung für Menschen auf dem Land besser machen?', ['everything']],
    ['Wie können wir die gesamte Verwaltung für unsere Leute digital machen?', ['everything']],
    ['Wie können wir vor allem abends für Familien da sein?', []],
    ['Wie können wir das Bearbeiten von Anträgen spürbar beschleunigen?', ['forNobody']],
    ['Wie können wir Eltern und Kitas einen gemeinsamen Weg zum Platz geben?', []],
    ['Wie können wir Bürger:innen schon beim Absenden zeigen, was noch fehlt?', []],
    ['Wie können wir am Wochenende zeigen, wo ein Antrag gerade liegt?', ['forNobody']],
    ['How might we make the status of an application visible to applicants?', []],
    ['Mehr Tempo für Familien', ['short']],
    [`Wie können wir ${'sehr '.repeat(40)}viel für Familien tun?`, ['long']],
  ])('with the words “%s” gets the hints %j', (question, hints) => {
    expect(scopeHints(question)).toEqual(hints)
  })
})

it('a challenge of the sample on which a group has settled gets no hints', () => {
  const { groups } = workshopSample('large', 0)
  const challenges = groups.flatMap(({ cards }) =>
    cards.filter(({ kind, status }) => kind === 'challenge' && status === 'final'),
  )
  expect(challenges.length).toBeGreaterThan(0)
  for (const { fields } of challenges)
    expect(scopeHints(String(fields.question)), String(fields.question)).toEqual([])
})

it('every preset of a matrix names all axes, ends and quadrants, as long as their fields allow', () => {
  const fields = fieldsOf('matrix')
  for (const preset of [...matrixPresets.de, ...matrixPresets.en])
    for (const [name, words] of Object.entries(preset.fields)) {
      const spec = fields[name]
      expect(words, `${preset.key} ${name}`).not.toBe('')
      expect(words.length).toBeLessThanOrEqual(spec?.type === 'line' ? spec.maxChars : 0)
    }
})
