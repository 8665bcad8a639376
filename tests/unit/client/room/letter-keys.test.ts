import { beforeEach, describe, expect, it } from 'vitest'
import { ALONE_AFTER_MS, LetterKeys, type FirstLetter, type Letter } from '#client/room/keys/letter-keys.ts'

/** Someone at a keyboard: what the letters did, and a clock that only moves when told to. */
class Typist {
  readonly done: string[] = []
  meaning: FirstLetter = 'undecided'
  private now = 0
  private waiting: { at: number; run: () => void } | null = null
  readonly keys = new LetterKeys(
    {
      meaningOf: () => this.meaning,
      alone: ({ key }) => this.done.push(`command ${key}`),
      write: (letters) => this.done.push(`write ${letters}`),
    },
    (run, ms) => {
      this.waiting = { at: this.now + ms, run }
      return () => (this.waiting = null)
    },
  )

  /** Strikes keys one after the other; answers which of them were taken. */
  type(word: string, everyMs = 120): boolean[] {
    return Array.from(word, (key) => {
      const taken = this.keys.press(letter(key), this.now)
      this.pass(everyMs)
      return taken
    })
  }

  pass(ms: number): void {
    this.now += ms
    const due = this.waiting
    if (!due || due.at > this.now) return
    this.waiting = null
    due.run()
  }
}

const letter = (key: string): Letter => ({ key, shift: key !== key.toLowerCase(), target: null })

let typist: Typist
beforeEach(() => {
  typist = new Typist()
})

describe('letters outside a card', () => {
  it('are commands one by one', () => {
    typist.type('nl', ALONE_AFTER_MS + 100)
    expect(typist.done).toEqual(['command n', 'command l'])
  })

  it('are a word, and no commands, when they follow one another; the first letter is not lost', () => {
    typist.type('liste')
    expect(typist.done).toEqual(['write li', 'write s', 'write t', 'write e'])
    typist.pass(10_000)
    expect(typist.done).not.toContain('command l')
  })

  it.each(['1.', 'E-', 'n.'])('are a word with the sign behind them: %s', (word) => {
    typist.type(word[0]!)
    expect(typist.keys.goOn(letter(word[1]!), 120)).toBe(true)
    typist.pass(10_000)
    expect(typist.done).toEqual([`write ${word}`])
  })

  it('leave a sign alone that follows none of them', () => {
    typist.type('n', ALONE_AFTER_MS + 100)
    expect(typist.keys.goOn(letter('.'), 500)).toBe(false)
    expect(typist.done).toEqual(['command n'])
  })

  it('stay words across a space between them', () => {
    typist.type('alle')
    typist.pass(120)
    typist.type('leute')
    expect(typist.done.join(' ')).not.toContain('command')
  })

  it('are commands again after a pause', () => {
    typist.type('ab')
    typist.pass(ALONE_AFTER_MS)
    typist.type('l', ALONE_AFTER_MS)
    expect(typist.done.at(-1)).toBe('command l')
  })

  it('are a command and then a word, where a capital follows a small letter', () => {
    typist.type('nIdee')
    expect(typist.done.slice(0, 2)).toEqual(['command n', 'write I'])
  })

  it('are a command at once when another key or a press of the pointer follows', () => {
    typist.keys.press(letter('l'), 0)
    typist.keys.settle()
    expect(typist.done).toEqual(['command l'])
    typist.pass(10_000)
    expect(typist.done).toHaveLength(1)
  })

  it('go straight into the card that is selected', () => {
    typist.meaning = 'writing'
    expect(typist.type('z')).toEqual([true])
    expect(typist.done).toEqual(['write z'])
  })

  it('are left to the list where the list has its own keys, but never those of a word', () => {
    typist.meaning = 'foreign'
    expect(typist.type('vl')).toEqual([false, true])
    expect(typist.done).toEqual(['write l'])
  })

  it('do nothing after the room was left', () => {
    typist.keys.press(letter('l'), 0)
    typist.keys.dispose()
    typist.pass(10_000)
    expect(typist.done).toEqual([])
  })
})
