import { describe, expect, it } from 'vitest'
import type { AccountId, GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import {
  installationActions,
  may,
  roomActions,
  workshopActions,
  type Action,
  type Actor,
  type Resource,
} from '#shared/workshop/permissions.ts'
import { modeTypes, pageActions, type ModeType, type PageAction } from '#shared/workshop/mode-rights.ts'
import { roles, type Role } from '#shared/workshop/roles.ts'

/*
 * The table below is written out by hand on purpose: it says once more, in another form, what everybody may do, so
 * that a changed rule shows up as a changed table in review. Every cell of role × action × resource is asked.
 */
const here = 'workshop-here' as WorkshopId
const elsewhere = 'workshop-elsewhere' as WorkshopId
const ownGroup = 'group-own' as GroupId
const foreignGroup = 'group-foreign' as GroupId
const account = 'account' as AccountId

const allActions: readonly Action[] = [...installationActions, ...workshopActions, ...roomActions]

/** Columns: moderator, manager, participant, observer. ● may, ○ only while the room is open, · may not. */
const table: Record<(typeof workshopActions)[number] | (typeof roomActions)[number], string> = {
  'workshop.read': '● ● ● ●',
  'workshop.edit': '● · · ·',
  'workshop.delete': '● · · ·',
  'workshop.archive': '● · · ·',
  'workshop.export': '● ● · ·',
  'workshop.exportWithheld': '● · · ·',
  'gallery.open': '● · · ·',
  'gallery.close': '● · · ·',
  'workshop.checkRelease': '● ● · ·',
  'membership.own': '● ● · ·',
  'member.list': '● ● · ·',
  'member.manage': '● · · ·',
  'organisation.manage': '● · · ·',
  'invite.manage': '● · · ·',
  'plan.read': '● ● · ·',
  'plan.edit': '● ● · ·',
  'minutes.release': '● · · ·',
  'room.read': '● ● ● ●',
  'room.write': '● ○ ○ ·',
  'room.comment': '● ○ ○ ○',
  'room.arrange': '● · · ·',
  'room.writeForOthers': '● · · ·',
  'room.removeComments': '● · · ·',
  'room.release': '● · · ·',
  'room.withdraw': '● · · ·',
  'room.erase': '● · · ·',
  'room.upload': '● ○ ○ ·',
  'room.appear': '● ● ● ●',
  'room.facilitate': '● · · ·',
  'room.export': '● ● · ·',
  'room.exportWithheld': '● · · ·',
  'version.read': '● ● · ·',
  'version.create': '● · · ·',
  'version.restore': '● · · ·',
  'command.goToPhase': '● · · ·',
  'command.openPage': '● · · ·',
  'command.gather': '● · · ·',
  'command.startTimer': '● · · ·',
  'command.pauseTimer': '● · · ·',
  'command.resumeTimer': '● · · ·',
  'command.extendTimer': '● · · ·',
  'command.endTimer': '● · · ·',
  'command.lock': '● · · ·',
  'command.unlock': '● · · ·',
  'command.revealDrafts': '● · · ·',
  'command.prepareVote': '● · · ·',
  'command.openVote': '● · · ·',
  'command.closeVote': '● · · ·',
  'command.reopenVote': '● · · ·',
  'command.countVote': '● · · ·',
  'command.discardVote': '● · · ·',
  'command.startStep': '● · · ·',
  'command.nextStep': '● · · ·',
  'command.backStep': '● · · ·',
  'command.skipStep': '● · · ·',
  'command.changeStep': '● · · ·',
  'command.setMode': '● · · ·',
  'command.endStep': '● · · ·',
  'command.closeDoor': '● · · ·',
  'command.openDoor': '● · · ·',
  'command.admit': '● · · ·',
  'command.knock': '· · · ·',
  'command.lockPage': '● · · ·',
  'command.unlockPage': '● · · ·',
  'command.sayToRoom': '● · · ·',
  'command.clearMessage': '● · · ·',
  'command.summon': '● · · ·',
  'command.endSummons': '● · · ·',
  'command.concludeStep': '● · · ·',
  'command.undoStep': '● · · ·',
  'command.raiseHand': '● ● ● ·',
  'command.lowerHand': '● ● ● ·',
  'command.tickOffHand': '● · · ·',
  'command.takeDownHand': '● · · ·',
  'command.mute': '● · · ·',
  'command.unmute': '● · · ·',
  'command.react': '● ● ● ●',
  'command.switchReactions': '● · · ·',
  'command.finish': '· ● ● ·',
  'command.unfinish': '· ● ● ·',
}
const columns: readonly Role[] = ['moderator', 'manager', 'participant', 'observer']

const words = { '●': 'yes', '○': 'only while the room is open', '·': 'no' }

function cell(role: Role, action: Action): keyof typeof words {
  const marks = (table as Partial<Record<Action, string>>)[action]?.split(' ')
  return (marks?.[columns.indexOf(role)] ?? '·') as keyof typeof words
}

const isOf = (actions: readonly Action[], action: Action) => actions.includes(action)

function actor(
  role: Role | null,
  options: { loggedIn?: boolean; workshop?: WorkshopId; groups?: GroupId[] | 'all' } = {},
): Actor {
  const { loggedIn = false, workshop = here, groups = [ownGroup] } = options
  return {
    account: loggedIn ? account : null,
    member:
      role === null ? null : { memberId: 'member' as MemberId, workshopId: workshop, role, groupIds: groups },
  }
}

const installation: Resource = { type: 'installation' }
const workshop: Resource = { type: 'workshop', workshopId: here }
const room = (groupId: GroupId, locked: boolean): Resource => ({
  type: 'room',
  workshopId: here,
  groupId,
  locked,
})

describe('may, cell by cell', () => {
  it('covers every role and every action there is', () => {
    expect([...columns].sort()).toEqual([...roles].sort())
    expect(Object.keys(table).sort()).toEqual([...workshopActions, ...roomActions].sort())
  })

  for (const role of roles) {
    for (const action of allActions) {
      const mark = cell(role, action)
      it(`${role}, ${action}: ${words[mark]}`, () => {
        const onWorkshop = isOf(workshopActions, action) && mark === '●'
        expect(may(actor(role), action, workshop), 'workshop').toBe(onWorkshop)
        for (const locked of [false, true]) {
          const inRoom = isOf(roomActions, action) && (mark === '●' || (mark === '○' && !locked))
          const state = locked ? 'locked' : 'open'
          expect(may(actor(role), action, room(ownGroup, locked)), `${state} own room`).toBe(inRoom)
          const everywhere = actor(role, { groups: 'all' })
          expect(may(everywhere, action, room(foreignGroup, locked)), `${state} room of all`).toBe(inRoom)
        }
      })
    }
  }
})

describe('may, invariant 1: the installation belongs to people with an account', () => {
  for (const role of [null, ...roles]) {
    it(`asks for an account of ${role === null ? 'strangers' : `a ${role}`} too`, () => {
      for (const action of allActions) {
        expect(may(actor(role), action, installation), action).toBe(false)
        const loggedIn = actor(role, { loggedIn: true })
        expect(may(loggedIn, action, installation), action).toBe(isOf(installationActions, action))
      }
    })
  }
})

/** Every resource inside a workshop, asked by every action, for what must never be allowed. */
function everythingRefused(who: Actor) {
  for (const action of allActions) {
    for (const resource of [workshop, room(ownGroup, false), room(ownGroup, true)]) {
      expect(may(who, action, resource), `${action} on ${JSON.stringify(resource)}`).toBe(false)
    }
  }
}

describe('may, invariant 2: nobody touches a workshop they are no member of', () => {
  it('refuses strangers everything', () => everythingRefused(actor(null)))
  it('refuses an account without membership everything', () =>
    everythingRefused(actor(null, { loggedIn: true })))

  for (const role of roles) {
    for (const groups of ['all', [ownGroup]] as const) {
      it(`refuses a ${role} of another workshop everything, entering ${groups === 'all' ? 'all rooms' : 'one room'} there`, () => {
        everythingRefused(
          actor(role, {
            workshop: elsewhere,
            groups: groups === 'all' ? 'all' : [...groups],
            loggedIn: true,
          }),
        )
      })
    }
  }
})

describe('may, invariant 3: nobody enters a room that is not theirs', () => {
  for (const role of roles) {
    for (const locked of [false, true]) {
      it(`refuses a ${role} every action in a foreign ${locked ? 'locked' : 'open'} room`, () => {
        for (const action of allActions) {
          expect(may(actor(role), action, room(foreignGroup, locked)), action).toBe(false)
          expect(may(actor(role, { groups: [] }), action, room(ownGroup, locked)), action).toBe(false)
        }
      })
    }
  }
})

describe('may, invariant 4: while a room is locked only moderators change it', () => {
  it('takes away from others exactly writing, commenting and uploading, and nothing from moderators', () => {
    for (const role of roles) {
      const lost = allActions.filter(
        (action) =>
          may(actor(role), action, room(ownGroup, false)) && !may(actor(role), action, room(ownGroup, true)),
      )
      const writes = role === 'manager' || role === 'participant'
      const comments = role === 'moderator' ? [] : ['room.comment']
      expect(lost, role).toEqual(writes ? ['room.write', 'room.comment', 'room.upload'] : comments)
    }
  })
})

describe('may, invariant 5: an action asked of the wrong kind of resource is refused', () => {
  it('even of a moderator with an account', () => {
    const everywhere = actor('moderator', { loggedIn: true, groups: 'all' })
    const wrong: [readonly Action[], Resource[]][] = [
      [installationActions, [workshop, room(ownGroup, false)]],
      [workshopActions, [installation, room(ownGroup, false)]],
      [roomActions, [installation, workshop]],
    ]
    for (const [actions, resources] of wrong) {
      for (const action of actions) {
        for (const resource of resources)
          expect(may(everywhere, action, resource), `${action} on ${resource.type}`).toBe(false)
      }
    }
  })
})

describe('may, invariant 8: what lies in the archive is read and changed by nobody, but for what is withdrawn and erased', () => {
  /** What each role may do there, of what it may do otherwise. */
  const kept: Record<(typeof roles)[number], string[]> = {
    moderator: [
      'room.read',
      'room.withdraw',
      'room.erase',
      'room.appear',
      'room.export',
      'room.exportWithheld',
      'version.read',
    ],
    manager: ['room.read', 'room.appear', 'room.export', 'version.read'],
    participant: ['room.read', 'room.appear'],
    observer: ['room.read', 'room.appear'],
  }
  const shelved = (role: (typeof roles)[number], archived: GroupId[] | 'all'): Actor => {
    const { account, member } = actor(role, { groups: 'all' })
    return { account, member: { ...member!, archived } }
  }

  it.each([
    ['the workshop', 'all' as const],
    ['the group', [ownGroup]],
  ])('%s', (_, archived) => {
    for (const role of roles) {
      const allowed = roomActions.filter((action) =>
        may(shelved(role, archived), action, room(ownGroup, false)),
      )
      expect(allowed, role).toEqual(kept[role])
      for (const action of pageActions) {
        const page = { type: 'page', workshopId: here, groupId: ownGroup, mode: 'open' } as const
        expect(may(shelved(role, archived), action, page), action).toBe(false)
      }
    }
  })

  it('a group beside it stays in use, and so does the workshop', () => {
    for (const role of roles) {
      const beside = (who: Actor) =>
        roomActions.filter((action) => may(who, action, room(foreignGroup, false)))
      expect(beside(shelved(role, [ownGroup]))).toEqual(beside(actor(role, { groups: 'all' })))
      for (const action of workshopActions)
        expect(may(shelved(role, [ownGroup]), action, workshop)).toBe(may(actor(role), action, workshop))
    }
  })

  it('a workshop in it lets nobody in and changes nothing, but can be taken out, along and away', () => {
    const allowed = workshopActions.filter((action) => may(shelved('moderator', 'all'), action, workshop))
    expect(allowed).toEqual([
      'workshop.read',
      'workshop.delete',
      'workshop.archive',
      'workshop.export',
      'workshop.exportWithheld',
      'gallery.close',
      'workshop.checkRelease',
      'membership.own',
      'member.list',
      'plan.read',
    ])
  })
})

/** Columns as above; rows: write, draft, vote, comment. */
const modeTable: Record<ModeType, Record<PageAction, string>> = {
  open: {
    'page.write': '● ● ● ·',
    'page.draft': '· · · ·',
    'page.vote': '· · · ·',
    'page.comment': '● ● ● ●',
  },
  silent: {
    'page.write': '● · · ·',
    'page.draft': '● ● ● ·',
    'page.vote': '· · · ·',
    'page.comment': '· · · ·',
  },
  vote: {
    'page.write': '● · · ·',
    'page.draft': '· · · ·',
    'page.vote': '· ● ● ·',
    'page.comment': '· · · ·',
  },
  discuss: {
    'page.write': '● · · ·',
    'page.draft': '· · · ·',
    'page.vote': '· · · ·',
    'page.comment': '● ● ● ●',
  },
  present: {
    'page.write': '● · · ·',
    'page.draft': '· · · ·',
    'page.vote': '· · · ·',
    'page.comment': '● ● ● ●',
  },
  locked: {
    'page.write': '● · · ·',
    'page.draft': '· · · ·',
    'page.vote': '· · · ·',
    'page.comment': '· · · ·',
  },
}

describe('may, invariant 5: what a page’s mode grants', () => {
  for (const mode of modeTypes) {
    for (const action of pageActions) {
      it(`${mode}, ${action}`, () => {
        for (const role of roles) {
          const expected = modeTable[mode][action].split(' ')[columns.indexOf(role)] === '●'
          const page = { type: 'page', workshopId: here, groupId: ownGroup, mode } as const
          expect(may(actor(role), action, page), role).toBe(expected)
          expect(may(actor(role), action, { ...page, groupId: foreignGroup }), `${role}, foreign`).toBe(false)
          expect(may(actor(null, { loggedIn: true }), action, page), 'stranger').toBe(false)
        }
      })
    }
  }
})

describe('may, invariant 6: what is said to slides', () => {
  const talk = (presenter: MemberId | null) =>
    ({ type: 'talk', workshopId: here, groupId: ownGroup, presenter }) as const

  it('is for the moderation, and for whoever presents', () => {
    for (const role of roles) {
      const who = actor(role)
      expect(may(who, 'talk.notes', talk(null)), role).toBe(role === 'moderator')
      expect(may(who, 'talk.notes', talk('somebody' as MemberId)), role).toBe(role === 'moderator')
      expect(may(who, 'talk.notes', talk(who.member!.memberId)), role).toBe(true)
      expect(may(who, 'page.write', talk(who.member!.memberId)), role).toBe(false)
      expect(may(who, 'talk.notes', { ...talk(who.member!.memberId), groupId: foreignGroup }), role).toBe(
        false,
      )
    }
    expect(may(actor(null, { loggedIn: true }), 'talk.notes', talk(null))).toBe(false)
  })
})
