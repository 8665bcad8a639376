import { useTranslation } from 'react-i18next'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'

type Translate = (key: string, options?: { defaultValue: string }) => string

/** Words for kinds, fields and options. The only place that builds such keys; a test proves that all exist. */
export interface KindTexts {
  label(kind: ArtefactKind): string
  plural(kind: ArtefactKind): string
  /** What it is, for somebody who has never made one. */
  kindHint(kind: ArtefactKind): string
  field(kind: ArtefactKind, field: string): string
  /** Empty where the label says it all. */
  hint(kind: ArtefactKind, field: string): string
  /** What somebody could write; empty where none is given. */
  example(kind: ArtefactKind, field: string): string
  option(kind: ArtefactKind, field: string, option: string): string
  /** The headline, or words for a card that is still empty. */
  nameOf(artefact: Artefact): string
}

export function kindTexts(t: Translate): KindTexts {
  return {
    label: (kind) => t(`kinds.${kind}.label`),
    plural: (kind) => t(`kinds.${kind}.plural`),
    kindHint: (kind) => t(`kinds.${kind}.hint`),
    field: (kind, field) => t(`kinds.${kind}.fields.${field}.label`),
    hint: (kind, field) => t(`kinds.${kind}.fields.${field}.hint`, { defaultValue: '' }),
    example: (kind, field) => t(`kinds.${kind}.fields.${field}.example`, { defaultValue: '' }),
    option: (kind, field, option) => t(`kinds.${kind}.fields.${field}.options.${option}`),
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
  const cut = line.slice(0, maxChars)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxChars / 2)).trimEnd()} …`
}
