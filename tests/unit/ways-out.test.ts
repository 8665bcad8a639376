import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { importsOf, projectRoot, sourceFiles } from '#tests/support/module-graph.ts'

/*
 * Every way out of a group (docs/consent.md). A new endpoint, and a new module that reads documents where files,
 * pictures or answers are made, fails here until somebody has said which way it goes.
 */

/**
 * What of a document an endpoint answers: `leaving` what may leave, through that function; `inside` the document itself,
 * to those who may be in the room; `nothing` not a word of it.
 */
const answers: Record<Endpoint, 'leaving' | 'inside' | 'nothing'> = {
  config: 'nothing',
  session: 'leaving',
  inspectSetUpLink: 'nothing',
  setUp: 'nothing',
  logIn: 'nothing',
  logOut: 'nothing',
  changePassword: 'nothing',
  deleteAccount: 'nothing',
  addAccount: 'nothing',
  resetPassword: 'nothing',
  keys: 'nothing',
  createKey: 'nothing',
  revokeKey: 'nothing',
  interfaceDescription: 'nothing',
  fileSchema: 'nothing',
  // Ids and times; what is behind them is fetched with a key
  webhooks: 'nothing',
  createWebhook: 'nothing',
  changeWebhook: 'nothing',
  renewWebhookSecret: 'nothing',
  probeWebhook: 'nothing',
  removeWebhook: 'nothing',
  operation: 'nothing',
  workshops: 'leaving',
  createWorkshop: 'nothing',
  importWorkshop: 'nothing',
  createSample: 'nothing',
  workshop: 'leaving',
  editWorkshop: 'nothing',
  archiveWorkshop: 'nothing',
  archiveGroup: 'nothing',
  deleteWorkshop: 'nothing',
  deleteGroup: 'nothing',
  addGroup: 'nothing',
  renameGroup: 'nothing',
  exportWorkshop: 'leaving',
  previewExport: 'leaving',
  releaseCheck: 'inside',
  decideReleases: 'nothing',
  gallery: 'leaving',
  openGallery: 'nothing',
  publishProfile: 'nothing',
  withdrawProfile: 'nothing',
  // What outsiders wrote, and no document
  interests: 'nothing',
  acceptInterest: 'nothing',
  declineInterest: 'nothing',
  members: 'nothing',
  addMembers: 'nothing',
  inviteAgain: 'nothing',
  addStandIn: 'nothing',
  editMember: 'nothing',
  removeMember: 'nothing',
  organisations: 'nothing',
  editOrganisation: 'nothing',
  mergeOrganisation: 'nothing',
  renewReturnLink: 'nothing',
  renewOwnReturnLink: 'nothing',
  chooseGroup: 'nothing',
  rest: 'nothing',
  leaveWorkshop: 'nothing',
  invites: 'nothing',
  createInvite: 'nothing',
  showInvite: 'nothing',
  revokeInvite: 'nothing',
  inspectInvite: 'leaving',
  acceptInvite: 'nothing',
  returnByLink: 'nothing',
  versions: 'inside',
  createVersion: 'inside',
  versionState: 'inside',
  restoreVersion: 'inside',
  screen: 'nothing',
  screenContent: 'leaving',
  meetings: 'nothing',
  addMeeting: 'nothing',
  takeProgramme: 'nothing',
  changeMeeting: 'nothing',
  copyMeeting: 'nothing',
  removeMeeting: 'nothing',
  meetingFile: 'nothing',
  ownMethods: 'nothing',
  addMethod: 'nothing',
  changeMethod: 'nothing',
  removeMethod: 'nothing',
  houseTemplates: 'nothing',
  keepHouseTemplate: 'nothing',
  tryHouseTemplate: 'nothing',
  removeHouseTemplate: 'nothing',
  changeMinutes: 'nothing',
  releaseMinutes: 'nothing',
  minutes: 'leaving',
  releasedMinutes: 'leaving',
  meetingCalendar: 'leaving',
  phasesNow: 'leaving',
  precedents: 'leaving',
  cockpit: 'leaving',
  addCards: 'nothing',
  // Ids of cards only; what is sent to the service for it passes `leaving`
  proposeGroups: 'leaving',
  readProtocol: 'nothing',
  // What somebody says to slides is the plan's, as the moderation's notes are
  speakerNotes: 'nothing',
  writeSpeakerNote: 'nothing',
  giveOrder: 'nothing',
  roomsNow: 'inside',
  roomPicture: 'leaving',
  breakouts: 'nothing',
  openBreakouts: 'nothing',
  moveToBreakout: 'nothing',
  closeBreakouts: 'nothing',
  bringResults: 'leaving',
  ownMatters: 'inside',
  startRehearsal: 'nothing',
  endRehearsal: 'nothing',
  ownReminder: 'nothing',
  askReminder: 'nothing',
  endReminder: 'nothing',
  followReminderLink: 'leaving',
  ownCalendar: 'nothing',
  renewOwnCalendar: 'nothing',
  endOwnCalendar: 'nothing',
  calendarFeed: 'leaving',
  uploadAsset: 'inside',
  copyAsset: 'inside',
  asset: 'inside',
  images: 'inside',
  eraseImage: 'nothing',
  eraseTranscript: 'nothing',
}

/** Folders in which files, pictures and answers are made. */
const outside = [
  'server/export',
  'server/http',
  'server/socket',
  'shared/report',
  'shared/picture',
  'client/export',
]
const readsDocuments =
  /^(yjs|#?shared\/document\/(snapshot|snapshot-document|roots|artefacts|fold|outline|board-record)\.ts)$/

/** Modules there that look into documents, and why they may. */
const known: Record<string, string> = {
  'server/export/leaving-of.ts': 'asks `leaving`',
  'server/export/screen-content.ts': 'asks `leaving`',
  'server/export/open-document.ts': 'is read by leaving-of.ts',
  'server/export/import-plan.ts': 'leads in',
  'server/export/import-workshop.ts': 'leads in',
  'server/export/renaming.ts': 'leads in',
  'server/export/file-bounds.ts': 'leads in',
  'server/http/routes/version-routes.ts': 'answers those inside (room right version.read)',
  'shared/report/outline.ts': 'takes an OutgoingDocument',
  'shared/picture/face-words.ts': 'is given cards by page-pictures.ts',
  'shared/picture/page-picture.ts': 'is given a document by page-pictures.ts',
  'shared/picture/drawn-shapes.ts': 'is given shapes by page-picture.ts',
  'server/export/page-pictures.ts': 'takes an OutgoingDocument',
  'shared/report/report-card.ts': 'is given cards by outline.ts',
  'shared/report/workshop-file.ts': 'names types and schemas',
}

const files = outside.flatMap(sourceFiles)
const sourceOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

describe('the ways out of a group', () => {
  it('are known: every endpoint says what of a document it answers', () => {
    expect(Object.keys(answers).sort()).toEqual(Object.keys(endpoints).sort())
  })

  it('are few: nothing else looks into documents where files, pictures and answers are made', () => {
    const looking = files.filter((file) =>
      importsOf(file).some(({ specifier, to }) => readsDocuments.test(to ?? specifier)),
    )
    expect(looking.filter((file) => !(file in known))).toEqual([])
  })

  it('pass one function, but for the complete backup, which has one place', () => {
    const all = ['client', 'server', 'shared'].flatMap(sourceFiles)
    const using = (call: RegExp) =>
      all.filter((file) => !file.startsWith('shared/consent/') && call.test(sourceOf(file)))
    expect(using(/\binFull\(/)).toEqual(['server/export/workshop-file.ts'])
    expect(using(/\bas OutgoingDocument\b/)).toEqual([])
    expect(using(/\bleaving\(/).sort()).toEqual(['server/export/leaving-of.ts'])
  })
})
