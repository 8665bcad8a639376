import { describe, expect, test } from 'vitest'
import { messageTypes } from '#shared/protocol/wire.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { described, playMeeting, search, stepsOf, type Sabotage, type Step } from './meeting.ts'

const STEPS = 60
const PEERS = 3
const SEEDS = 30
/** Rare enough that a meeting goes well for a while: some six commits, some dozens of messages. */
const LOST_COMMIT = 3
const LOST_MESSAGE = 12

/** Lets all but every n-th through. */
function allBut(nth: number): () => boolean {
  let count = 0
  return () => ++count % nth !== 0
}

function losesMessages(): Sabotage {
  const passes = allBut(LOST_MESSAGE)
  return { delivers: (message) => message[0] !== messageTypes.sync || passes() }
}

const bugs: [string, () => Sabotage][] = [
  ['calls durable what it did not store', () => ({ stores: allBut(LOST_COMMIT) })],
  ['forgets to pass a change on to one person', losesMessages],
]

/** A search that finds nothing proves something only where it would have found it. */
describe('R8 the search for meetings that go wrong', () => {
  for (const [name, sabotage] of bugs) {
    const title = `finds a server that ${name}, and tells a short story of it`
    test(title, { timeout: 120_000 }, async (context) => {
      const finding = await search({ firstSeed: 1, seeds: SEEDS, steps: STEPS, peers: PEERS, sabotage })
      if (!finding) expect.fail(`not found in ${SEEDS} meetings`)
      expect(finding.steps.length).toBeLessThan(STEPS / 2)

      // What is printed is enough to see the same again, and it is the sabotage that is seen
      const report = described(finding)
      expect(report).toContain(`seed ${finding.seed}, ${PEERS} peers: ${finding.fault}`)
      const told = JSON.parse(report.slice(report.indexOf('\n'))) as { peers: number; steps: Step[] }
      expect(await playMeeting(told.steps, told.peers, sabotage())).not.toBeNull()
      expect(await playMeeting(stepsOf(finding.seed, STEPS, PEERS), PEERS)).toBeNull()
      tellFigure(
        context,
        `a server that ${name}: found in meeting ${finding.seed}, told in ${finding.steps.length} of ${STEPS} steps`,
      )
    })
  }
})
