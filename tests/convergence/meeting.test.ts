import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { playMeeting, shrink, stepsOf, type Step } from './meeting.ts'

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
      for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
        const steps = stepsOf(seed, STEPS, PEERS)
        const fault = await playMeeting(steps, PEERS)
        if (!fault) continue
        const shortest = await shrink(steps, PEERS)
        expect.fail(`seed ${seed}, ${PEERS} peers: ${fault}\n${JSON.stringify(shortest)}`)
      }
      tellFigure(
        context,
        `${seeds} meetings of ${PEERS} people and ${STEPS} steps (seeds ${firstSeed} to ${firstSeed + seeds - 1}), all alike`,
      )
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
