/**
 * Every HTTP endpoint of the product, once. The server registers these patterns (a test proves that it serves no
 * others), the client fills them in. Bodies and answers: `api.ts`; exports: `exportQuery` there.
 */
export const endpoints = {
  config: 'GET /api/config',
  session: 'GET /api/session',
  inspectSetUpLink: 'POST /api/setup/inspect',
  setUp: 'POST /api/setup',
  logIn: 'POST /api/login',
  logOut: 'POST /api/logout',

  changePassword: 'POST /api/account/password',
  deleteAccount: 'DELETE /api/account',
  addAccount: 'POST /api/account',
  resetPassword: 'POST /api/password-reset',

  keys: 'GET /api/account/keys',
  createKey: 'POST /api/account/keys',
  revokeKey: 'DELETE /api/account/keys/:keyId',
  interfaceDescription: 'GET /api/openapi',

  operation: 'GET /api/operation',

  workshops: 'GET /api/workshops',
  createWorkshop: 'POST /api/workshops',
  importWorkshop: 'POST /api/workshops/import',
  createSample: 'POST /api/workshops/sample',
  workshop: 'GET /api/workshops/:workshopId',
  editWorkshop: 'PATCH /api/workshops/:workshopId',
  archiveWorkshop: 'PUT /api/workshops/:workshopId/archive',
  archiveGroup: 'PUT /api/workshops/:workshopId/groups/:groupId/archive',
  deleteWorkshop: 'DELETE /api/workshops/:workshopId',
  deleteGroup: 'DELETE /api/workshops/:workshopId/groups/:groupId',
  addGroup: 'POST /api/workshops/:workshopId/groups',
  renameGroup: 'PATCH /api/workshops/:workshopId/groups/:groupId',
  exportWorkshop: 'GET /api/workshops/:workshopId/export',

  releaseCheck: 'GET /api/workshops/:workshopId/release-check',
  decideReleases: 'POST /api/workshops/:workshopId/groups/:groupId/releases',

  members: 'GET /api/workshops/:workshopId/members',
  addMembers: 'POST /api/workshops/:workshopId/members',
  inviteAgain: 'POST /api/workshops/:workshopId/invitations',
  addStandIn: 'POST /api/workshops/:workshopId/members/:memberId/stand-in',
  editMember: 'PATCH /api/workshops/:workshopId/members/:memberId',
  removeMember: 'DELETE /api/workshops/:workshopId/members/:memberId',
  renewReturnLink: 'POST /api/workshops/:workshopId/members/:memberId/return-link',
  renewOwnReturnLink: 'POST /api/workshops/:workshopId/me/return-link',
  chooseGroup: 'PATCH /api/workshops/:workshopId/me',
  rest: 'PUT /api/workshops/:workshopId/me/standing',
  leaveWorkshop: 'DELETE /api/workshops/:workshopId/me',

  organisations: 'GET /api/workshops/:workshopId/organisations',
  editOrganisation: 'PATCH /api/workshops/:workshopId/organisations/:organisationId',
  mergeOrganisation: 'POST /api/workshops/:workshopId/organisations/:organisationId/merge',

  invites: 'GET /api/workshops/:workshopId/invites',
  createInvite: 'POST /api/workshops/:workshopId/invites',
  showInvite: 'GET /api/workshops/:workshopId/invites/:inviteId',
  revokeInvite: 'DELETE /api/workshops/:workshopId/invites/:inviteId',
  inspectInvite: 'POST /api/invites/inspect',
  acceptInvite: 'POST /api/invites/accept',
  returnByLink: 'POST /api/return',

  versions: 'GET /api/workshops/:workshopId/groups/:groupId/versions',
  createVersion: 'POST /api/workshops/:workshopId/groups/:groupId/versions',
  versionState: 'GET /api/workshops/:workshopId/groups/:groupId/versions/:versionId/state',
  restoreVersion: 'POST /api/workshops/:workshopId/groups/:groupId/versions/:versionId/restore',

  screen: 'GET /api/workshops/:workshopId/groups/:groupId/screen',
  screenContent: 'GET /api/workshops/:workshopId/groups/:groupId/screen/content',
  roomsNow: 'GET /api/workshops/:workshopId/rooms',
  cockpit: 'GET /api/workshops/:workshopId/cockpit',
  giveOrder: 'POST /api/workshops/:workshopId/orders',
  breakouts: 'GET /api/workshops/:workshopId/breakouts',
  openBreakouts: 'POST /api/workshops/:workshopId/breakouts',
  moveToBreakout: 'PUT /api/workshops/:workshopId/breakouts/people/:memberId',
  closeBreakouts: 'DELETE /api/workshops/:workshopId/breakouts',
  bringResults: 'POST /api/workshops/:workshopId/groups/:groupId/results',
  roomPicture: 'GET /api/workshops/:workshopId/groups/:groupId/picture',

  ownMatters: 'GET /api/workshops/:workshopId/me/matters',

  meetings: 'GET /api/workshops/:workshopId/meetings',
  addMeeting: 'POST /api/workshops/:workshopId/meetings',
  changeMeeting: 'POST /api/workshops/:workshopId/meetings/:meetingId/changes',
  copyMeeting: 'POST /api/workshops/:workshopId/meetings/:meetingId/copies',
  removeMeeting: 'DELETE /api/workshops/:workshopId/meetings/:meetingId',
  meetingFile: 'GET /api/workshops/:workshopId/meetings/:meetingId/file',
  ownMethods: 'GET /api/workshops/:workshopId/methods',
  addMethod: 'POST /api/workshops/:workshopId/methods',
  changeMethod: 'PUT /api/workshops/:workshopId/methods/:methodId',
  removeMethod: 'DELETE /api/workshops/:workshopId/methods/:methodId',
  changeMinutes: 'POST /api/workshops/:workshopId/meetings/:meetingId/minutes/changes',
  releaseMinutes: 'POST /api/workshops/:workshopId/meetings/:meetingId/minutes/release',
  minutes: 'GET /api/workshops/:workshopId/meetings/:meetingId/minutes',
  releasedMinutes: 'GET /api/workshops/:workshopId/minutes',
  meetingCalendar: 'GET /api/workshops/:workshopId/meetings/:meetingId/calendar',

  phasesNow: 'GET /api/workshops/:workshopId/groups/:groupId/phases',
  precedents: 'GET /api/workshops/:workshopId/groups/:groupId/precedents',
  proposeGroups: 'POST /api/workshops/:workshopId/groups/:groupId/proposals',

  addCards: 'POST /api/workshops/:workshopId/groups/:groupId/cards',
  readProtocol: 'POST /api/workshops/:workshopId/groups/:groupId/protocols',
  speakerNotes: 'GET /api/workshops/:workshopId/groups/:groupId/speaker-notes',
  writeSpeakerNote: 'PUT /api/workshops/:workshopId/groups/:groupId/speaker-notes',

  uploadAsset: 'POST /api/workshops/:workshopId/groups/:groupId/assets',
  copyAsset: 'POST /api/workshops/:workshopId/groups/:groupId/assets/copies',
  asset: 'GET /api/workshops/:workshopId/groups/:groupId/assets/:assetId',
  images: 'GET /api/workshops/:workshopId/groups/:groupId/assets',
  eraseImage: 'DELETE /api/workshops/:workshopId/groups/:groupId/assets/:assetId',
  eraseTranscript: 'DELETE /api/workshops/:workshopId/groups/:groupId/transcripts/:artefactId',
} as const

export type Endpoint = keyof typeof endpoints
