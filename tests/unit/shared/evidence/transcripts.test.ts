import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import { currentTranscript, passageOf, transcriptsOf, type Transcript } from '#shared/evidence/transcripts.ts'

const first = [
  'Der Antrag kommt als Datei an. Eine Kollegin druckt ihn aus.',
  'Das dauert viel zu lange, und niemand weiß, wer am Ende zuständig ist.',
  'Am Freitag ist niemand da. Das dauert. Am Montag fängt alles von vorn an.',
].join('\n\n')

const state = (revision: string | null, text: string): Transcript => ({ revision, text, strong: [], by: '' })
/** Where the words of the first text stand in a corrected one; null where that is not certain. */
const found = (words: string, corrected: string, from = first) => {
  const start = from.indexOf(words)
  const states = [state(null, from), state('next', corrected)]
  const place = passageOf({ interviewId: newId(), start, end: start + words.length }, states, states[1]!)
  return place && corrected.slice(place.start, place.end)
}

describe('a quote in a corrected text', () => {
  const quote = 'niemand weiß, wer am Ende zuständig ist'

  it('stands where its words stand, however far that is', () => {
    expect(found(quote, `Ein neuer Anfang.\n\n${first}`)).toBe(quote)
    expect(found(quote, first.replace('druckt ihn aus', 'heftet ihn ab').replace('Freitag', 'Montag'))).toBe(
      quote,
    )
  })

  it('stands between the same words where its own were corrected', () => {
    expect(found(quote, first.replace('zuständig ist', 'dafür zuständig sei'))).toBe(
      'niemand weiß, wer am Ende dafür zuständig sei',
    )
  })

  it('is orphaned where its words and those around it are gone', () => {
    expect(found(quote, first.split('\n\n')[0]!)).toBe(null)
    expect(found(quote, 'Ganz anders.')).toBe(null)
  })

  it('is never guessed: short words that stand there twice need the same words beside them', () => {
    const short = 'Das dauert'
    const twice = first.replace('Am Montag', 'Das dauert auch am Montag')
    expect(found(short, twice)).toBe(short)
    const states = [state(null, first), state('next', 'Das dauert. Das dauert. Das dauert.')]
    const start = first.indexOf(short)
    expect(passageOf({ interviewId: newId(), start, end: start + 10 }, states, states[1]!)).toBe(null)
  })

  it('is orphaned where it was said twice and the other one is left, or another sentence stands in its place', () => {
    const long = 'Das müssen wir jedes Mal von vorn erklären.'
    const said = `Am Anfang stand die Frage. ${long} Dann kam der Antrag. ${long} Am Ende war niemand da.`
    const without = said.replace(` ${long} Dann`, ' Dann')
    expect(found(long, without, said)).toBe(null)
    expect(found(long, said.replace(`${long} Am Ende`, 'Am Ende'), said)).toBe(long)
    const once = said.replace(`${long} Am Ende`, 'Am Ende')
    expect(found(long, once.replace(long, 'Hier läuft seit Jahren alles gut und schnell.'), once)).toBe(null)
    const corrected = 'Das muss ich jedes Mal wieder von vorne erklären.'
    expect(found(long, once.replace(long, corrected), once)).toBe(corrected)
  })

  describe('that is an answer to a question asked several times', () => {
    const pair = 'Frage: Wie lief die Umstellung?\nAntwort: Schlecht.'
    const quote = 'Schlecht.'
    const twice = `Bauamt\n${pair}\nKeine Schulung.\n\nMeldestelle\n${pair}\nDie Akten fehlten.`
    /** Where the second answer stands in a corrected text. */
    const second = (corrected: string, from = twice) => {
      const start = from.lastIndexOf(quote)
      const states = [state(null, from), state('next', corrected)]
      const source = { interviewId: newId<string>(), start, end: start + quote.length }
      return passageOf(source, states, states[1]!)?.start ?? null
    }

    it('is orphaned where its own question was deleted and the others are left', () => {
      expect(second(twice.replace(`Meldestelle\n${pair}\n`, ''))).toBe(null)
      expect(second(twice.replace(`\n\nMeldestelle\n${pair}\nDie Akten fehlten.`, ''))).toBe(null)
      // Nobody knows which of two in a row is left, nor where a short word follows
      expect(second(`${pair}\nEnde.`, `${pair}\n${pair}\nEnde.`)).toBe(null)
      expect(second(`Anfang.\n${pair}\nEnde.`, `Anfang.\n${pair}\n${pair}\nEnde.`)).toBe(null)
      expect(second(`Anfang.\n${pair}`, `Anfang.\n${pair} Ja. ${pair}`)).toBe(null)
    })

    it('stays where it is while others are deleted or corrected', () => {
      const without = twice.replace(`${pair}\nKeine`, 'Keine')
      expect(second(without)).toBe(without.lastIndexOf(quote))
      const corrected = twice.replace('Keine Schulung', 'Gar keine Schulung')
      expect(second(corrected)).toBe(corrected.lastIndexOf(quote))
      const own = twice.replace('Meldestelle', 'Meldebehörde')
      expect(second(own)).toBe(own.lastIndexOf(quote))
    })

    it('is not taken for the other where its own words were corrected', () => {
      const corrected = twice.replace(`${quote}\nDie`, 'Schlecht lief sie.\nDie')
      const place = second(corrected)
      expect(place === null || place > corrected.indexOf('Meldestelle')).toBe(true)
    })
  })

  it('stands where its paragraph was moved to, also a short one, and where its umlauts were written out', () => {
    const [one, two, three] = first.split('\n\n')
    const moved = [three, one, two].join('\n\n')
    expect(found('fängt alles von vorn an', moved)).toBe('fängt alles von vorn an')
    expect(found(quote, moved)).toBe(quote)
    expect(found(quote, first.replace('zuständig', 'zustaendig'))).toBe(quote.replace('ä', 'ae'))
    // Something else was corrected not far from it, or right beside it
    const both = first.replace('zuständig', 'zustaendig')
    expect(found(quote, both.replace('da. Das dauert', 'da. Es dauert'))).toBe(quote.replace('ä', 'ae'))
    expect(found(quote, both.replace('Am Freitag ist', 'Freitags ist'))).toBe(null)
  })

  it('stands at its own place in the state it was taken from, and nowhere if that state is gone', () => {
    const revision = newId<string>()
    const states = [state(null, first), state(revision, 'Kurz.')]
    const source = { interviewId: newId<string>(), start: 0, end: 4, revision }
    expect(passageOf(source, states, states[1]!)).toEqual({ start: 0, end: 4 })
    expect(passageOf({ ...source, revision: newId() }, states, states[1]!)).toBe(null)
    expect(passageOf({ ...source, revision: newId() }, states, states[0]!, quote)).toMatchObject({
      start: first.indexOf(quote),
    })
    expect(passageOf({ ...source, revision: newId() }, states, states[0]!, 'Das dauert')).toBe(null)
    expect(passageOf({ ...source, end: 99 }, states, states[1]!)).toBe(null)
  })

  it('says the very words it was found by, whatever was put in front, behind or elsewhere', () => {
    const words = fc.stringMatching(/^[a-zäöü ]{0,60}$/)
    fc.assert(
      fc.property(words, words, fc.nat(first.length - 45), (ahead, behind, start) => {
        const quoted = first.slice(start, start + 40)
        const next = `${ahead}\n${first}\n${behind}`
        const said = found(quoted, next)
        if (said !== null) expect(said).toBe(quoted)
        else expect(next.split(quoted).length).toBeGreaterThan(2)
      }),
    )
  })
})

it('The last state of a text counts, and each knows who made it', () => {
  const revisions = ['Eins.', 'Zwei.'].map((transcript, n) => ({
    id: newId<string>(n + 1),
    order: `a${n}`,
    fields: { transcript, strong: '0-4', by: 'Jana' },
  }))
  const fields = { transcript: 'Null.', strong: '0-2 9-12', revisions }
  expect(transcriptsOf(fields).map(({ text, by }) => [text, by])).toEqual([
    ['Null.', ''],
    ['Eins.', 'Jana'],
    ['Zwei.', 'Jana'],
  ])
  expect(currentTranscript(fields)).toMatchObject({ text: 'Zwei.', strong: [{ start: 0, end: 4 }] })
  // What does not fit the text is none of it
  expect(transcriptsOf(fields)[0]!.strong).toEqual([{ start: 0, end: 2 }])
})

it('A text that was handed in later is a state of its own, in which places of an earlier one do not count', () => {
  const supplied = { id: newId<string>(), order: 'a1', fields: { transcript: first, strong: '', by: 'Jana' } }
  const states = transcriptsOf({ transcript: '', strong: '', revisions: [supplied] })
  expect(states.map(({ text, by }) => [text, by])).toEqual([[first, 'Jana']])
  const source = { interviewId: newId<string>(), start: 0, end: 12 }
  expect(passageOf(source, states, states[0]!, 'Wir warten.')).toBeNull()
  expect(passageOf(source, states, states[0]!, 'niemand weiß, wer am Ende zuständig ist')).toMatchObject({
    start: first.indexOf('niemand weiß'),
  })
  expect(transcriptsOf({ transcript: '', strong: '', revisions: [] })).toMatchObject([{ text: '' }])
})
