import { addressOf, call, Unreachable } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { UploadedAsset } from '#shared/protocol/api.ts'
import { upright } from './upright.ts'

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Why an image was not taken; the words are under `artefacts.image`. */
export type UploadFault =
  'tooLarge' | 'refusedSize' | 'tooDetailed' | 'unreadable' | 'full' | 'wrongType' | 'offline' | 'failed'

/** From when on people are told that the space for images comes to its end. */
const LITTLE_SPACE_BYTES = limits.maxImageBytesPerGroup / 5

interface Upload {
  id: string
  /** Megabytes that are left for images of this group, where they are few. */
  fewMb: number | null
}

/** Stores an image with the room. Nothing refers to it until a card does. */
export async function uploadImage(session: RoomSession, file: File): Promise<Result<Upload, UploadFault>> {
  if (!imageTypes.includes(file.type)) return refused('wrongType')
  if (file.size > limits.maxImageBytes) return refused('tooLarge')
  try {
    const path = { workshopId: session.workshopId, groupId: session.groupId }
    const { id, leftBytes } = await call<UploadedAsset>('uploadAsset', { path, body: await upright(file) })
    const isLittle = leftBytes < LITTLE_SPACE_BYTES
    return accepted({ id, fewMb: isLittle ? Math.floor(leftBytes / 1024 / 1024) : null })
  } catch (error) {
    return refused(faultOf(error))
  }
}

const faults: Partial<Record<ErrorCode, UploadFault>> = {
  image_too_large: 'tooLarge',
  image_too_detailed: 'tooDetailed',
  image_unreadable: 'unreadable',
  images_full: 'full',
  image_type_unsupported: 'wrongType',
  // A proxy before the server, which has a limit of its own
  request_too_large: 'refusedSize',
}

function faultOf(error: unknown): UploadFault {
  if (error instanceof Unreachable) return 'offline'
  if (!(error instanceof Problem)) return 'failed'
  return faults[error.code] ?? 'failed'
}

export function imageAddress(session: RoomSession, assetId: string): string {
  const { workshopId, groupId } = session
  return addressOf('asset', { path: { workshopId, groupId, assetId } })
}
