import { describe, expect, it } from 'vitest'
import { kindNames, writableKinds } from '#shared/kinds/index.ts'
import { kindMenu, kindMenuFor, type KindMenu } from '#shared/kinds/menu.ts'

const all = ({ here, more }: KindMenu) => [...here, ...more.flatMap(({ kinds }) => kinds)]

describe('the menu of kinds', () => {
  it('begins with what the page’s fields take, then the plain card', () => {
    const menu = kindMenu({ pageId: 'page:x', phase: 'solution', takes: ['persona', 'idea'] }, writableKinds)
    expect(menu.here).toEqual(['persona', 'idea', 'note'])
  })

  it('offers what a phase is about on a page of it that names no kinds', () => {
    const menu = kindMenu({ pageId: 'page:x', phase: 'closing', takes: [] }, writableKinds)
    expect(menu.here).toEqual(['pitch', 'partnership', 'milestone', 'profile', 'note'])
  })

  it('offers every kind once, on every page', () => {
    for (const takes of [[], ['idea'], ['idea', 'note', 'idea']] as const) {
      const menu = kindMenu({ pageId: 'page:x', phase: 'solution', takes }, kindNames)
      expect(all(menu).toSorted()).toEqual(kindNames.toSorted())
    }
  })

  it('groups the others by phase, the page’s own first', () => {
    const menu = kindMenu({ pageId: 'page:x', phase: 'solution', takes: ['idea'] }, writableKinds)
    expect(menu.more.map(({ phase }) => phase)).toEqual([
      'solution',
      'preparation',
      'kickoff',
      'problem',
      'closing',
      'accompanying',
    ])
  })

  it('keeps to what may be chosen at all', () => {
    const menu = kindMenu({ pageId: 'page:x', phase: 'preparation', takes: ['interview'] }, writableKinds)
    expect(all(menu)).not.toContain('interview')
  })

  it('begins with what is usually made from a card', () => {
    const menu = kindMenuFor('hmw', writableKinds)
    expect(menu.here).toContain('idea')
    expect(menu.here.at(-1)).toBe('note')
    expect(menu.here).not.toContain('milestone')
    expect(all(menu).toSorted()).toEqual(writableKinds.toSorted())
  })
})
