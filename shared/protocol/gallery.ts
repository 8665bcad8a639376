import { z } from 'zod'
import type { ArtefactId, GroupId, InterestId, ProfileId } from '../base/ids.ts'
import type { InterestFacts } from '../gallery/interest.ts'
import type { Concern } from '../gallery/concerns.ts'

/** Whether profiles of the workshop may be published at all; closing withdraws all that are. */
export const openGalleryRequest = z.object({ open: z.boolean() })

/** In which language fields are called; without it the workshop's. */
export const galleryQuery = z.object({ lang: z.enum(['de', 'en']).optional() })

/** By what was previewed: a card that was changed since is not published unseen. */
export const publishProfileRequest = z.object({ digest: z.string().regex(/^[0-9a-f]{32}$/) })

/** A solution profile that lies on a sheet, and how it stands in the gallery. */
export interface ProfileInGallery {
  groupId: GroupId
  artefactId: ArtefactId
  /** Whether a moderator let it out of the group. Until then nothing of it is told here. */
  released: boolean
  name: string
  /** Exactly what becomes public if it is published now: what is empty is not there. */
  shown: { label: string; text: string }[]
  /** A person or an office among it, whose consent is asked about. */
  namesContact: boolean
  /** Who else seems to be named in it, outside the contact: to be agreed to one by one. A bare name is not found. */
  persons: string[]
  /** Names what is shown, to be sent back with the wish to publish it. */
  digest: string
  /** What has to be put right in the card before, and what the field is called. */
  concerns: (Concern & { label: string })[]
  /** Where and since when it is public; null: it is not. */
  published: PublishedNow | null
}

interface PublishedNow {
  id: ProfileId
  publishedAt: number
  /** Whether the card says something else by now than everybody reads. */
  isOutdated: boolean
}

/** GET /workshops/:workshopId/gallery; also the answer of what changes it. */
export interface GalleryView {
  /** Since when profiles of this workshop may be published; null: they may not. */
  openedAt: number | null
  profiles: ProfileInGallery[]
}

/** GET /workshops/:workshopId/interests answers with a list, oldest first. */
export interface InterestView {
  id: InterestId
  groupId: GroupId
  /** What the solution was called when they read it. */
  solution: string
  sentAt: number
  /** When they showed that the mail address is theirs; null: nobody asked, because the server sends no mail. */
  confirmedAt: number | null
  facts: InterestFacts
}
