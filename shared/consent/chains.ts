/** Letters that must agree for two texts to be looked at closer. */
export const SEED_LETTERS = 7
/** What may lie between two stretches that agree: a word more or less, a typo, another spelling. */
const WIDEST_GAP = 18
/** A repeated letter at the seam belongs to both stretches. */
const OVERLAP = SEED_LETTERS - 1

/** No text has more; keeps the diagonals of one source apart from those of the next. */
const MOST_LETTERS = 2 ** 24

/** Two texts agree here, but for small gaps. Offsets in letters, `end` exclusive. */
export interface Chain {
  source: number
  /** In the text that is looked at. */
  start: number
  end: number
  /** In the source. */
  from: number
  to: number
  /** Letters that agree. */
  matched: number
}

export interface Seat {
  source: number
  at: number
}

/**
 * Seed and chain, as sequence search does it: every seven letters that also stand in a source are laid onto the chain
 * they continue, or begin one. Linear in the text as long as seeds are rare, which seven letters are.
 */
export function chainsIn(text: string, seatsOf: (seed: string) => readonly Seat[]): Chain[] {
  const chains: Chain[] = []
  const open = new Map<number, Chain[]>()
  const straight = new Map<number, Chain>()
  for (let at = 0; at + SEED_LETTERS <= text.length; at++) {
    for (const seat of seatsOf(text.slice(at, at + SEED_LETTERS))) {
      const diagonal = seat.source * MOST_LETTERS + at - seat.at
      const running = straight.get(diagonal)
      const chain = running?.end === at + OVERLAP ? running : continued(open, seat, at)
      if (chain) extend(chain, seat, at)
      const own = chain ?? begun(chains, open, seat, at)
      straight.set(diagonal, own)
    }
  }
  return chains
}

/** The longest chain of the source that ended shortly before, in both texts. */
function continued(open: Map<number, Chain[]>, { source, at: from }: Seat, start: number): Chain | undefined {
  const near = (open.get(source) ?? []).filter((chain) => start - chain.end <= WIDEST_GAP)
  open.set(source, near)
  let best: Chain | undefined
  for (const chain of near) {
    const follows = start - chain.end >= -OVERLAP && start > chain.start
    const followsThere = from - chain.to >= -OVERLAP && from - chain.to <= WIDEST_GAP && from > chain.from
    if (follows && followsThere && chain.matched > (best?.matched ?? 0)) best = chain
  }
  return best
}

function extend(chain: Chain, { at: from }: Seat, start: number): void {
  const [end, to] = [start + SEED_LETTERS, from + SEED_LETTERS]
  chain.matched += Math.max(0, Math.min(SEED_LETTERS, end - chain.end, to - chain.to))
  chain.end = Math.max(chain.end, end)
  chain.to = Math.max(chain.to, to)
}

function begun(
  chains: Chain[],
  open: Map<number, Chain[]>,
  { source, at: from }: Seat,
  start: number,
): Chain {
  const chain = {
    source,
    start,
    end: start + SEED_LETTERS,
    from,
    to: from + SEED_LETTERS,
    matched: SEED_LETTERS,
  }
  chains.push(chain)
  const others = open.get(source)
  if (others) others.push(chain)
  else open.set(source, [chain])
  return chain
}
