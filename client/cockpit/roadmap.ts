import { useTranslation } from 'react-i18next'
import { writtenDay } from '#client/app/dates.ts'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { fieldsOf, kindNames, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { roadmapPicture } from '#shared/picture/roadmap-picture.ts'
import type { CockpitGroup } from '#shared/protocol/cockpit.ts'
import { byDay } from './days.ts'
import { ofAll, type InGroup, type SeenGroup } from './groups.ts'
import { useThingTitle } from './ThingsDialog.tsx'

type RoadmapThing = CockpitGroup['roadmap'][number]

/** What all groups plan, in words. */
export interface Roadmap {
  columns: string[]
  /** By day over all groups; what has none comes last. */
  rows: (InGroup<RoadmapThing> & { cells: string[] })[]
  picture: ReturnType<typeof roadmapPicture>
}

export function useRoadmap(groups: readonly SeenGroup[]): Roadmap {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  const titleOf = useThingTitle()
  const dayWords = (day: string | null) => (day === null ? '' : writtenDay(day, i18n.language))
  const steps = stepsInOrder()
  const stepWords = ({ kind, step }: { kind: ArtefactKind; step: string }) =>
    texts.option(kind, traitsOf(kind).milestone!.step, step)
  const all = ofAll(groups, (standing) => standing.roadmap).sort((a, b) => byDay(a.item, b.item))
  return {
    columns: (['day', 'what', 'group', 'step', 'who', 'state'] as const).map((column) =>
      t(`cockpit.roadmap.columns.${column}`),
    ),
    rows: all.map(({ group, item }) => ({
      group,
      item,
      cells: [
        dayWords(item.day),
        titleOf(item),
        group.name,
        stepWords(item),
        item.bodies.join(', '),
        t(item.isDone ? 'cockpit.roadmap.done' : 'cockpit.roadmap.open'),
      ],
    })),
    picture: roadmapPicture({
      title: t('cockpit.roadmap.title'),
      steps: steps.map(stepWords),
      groups: groups
        .filter(({ standing }) => standing.roadmap.length > 0)
        .map(({ group, standing }) => ({
          name: group.name,
          milestones: standing.roadmap.map((item) => ({
            title: titleOf(item),
            day: dayWords(item.day),
            step: steps.findIndex(({ step }) => step === item.step),
            isDone: item.isDone,
          })),
        })),
      doneMark: '✓',
      fontFamily: "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif",
    }),
  }
}

/** The steps of the kind that stands on roadmaps. */
function stepsInOrder(): { kind: ArtefactKind; step: string }[] {
  return kindNames.flatMap((kind) => {
    const rule = traitsOf(kind).milestone
    const spec = rule && fieldsOf(kind)[rule.step]
    return spec?.type === 'choice' ? spec.options.map((step) => ({ kind, step })) : []
  })
}
