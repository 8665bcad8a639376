import { FileInput, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { derivableKinds, importedKinds, turnableKinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { kindMenuFor, type KindMenu } from '#shared/kinds/menu.ts'
import { isPhase } from '#shared/workshop/phases.ts'
import type { MenuEntry, MenuItem, MenuSection } from '#client/ui/Menu.tsx'
import type { SelectGroup } from '#client/ui/Select.tsx'
import { KindIcon } from './KindIcon.tsx'
import { useKindTexts } from './kind-texts.ts'

type Choose = (kind: ArtefactKind) => void

/** Entries for a new card: what fits here, then the other kinds under the names of their phases. */
export function useKindEntries(): (menu: KindMenu, choose: Choose) => MenuSection[] {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const phaseName = usePhaseName()
  return (menu, choose) => {
    const item = (kind: ArtefactKind): MenuItem => {
      const imported = importedKinds.includes(kind)
      return {
        id: kind,
        label: imported ? t('room.opens.interview') : texts.label(kind),
        icon: imported ? <FileInput aria-hidden="true" /> : <KindIcon kind={kind} />,
        onSelect: () => choose(kind),
      }
    }
    return sectionsOf(menu, item, {
      id: 'new',
      here: t('artefacts.kindMenu.here'),
      more: (phase) => t('artefacts.kindMenu.more', { phase: phaseName(phase) }),
    })
  }
}

/** The same for a field in which one of the kinds is chosen. */
export function useKindOptions(): (menu: KindMenu) => SelectGroup<ArtefactKind>[] {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const phaseName = usePhaseName()
  const options = (kinds: readonly ArtefactKind[]) =>
    kinds.map((kind) => ({ value: kind, label: texts.label(kind) }))
  return ({ here, more }) => [
    { heading: t('artefacts.kindMenu.here'), options: options(here) },
    ...more.map(({ phase, kinds }) => ({
      heading: t('artefacts.kindMenu.more', { phase: phaseName(phase) }),
      options: options(kinds),
    })),
  ]
}

/** What can become of a card: a new one beside it, or itself another kind. The fitting kinds come first. */
export function useBecoming(): (kind: ArtefactKind, does: { derive: Choose; turn: Choose }) => MenuEntry[] {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const phaseName = usePhaseName()
  return (kind, does) => {
    const derive = (other: ArtefactKind): MenuItem => ({
      id: `derive-${other}`,
      label: t('artefacts.panel.derive', { kind: texts.label(other) }),
      short: texts.label(other),
      icon: <Sprout aria-hidden="true" />,
      onSelect: () => does.derive(other),
    })
    const turn = (other: ArtefactKind): MenuItem => ({
      id: `turn-${other}`,
      label: t('artefacts.panel.turnInto', { kind: texts.label(other) }),
      short: texts.label(other),
      icon: <KindIcon kind={other} />,
      onSelect: () => does.turn(other),
    })
    const derivable = kindMenuFor(kind, derivableKinds(kind))
    const derived = [...derivable.here, ...derivable.more.flatMap(({ kinds }) => kinds)]
    const derivation: MenuSection = {
      id: 'derive',
      heading: t('artefacts.kindMenu.derive'),
      items: derived.map(derive),
    }
    const turned = sectionsOf(kindMenuFor(kind, turnableKinds(kind)), turn, {
      id: 'turn',
      here: t('artefacts.kindMenu.turn'),
      more: (phase) => t('artefacts.kindMenu.turnMore', { phase: phaseName(phase) }),
    })
    return [...(derived.length > 0 ? [derivation] : []), ...turned]
  }
}

function sectionsOf(
  { here, more }: KindMenu,
  item: (kind: ArtefactKind) => MenuItem,
  words: { id: string; here: string; more: (phase: string) => string },
): MenuSection[] {
  const first: MenuSection = { id: words.id, heading: words.here, items: here.map(item) }
  const rest = more.map(({ phase, kinds }) => ({
    id: `${words.id}-${phase}`,
    heading: words.more(phase),
    items: kinds.map(item),
  }))
  return [...(here.length > 0 ? [first] : []), ...rest]
}

function usePhaseName(): (phase: string) => string {
  const { t } = useTranslation()
  return (phase) => (isPhase(phase) ? t(`workshop.phaseShort.${phase}`) : phase)
}
