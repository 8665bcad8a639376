/**
 * Every limit of the product, in one place. They are generous: a room of 40 people pasting 200 cards meets none of
 * them. Whoever meets one gets the error named beside it (see `shared/errors/catalogue.ts`).
 */
export const limits = {
  /** Largest websocket frame a member may send; larger closes with 1009. A pasted 2,000-card board is about 1.5 MB. */
  maxFrameBytes: 4 * 1024 * 1024,
  /** Frames one connection may send: sustained rate and burst (token bucket). A fast drag makes about 60 a second. */
  framesPerSecond: 200,
  framesBurst: 1000,
  /** Bytes one connection may send: sustained rate and burst. */
  bytesPerSecond: 512 * 1024,
  bytesBurst: 8 * 1024 * 1024,
  /**
   * What one person may take of the thread on which all rooms live: this much a second in the long run, saved up for ten
   * seconds, and no more in one go, after which others come first. Beyond it their frames wait; beyond the last the
   * connection is closed.
   */
  threadMsPerSecond: 50,
  threadMsBurst: 500,
  threadMsInOneGo: 30,
  threadMsPerBusySecond: 300,
  threadMsRefused: 5_000,
  /** New structs of Yjs in one update. 2,000 pasted cards have 48,000; each takes some ten microseconds. */
  maxStructsPerUpdate: 50_000,
  /** Of those, from somebody who may only comment: some hundred comments, written offline. */
  maxStructsOfComments: 2_000,
  /** Items one update may delete, and ranges its delete set may have. Clearing a 2,000-card board stays below both. */
  maxDeletedItemsPerUpdate: 200_000,
  maxDeleteRangesPerUpdate: 20_000,
  /** Yjs client ids one update may write under. Each reload of a page that was offline makes one. */
  maxClientsPerUpdate: 500,
  /** One member's presence state (cursor, selection, name), in bytes of JSON. */
  maxPresenceBytes: 4 * 1024,
  /** What people write into minutes. */
  maxMinutesChars: 20_000,
  maxMinutesBlocks: 2_000,
  /** The summary of a dossier: a page and a half. */
  maxSummaryChars: 6_000,
  maxAttendance: 200,
  maxAttendanceChars: 240,
  maxCorrections: 50,
  maxCorrectionChars: 2_000,
  /** The test of a connection before a meeting, which needs no login. */
  connectionTestsAtOnce: 50,
  connectionTestMs: 15_000,
  connectionTestMessages: 20,
  connectionTestBytes: 64,
  /** How long a reaction is shown, how soon the same person may send the next, and how many are shown at once. */
  reactionShownMs: 6_000,
  reactionEveryMs: 2_000,
  maxReactionsShown: 60,
  /** How long after a lock or a mode changes that were already on their way are still taken. */
  lockGraceMs: 1_500,
  /**
   * A slow reader, by the bytes that wait for it. Above the first mark presence is dropped, above the second changes of
   * the document too, to be made good by one answer once the queue is below the first again; above the third, or when
   * nothing worth mentioning was taken for so long, the connection is closed. An answer longer than the second mark is
   * not held against its reader.
   */
  outboxPresenceBytes: 256 * 1024,
  outboxDocumentBytes: 1024 * 1024,
  outboxCloseBytes: 4 * 1024 * 1024,
  outboxProgressBytes: 64 * 1024,
  outboxCloseAfterMs: 10_000,
  /** Connections one member may hold in one room, and at one silent draft (tabs and devices). */
  connectionsPerMember: 8,

  /** Sizes of records in a document. */
  maxArtefactFieldChars: 20_000,
  maxTranscriptChars: 500_000,
  /** What is stressed in a transcript, as places: some thousand stretches. */
  maxSpansChars: 40_000,
  /** Corrections of one transcript, and stretches withheld in it. */
  maxRevisions: 20,
  maxRedactions: 200,
  maxRedactedChars: 4_000,
  maxBoardRecordBytes: 256 * 1024,
  maxCoordinate: 1_000_000,
  maxRecordDepth: 16,
  /** Entries of one record or artefact, and tags or links of one artefact. */
  maxEntriesPerMap: 256,
  /** Types of Yjs inside of each other. Ours go four deep; some thousand overflow the stack of whoever clears them away. */
  maxTypeDepth: 8,
  /** Records inside one field of a card, and the length of the index that orders them. */
  maxItems: 200,
  maxOrderChars: 80,
  maxCommentChars: 4_000,
  /** People and groups that one comment calls. */
  maxMentions: 40,
  maxShapesPerPage: 4_000,
  /** A room's document as an update. Two thousand cards with all their past are a twentieth of it. */
  maxDocumentBytes: 48 * 1024 * 1024,
  /** Shapes inside of each other: groups in frames in groups. Who goes deeper is put back. */
  maxShapeNesting: 32,
  /**
   * Entries of the board, items and comments, and letters, that one person takes away within so many minutes, and cards
   * and records that they change in what was there: a version is kept before. Of all in a room together five times that,
   * however long it takes.
   */
  removalWindowMinutes: 10,
  removedRecordsWorthAVersion: 20,
  removedLettersWorthAVersion: 2_000,
  changedEntriesWorthAVersion: 60,
  /** Versions of a room that nobody asked for, for each reason: before much was removed, at a phase's end, before a restore. */
  maxVersionsOfOneReason: 60,

  /** Uploads and imports. */
  maxImageBytes: 10 * 1024 * 1024,
  /** Of a file that a device may still make smaller before it is sent: larger ones it does not even read. */
  maxImageFileBytes: 40 * 1024 * 1024,
  /** A telephone's 48-megapixel photo passes; drawing more takes a browser hundreds of megabytes. */
  maxImagePixels: 50_000_000,
  maxImageSidePx: 16_384,
  maxImageBytesPerGroup: 150 * 1024 * 1024,
  maxImagesPerGroup: 1_000,
  maxImageBytesPerWorkshop: 600 * 1024 * 1024,
  maxImagesPerWorkshop: 4_000,
  /** A full workshop with all its images, which are a third longer in a file, and what was written in it. */
  maxImportBytes: 1024 * 1024 * 1024,
  maxImportTextBytes: 200 * 1024 * 1024,
  /** A protocol or list that a word processor or spreadsheet wrote: the file with its pictures, and its words unpacked. */
  maxForeignFileBytes: 20 * 1024 * 1024,
  maxUnpackedBytes: 64 * 1024 * 1024,
  maxArchiveEntries: 2_000,
  /** A letterhead with its styles: a picture in it takes the most. */
  maxTemplateBytes: 4 * 1024 * 1024,
  /** Rows of a list that is read in at once: as many as one update of the document may bring. */
  maxCatalogueRows: 1_000,
  /** Every other body, read before anybody is known: forms, none of which is a tenth of it. */
  maxRequestBytes: 64 * 1024,

  /** Solution profiles of one workshop that are public, and of all workshops that one page of the gallery shows. */
  maxPublishedProfiles: 200,
  profilesPerPage: 24,
  /** People from outside who wait for an answer of one workshop, and how long what they wrote is kept. */
  maxInterests: 200,
  maxUnconfirmedInterests: 200,
  interestDays: 180,
  unconfirmedInterestDays: 3,

  /** People and workshops. */
  maxNameChars: 80,
  maxOrganisationChars: 120,
  maxTitleChars: 160,
  maxGroups: 12,
  /** Rehearsals at once, each with a room and six people who are not there. */
  maxRehearsals: 5,
  /** Breakouts that are open at once, and groups of a workshop altogether with those that lie in the archive. */
  maxBreakouts: 12,
  maxGroupsKept: 100,
  /** Cards that a group brings into the plenum at once. */
  maxBroughtCards: 200,
  /** Cards that one request has looked at for what belongs together. */
  maxProposedCards: 150,
  /** Cards about which one request decides; whoever decides about more sends more. */
  maxReleaseDecisions: 500,
  minPasswordChars: 12,
  maxPasswordChars: 256,
  maxMembersPerWorkshop: 500,
  /** People whom a file names: those of years, with all who left. */
  maxFileMembers: 5_000,
  /** What happened in one group, as a file may tell it. */
  maxFileEvents: 100_000,
  /** People that one list brings; a file of it is small, whatever else a spreadsheet holds. */
  maxListedPeople: 300,
  maxListBytes: 5 * 1024 * 1024,
  maxListRequestBytes: 256 * 1024,
  /** Who holds an invitation can pass it on, and play many people: it has so many places, and so many a minute. */
  maxPlacesPerInvite: 150,
  joinsPerInviteAndMinute: 60,

  /** Votes: candidates, dots of one person, letters of an objection, and how few ballots would know of each other. */
  maxCandidates: 100,
  maxDots: 50,
  maxObjectionChars: 500,
  leastSecretBallots: 3,

  /** Silent writing: bytes one person's draft of a step may take, and cards in it that are revealed at once. */
  maxDraftBytes: 2 * 1024 * 1024,
  maxDraftCards: 200,
  /** What somebody wrote on what was locked meanwhile, as cards of their own draft, while the room stays loaded. */
  maxCardsAside: 100,

  /** Commands remembered so that one sent again has no second effect: of one member, and of a whole room. */
  recentCommandsPerMember: 32,
  recentCommands: 2_000,
  /** A facilitation event as it may stand in a file, in characters of JSON. */
  maxEventChars: 16_384,

  /** What to do in a step, in words. */
  maxInstructionChars: 2_000,
  /** What the moderation says to a whole room at once. */
  maxRoomMessageChars: 500,
  /** Slides and pages of a group that somebody has noted down something for. */
  maxSpeakerNotes: 500,
  /** The plan of a workshop: meetings, steps of one, and how long one may be. */
  maxMeetings: 200,
  /** Of those that were called off and whose day is still to come; calendars strike them out. */
  maxCancelledMeetings: 100,
  maxMeetingCopies: 52,
  maxAgendaSteps: 80,
  maxMeetingMinutes: 3 * 24 * 60,
  maxMeetingBytes: 1024 * 1024,
  /** All of them, as they are stored: the whole plan is read and sent at once. */
  maxPlanBytes: 4 * 1024 * 1024,
  /** Methods of a workshop's own, and what one of them may hold. */
  maxOwnMethods: 100,
  maxStepsOfMethod: 20,
  maxFieldsOfMethod: 24,
  maxKindsOfMethod: 40,
  /** Timer of a step. */
  maxTimerMs: 8 * 60 * 60 * 1000,

  /**
   * Requests of one address before anybody is known: in the long run, at once, and for how long one may have to wait. A
   * full hall that opens its links in the same minute stays below.
   */
  strangersPerSecond: 400,
  strangersBurst: 2_000,
  strangersWaitMs: 5_000,
  /** Wrong passwords, and wrong codes, from one address. */
  guessesPerMinute: 20,
  inviteDefaultDays: 30,
  inviteMaxDays: 366,
  keyDefaultDays: 90,
  keyMaxDays: 366,
  maxKeysPerAccount: 20,
  /**
   * Messages to other systems: how many addresses an account may have, how often one message is tried, how long the other
   * side may take, how many of the last are shown, and for how long what became of them is kept.
   */
  maxWebhooksPerAccount: 20,
  maxWebhookUrlChars: 1_000,
  webhookAttempts: 8,
  webhookAnswerMs: 10_000,
  shownDeliveries: 10,
  deliveryDays: 30,
  /** Cards that a program writes by one request. */
  maxAddedCards: 100,
  maxTagChars: 60,
  maxTagsPerCard: 20,
  sessionDays: 90,
  /** Browsers in which one person is logged in, as an account or as a member; then the longest ago goes. */
  maxSessionsPerPerson: 50,
  setupLinkHours: 24,
  resetLinkMinutes: 60,
} as const
