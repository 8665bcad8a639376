/** A letter alone is a command after this long; letters that follow one another faster are a word. */
export const ALONE_AFTER_MS = 300

/** A letter or digit that was pressed where nobody is writing. */
export interface Letter {
  key: string
  shift: boolean
  target: EventTarget | null
}

/** What a first letter may be: perhaps a command, surely writing, or somebody else's key. */
export type FirstLetter = 'undecided' | 'writing' | 'foreign'

export interface LetterScene {
  meaningOf(letter: Letter): FirstLetter
  /** The letter stood alone. */
  alone(letter: Letter): void
  /** These letters belong to a word. Called again for every further letter that still arrives here. */
  write(letters: string, target: EventTarget | null): void
}

type Later = (run: () => void, ms: number) => () => void

type State =
  { is: 'quiet' } | { is: 'held'; letter: Letter; release: () => void } | { is: 'word'; at: number }

/**
 * Tells words from key commands (docs/decisions/0020). Somebody who writes before a card is open would otherwise turn
 * tools, views and cards with the letters of their sentence.
 *
 * 1. A letter that may be a command is held until it is known to stand alone.
 * 2. A letter of a word is never a command: the second letter makes a word of the first.
 * 3. A capital behind a small letter begins a word of its own: "n", then "Idee".
 * 4. Any other key, and any press of the pointer, ends the waiting: the letter did stand alone.
 */
export class LetterKeys {
  private state: State = { is: 'quiet' }
  private readonly scene: LetterScene
  private readonly later: Later

  constructor(scene: LetterScene, later: Later) {
    this.scene = scene
    this.later = later
  }

  /** True when the letter was taken, and nobody else shall see it. */
  press(letter: Letter, atMs: number): boolean {
    if (this.state.is === 'held') {
      this.joinHeld(this.state, letter, atMs)
      return true
    }
    if (this.state.is === 'word' && atMs - this.state.at < ALONE_AFTER_MS) {
      this.writeOn(letter.key, letter, atMs)
      return true
    }
    return this.begin(letter, atMs)
  }

  /** A sign behind a letter that is held makes a word of both ("1.", "E-Mail"). False where none is held. */
  goOn(sign: Letter, atMs: number): boolean {
    if (this.state.is !== 'held') return false
    this.joinHeld(this.state, sign, atMs)
    return true
  }

  /** The held letter, if there is one, stood alone. */
  settle(): void {
    if (this.state.is !== 'held') return
    const { letter, release } = this.state
    release()
    this.state = { is: 'quiet' }
    this.scene.alone(letter)
  }

  dispose(): void {
    if (this.state.is === 'held') this.state.release()
    this.state = { is: 'quiet' }
  }

  private begin(letter: Letter, atMs: number): boolean {
    switch (this.scene.meaningOf(letter)) {
      case 'undecided':
        this.state = { is: 'held', letter, release: this.later(() => this.settle(), ALONE_AFTER_MS) }
        return true
      case 'writing':
        this.writeOn(letter.key, letter, atMs)
        return true
      case 'foreign':
        this.state = { is: 'word', at: atMs }
        return false
    }
  }

  private joinHeld(held: Extract<State, { is: 'held' }>, letter: Letter, atMs: number): void {
    if (isSmall(held.letter.key) && isCapital(letter.key)) {
      this.settle()
      this.writeOn(letter.key, letter, atMs)
      return
    }
    held.release()
    this.writeOn(held.letter.key + letter.key, letter, atMs)
  }

  private writeOn(letters: string, { target }: Letter, atMs: number): void {
    this.state = { is: 'word', at: atMs }
    this.scene.write(letters, target)
  }
}

const isSmall = (key: string) => key === key.toLowerCase() && key !== key.toUpperCase()
const isCapital = (key: string) => key === key.toUpperCase() && key !== key.toLowerCase()
