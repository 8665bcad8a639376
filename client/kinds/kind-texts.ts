import { useTranslation } from 'react-i18next'
import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'

type Translate = (key: string, options?: { defaultValue: string }) => string

/** Words of one field, with those of its options at hand. */
export interface FieldWords {
  label: string
  /** Empty where the label says it all. */
  hint: string
  /** What somebody could write; empty where none is given. */
  example: string
  option: (option: string) => string
}

/** Words for kinds, fields and options. The only place that builds such keys; a test proves that all exist. */
export interface KindTexts {
  label(kind: ArtefactKind): string
  plural(kind: ArtefactKind): string
  /** The one or the other, behind a number of them. */
  counted(kind: ArtefactKind, count: number): string
  /** What it is, for somebody who has never made one. */
  kindHint(kind: ArtefactKind): string
  /** On the button that takes one down in a line, and once it is. */
  keep(kind: ArtefactKind): string
  kept(kind: ArtefactKind): string
  field(kind: ArtefactKind, field: string): string
  /** Empty where the label says it all. */
  hint(kind: ArtefactKind, field: string): string
  /** What somebody could write; empty where none is given. */
  example(kind: ArtefactKind, field: string): string
  option(kind: ArtefactKind, field: string, option: string): string
  fieldWords(kind: ArtefactKind, field: string): FieldWords
  /** What one item of a field is called ("Schritt"). */
  item(kind: ArtefactKind, field: string): string
  /** Words of a field that an item has. */
  itemFieldWords(kind: ArtefactKind, field: string, inner: string): FieldWords
  /** Words for a cell in which an item may lie. */
  cell(kind: ArtefactKind, field: string, cell: string): string
  /** The headline, or words for a card that is still empty. */
  nameOf(artefact: Artefact): string
}

export function kindTexts(t: Translate): KindTexts {
  const optional = (key: string) => t(key, { defaultValue: '' })
  const fieldAt = (kind: ArtefactKind, path: string) => {
    const key = `kinds.${kind}.fields.${path}`
    return {
      label: () => t(`${key}.label`),
      hint: () => optional(`${key}.hint`),
      example: () => optional(`${key}.example`),
      option: (option: string) => t(`${key}.options.${option}`),
      item: () => t(`${key}.item`),
      cell: (cell: string) => t(`${key}.cells.${cell}`),
    }
  }
  const wordsAt = (kind: ArtefactKind, path: string): FieldWords => {
    const at = fieldAt(kind, path)
    return { label: at.label(), hint: at.hint(), example: at.example(), option: at.option }
  }
  return {
    label: (kind) => t(`kinds.${kind}.label`),
    plural: (kind) => t(`kinds.${kind}.plural`),
    counted: (kind, count) => t(`kinds.${kind}.${count === 1 ? 'label' : 'plural'}`),
    kindHint: (kind) => t(`kinds.${kind}.hint`),
    keep: (kind) => t(`kinds.${kind}.captured.keep`),
    kept: (kind) => t(`kinds.${kind}.captured.kept`),
    field: (kind, field) => fieldAt(kind, field).label(),
    hint: (kind, field) => fieldAt(kind, field).hint(),
    example: (kind, field) => fieldAt(kind, field).example(),
    option: (kind, field, option) => fieldAt(kind, field).option(option),
    fieldWords: wordsAt,
    item: (kind, field) => fieldAt(kind, field).item(),
    itemFieldWords: (kind, field, inner) => wordsAt(kind, `${field}.fields.${inner}`),
    cell: (kind, field, cell) => fieldAt(kind, field).cell(cell),
    nameOf: (artefact) => headlineOf(artefact) || t(`kinds.${artefact.kind}.empty`),
  }
}

export function useKindTexts(): KindTexts {
  const { t } = useTranslation()
  // Keys are composed of kind and field here; the compiler checks only those written out.
  return kindTexts(t as unknown as Translate)
}

/** A name short enough for a sentence, cut between words. */
export function shortName(name: string, maxChars = 60): string {
  const line = name.replace(/\s+/g, ' ').trim()
  if (line.length <= maxChars) return line
  const cut = cutBetweenCharacters(line, maxChars)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxChars / 2)).trimEnd()} …`
}
