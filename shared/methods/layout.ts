import type { ArtefactKind } from '../kinds/index.ts'
import { COLUMNS } from '../document/fields.ts'
import type { FieldTemplate, Wording } from './method.ts'

/** A field before it has a seat. */
interface UnseatedField {
  key: string
  name: Wording
  takes: readonly ArtefactKind[]
  hint?: Wording
  example?: Wording
  /** Columns it is wide; an equal share of its row where nothing is said. */
  span?: number
  /** Cards side by side; what its width is good for where nothing is said. */
  flow?: number
}

type Pair = readonly [de: string, en: string]

export const words = ([de, en]: Pair): Wording => ({ de, en })

/** Short for a field in the making. */
export function field(
  key: string,
  name: Pair,
  more: Omit<Partial<UnseatedField>, 'key' | 'name' | 'hint' | 'example'> & {
    hint?: Pair
    example?: Pair
  } = {},
): UnseatedField {
  const { hint, example, takes = [], ...rest } = more
  return {
    key,
    name: words(name),
    takes,
    ...(hint && { hint: words(hint) }),
    ...(example && { example: words(example) }),
    ...rest,
  }
}

/** Fields in rows of the sheet, each row filling its twelve columns. */
export function inRows(...rows: readonly (readonly UnseatedField[])[]): FieldTemplate[] {
  return rows.flatMap((fields, row) => {
    let column = 0
    return fields.map(({ span = COLUMNS / fields.length, flow = flowFor(span), ...rest }) => {
      const seated = { ...rest, flow, seat: { row, column, span } }
      column += span
      return seated
    })
  })
}

/** Cards stay wide enough that no word has to break: at least 245 u. */
export function flowFor(span: number): number {
  if (span <= 4) return 1
  if (span <= 6) return 2
  return span <= 8 ? 3 : 4
}

/** Poles of the two axes of a 2×2-Matrix. */
interface Axes {
  top: Pole
  bottom: Pole
  left: Pole
  right: Pole
}

interface Pole {
  key: string
  word: Wording
}

/**
 * Four fields as quadrants, in which cards lie where somebody put them. Their names say both poles, so that a card can
 * be put into one without a mouse and a screen reader says where it lies.
 */
export function quadrants({ top, bottom, left, right }: Axes): FieldTemplate[] {
  return [top, bottom].flatMap((vertical, row) =>
    [left, right].map((across, side) => ({
      key: `${vertical.key}-${across.key}`,
      name: {
        de: `${vertical.word.de} · ${across.word.de}`,
        en: `${vertical.word.en} · ${across.word.en}`,
      },
      seat: { row, column: (side * COLUMNS) / 2, span: COLUMNS / 2 },
      flow: null,
      takes: [],
    })),
  )
}
