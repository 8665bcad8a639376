import type { DocumentTree } from '#shared/report/tree.ts'
import { participantsAmong } from '#shared/report/participants.ts'
import { Making } from './making.ts'
import type { GroupMaterial, Material } from './material.ts'
import { workshopFileOf } from './workshop-file.ts'
import { jsonOf } from './write-json.ts'
import type { Written, WriteSettings } from './write-settings.ts'

/** Where a file goes. */
interface Target {
  write: (bytes: Uint8Array) => void
  /** For what has to lie on the disk meanwhile. */
  folder: string
}

const encoder = new TextEncoder()

/** Writes one file, piece by piece where a format allows it. Null, with nothing written, where its page is gone. */
export async function writeFile(
  material: Material,
  settings: WriteSettings,
  target: Target,
): Promise<Written | null> {
  if (settings.content === 'data') {
    const file = workshopFileOf(material, settings)
    for await (const text of jsonOf(file, material)) target.write(encoder.encode(text))
    const names = material.scope === 'group' ? file.groups.map(({ name }) => name) : []
    return { isReduced: file.contents.isReduced === true, titles: [file.workshop.title, ...names] }
  }
  const making = new Making(material, settings, target.folder)
  if (settings.content === 'pictures' && !making.hasPage(settings.pageId)) return null
  await making.written(settings, target.write)
  const { title, groups, notice } = making.report
  const names = material.scope === 'group' ? groups.map(({ name }) => name) : []
  const page = settings.pageId === null ? [] : [making.nameOfPage(settings.pageId)]
  return { isReduced: notice !== null, titles: [title, ...names, ...page] }
}

/** The minutes of a meeting as a document that knows no format, of the groups that it concerned. */
export function minutesOf(whole: Material, settings: WriteSettings): DocumentTree {
  const meeting = whole.meetings.find(({ id }) => id === settings.meetingId)
  const concerns = ({ group }: GroupMaterial) =>
    !meeting || meeting.groupIds === 'all' || meeting.groupIds.includes(group.id)
  const groups = whole.groups.filter(concerns)
  const beside = whole.groups.filter((group) => !groups.includes(group)).map(({ updates }) => updates)
  const material: Material = { ...whole, groups, beside: [...whole.beside, ...beside] }
  const members = groups.flatMap(({ group }) =>
    participantsAmong(material.members, group.kind === 'plenum' ? null : group.id),
  )
  return new Making(material, settings, '').minutes([...new Set(members)])
}
