import { Making } from './making.ts'
import type { Material } from './material.ts'
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
