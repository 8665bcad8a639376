/**
 * Two hours of a workshop as a list of changes, the same for every binding: 40 people, 600 cards, 300,000 changes.
 * People work in gestures, all at the same time: a drag is 5 to 30 moves of one card, a stretch of typing 10 to 60
 * letters into one card, a click one status. They come back from breaks with a new Yjs client id, three times.
 * Seeded, so that every run and every binding sees the same afternoon.
 */
export const PEOPLE = 40
export const CARDS = 600
export const CHANGES = 300_000
const RETURNS = 3

export type Change =
  | { type: 'move'; person: number; card: number; x: number; y: number }
  | { type: 'type'; person: number; card: number; letter: string }
  | { type: 'status'; person: number; card: number; status: 'draft' | 'agreed' }

interface Gesture {
  kind: Change['type']
  card: number
  left: number
}

export function* changes(count = CHANGES): Generator<Change> {
  const random = mulberry32(20_261_121)
  const pick = (below: number) => Math.floor(random() * below)
  const gestures: Gesture[] = Array.from({ length: PEOPLE }, () => ({ kind: 'status', card: 0, left: 0 }))
  for (let n = 0; n < count; n++) {
    const session = Math.floor((n / count) * (RETURNS + 1))
    const seat = pick(PEOPLE)
    if (gestures[seat]!.left === 0) gestures[seat] = begin(random(), pick)
    const gesture = gestures[seat]!
    gesture.left--
    yield step(gesture, session * PEOPLE + seat, pick)
  }
}

function begin(chance: number, pick: (below: number) => number): Gesture {
  const card = pick(CARDS)
  if (chance < 0.6) return { kind: 'move', card, left: 5 + pick(26) }
  if (chance < 0.85) return { kind: 'type', card, left: 10 + pick(51) }
  return { kind: 'status', card, left: 1 }
}

function step({ kind, card }: Gesture, person: number, pick: (below: number) => number): Change {
  switch (kind) {
    case 'move':
      return { type: 'move', person, card, x: pick(4000), y: pick(3000) }
    case 'type':
      return { type: 'type', person, card, letter: String.fromCharCode(97 + pick(26)) }
    case 'status':
      return { type: 'status', person, card, status: pick(2) === 0 ? 'draft' : 'agreed' }
  }
}

/** Small seeded generator (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
