import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { described, playMeeting, search, type Step } from './meeting.ts'

const PEERS = 4
const STEPS = 100
const seeds = Number(process.env.WERKRAUM_FUZZ_SEEDS ?? (isLong ? 1_000 : 50))
const firstSeed = Number(process.env.WERKRAUM_FUZZ_FIRST_SEED ?? 1)
const regressions = join(import.meta.dirname, 'regressions')

describe('R8 people who work at once end up with the same content', () => {
  test(
    `over ${seeds} meetings with undo, lost connections, mixed-up messages (R9), reloads, restarts and failing storage (R7)`,
    { timeout: isLong ? 3_600_000 : 120_000 },
    async (context) => {
      const finding = await search({ firstSeed, seeds, steps: STEPS, peers: PEERS })
      if (finding) expect.fail(described(finding))
      const range = `seeds ${firstSeed} to ${firstSeed + seeds - 1}`
      tellFigure(context, `${seeds} meetings of ${PEERS} people and ${STEPS} steps (${range}), all alike`)
    },
  )

  const kept = readdirSync(regressions).filter((name) => name.endsWith('.json'))
  test.each(kept)('in the meeting that once went wrong: %s', async (name) => {
    const { peers, steps } = JSON.parse(readFileSync(join(regressions, name), 'utf8')) as {
      peers: number
      steps: Step[]
    }
    expect(await playMeeting(steps, peers)).toBeNull()
  })
})
