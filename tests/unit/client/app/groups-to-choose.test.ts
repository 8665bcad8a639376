import { expect, it } from 'vitest'
import { groupsToChoose } from '#client/app/groups-to-choose.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'

const group = (id: string, kind: string, archivedAt: number | null = null) => ({ id, kind, archivedAt })
const workshop = {
  groups: [
    group('plenum', 'plenum'),
    group('permits', 'project'),
    group('last year', 'project', 1),
    group('breakout', 'breakout'),
  ],
} as unknown as WorkshopView
const ids = (chosen?: string[]) => groupsToChoose(workshop, chosen).map(({ id }) => id)

it('people are put into groups that stay, and into none that is archived', () => {
  expect(ids()).toEqual(['plenum', 'permits'])
})

it('what was chosen before stays a choice, so that a form shows what is', () => {
  expect(ids(['last year'])).toEqual(['plenum', 'permits', 'last year'])
})
