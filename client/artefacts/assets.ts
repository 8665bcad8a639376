import { addressOf, call } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { UploadedAsset } from '#shared/protocol/api.ts'

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Why an image was not taken; the words are under `artefacts.image`. */
export type UploadFault = 'tooLarge' | 'wrongType' | 'failed'

/** Stores an image with the room; answers with its id. Nothing refers to it until a card does. */
export async function uploadImage(session: RoomSession, file: File): Promise<Result<string, UploadFault>> {
  if (!imageTypes.includes(file.type)) return refused('wrongType')
  if (file.size > limits.maxImageBytes) return refused('tooLarge')
  try {
    const path = { workshopId: session.workshopId, groupId: session.groupId }
    const { id } = await call<UploadedAsset>('uploadAsset', { path, body: file })
    return accepted(id)
  } catch (error) {
    return refused(faultOf(error))
  }
}

function faultOf(error: unknown): UploadFault {
  if (!(error instanceof Problem)) return 'failed'
  if (error.code === 'image_too_large') return 'tooLarge'
  return error.code === 'image_type_unsupported' ? 'wrongType' : 'failed'
}

export function imageAddress(session: RoomSession, assetId: string): string {
  const { workshopId, groupId } = session
  return addressOf('asset', { path: { workshopId, groupId, assetId } })
}
