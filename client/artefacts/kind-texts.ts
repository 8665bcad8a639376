import { useTranslation } from 'react-i18next'
import { kinds, type ArtefactKind } from '#shared/artefacts/kinds.ts'
import { headlineOf, type Artefact } from '#shared/document/artefacts.ts'

type Translate = (key: string) => string

/** Words for kinds, fields and options. The only place that builds such keys; a test proves that all exist. */
export interface KindTexts {
  label(kind: ArtefactKind): string
  plural(kind: ArtefactKind): string
  description(kind: ArtefactKind): string
  field(kind: ArtefactKind, field: string): string
  /** Empty where the label says it all. */
  hint(kind: ArtefactKind, field: string): string
  option(kind: ArtefactKind, field: string, option: string): string
  /** The headline, or words for a card that is still empty. */
  nameOf(artefact: Artefact): string
}

export function kindTexts(t: Translate): KindTexts {
  return {
    label: (kind) => t(`artefacts.${kind}.label`),
    plural: (kind) => t(`artefacts.${kind}.plural`),
    description: (kind) => t(`artefacts.${kind}.description`),
    field: (kind, field) => t(`artefacts.${kind}.fields.${field}.label`),
    hint: (kind, field) => t(`artefacts.${kind}.fields.${field}.hint`),
    option: (kind, field, option) => t(`artefacts.${kind}.fields.${field}.options.${option}`),
    nameOf: (artefact) => headlineOf(artefact) || t(`artefacts.${artefact.kind}.empty`),
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

/** Kinds somebody can begin empty. An interview begins with its text, which never changes afterwards. */
export const writableKinds = (Object.keys(kinds) as ArtefactKind[]).filter((kind) => kind !== 'interview')
