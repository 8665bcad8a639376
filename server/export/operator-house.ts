import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import {
  houseFormats,
  isHouseColour,
  type HouseFormat,
  type HouseTemplate,
  type OfficeFormat,
} from '#shared/protocol/house-templates.ts'
import type { House } from './house.ts'
import { soundLogo, soundTemplate, type TemplateRefusal } from './incoming/house-template.ts'

/** Names of the files in the folder `vorlagen` of the data folder. */
const operatorFiles = {
  docx: 'briefkopf.docx',
  odt: 'briefkopf.odt',
  pptx: 'folien.pptx',
  pdf: 'logo.png',
} as const satisfies Record<HouseFormat, string>
const COLOUR_FILE = 'farbe.txt'

type Given = Pick<HouseTemplate, 'format' | 'name' | 'colour'>

/** What an operator laid there for all workshops. A file that is refused counts as none; the start of the server says so. */
export class OperatorHouse implements House {
  readonly #folder: string

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'vorlagen')
  }

  async template(format: OfficeFormat): Promise<Uint8Array | null> {
    const sound = await this.#file(format)
    return sound?.ok ? sound.value : null
  }

  async paper() {
    const [logo, colour] = [await this.#file('pdf'), await this.#colour()]
    return { colour: colour?.ok ? colour.value : null, logo: logo?.ok ? logo.value : null }
  }

  /** Which formats have something here that counts. */
  async given(): Promise<Given[]> {
    const { colour, logo } = await this.paper()
    const files = await Promise.all(
      houseFormats.map(async (format) => ({ format, isThere: (await this.#file(format))?.ok === true })),
    )
    return files.flatMap(({ format, isThere }): Given[] => {
      if (format !== 'pdf') return isThere ? [{ format, name: operatorFiles[format], colour: null }] : []
      return logo || colour ? [{ format, name: logo ? operatorFiles.pdf : '', colour }] : []
    })
  }

  /** Files that are there and not taken, with the reason. */
  async refusals(): Promise<{ file: string; reason: TemplateRefusal }[]> {
    const files = await Promise.all(
      houseFormats.map(async (format) => ({ file: operatorFiles[format], read: await this.#file(format) })),
    )
    const all = [...files, { file: COLOUR_FILE, read: await this.#colour() }]
    return all.flatMap(({ file, read }) => (read && !read.ok ? [{ file, reason: read.refusal }] : []))
  }

  async #file(format: HouseFormat): Promise<Result<Uint8Array, TemplateRefusal> | null> {
    const bytes = await this.#read(operatorFiles[format])
    if (bytes === null) return null
    return format === 'pdf' ? soundLogo(bytes) : soundTemplate(bytes, format)
  }

  async #colour(): Promise<Result<string, TemplateRefusal> | null> {
    const bytes = await this.#read(COLOUR_FILE)
    if (bytes === null) return null
    const colour = bytes.toString('utf8').trim().toLowerCase()
    return isHouseColour(colour) ? accepted(colour) : refused('template_colour')
  }

  async #read(name: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.#folder, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }
}
