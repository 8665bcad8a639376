import { useFacilitation, usePages, useRoom } from '#client/room-context/room-context.ts'
import { useCommand } from '#client/room-context/use-command.ts'
import type { Meeting, PlannedStep } from '#shared/agenda/meeting.ts'
import { stepToRun } from '#shared/agenda/starting.ts'
import type { Step } from '#shared/facilitation/step/step.ts'

type Move = 'startStep' | 'nextStep' | 'backStep' | 'skipStep'

/** What can be done with the agenda of a meeting in this room. */
interface Running {
  /** Id of the step that runs, of whatever meeting. */
  stepId: string | null
  canUndo: boolean
  go: (move: Move, planned: PlannedStep) => Promise<boolean>
  /** A step that runs, as it reads now. */
  change: (planned: PlannedStep) => Promise<boolean>
  end: () => Promise<boolean>
  undo: () => Promise<boolean>
}

export function useRunning(meeting: Pick<Meeting, 'steps'>): Running {
  const { view } = useRoom()
  const pages = usePages()
  const send = useCommand()
  const state = useFacilitation((facilitation) => facilitation.state)
  const me = useFacilitation((facilitation) => facilitation.me)
  const stepId = state?.step.running?.step.id ?? null

  const inRoom = (planned: PlannedStep, pageId: string): Step | null => {
    if (!state || !me) return null
    // A page that a plan names may be gone, or be one of another group.
    const isHere = pages.some(({ id }) => id === planned.pageId)
    const setting = {
      phase: state.place.phase,
      pageId,
      phaseOf: (id: string) => pages.find((page) => page.id === id)?.phase ?? null,
      by: me.memberId,
    }
    const number = meeting.steps.findIndex(({ id }) => id === planned.id) + 1
    const position = number > 0 ? { number, count: meeting.steps.length } : undefined
    return { ...stepToRun(isHere ? planned : { ...planned, pageId: null }, setting), position }
  }

  return {
    stepId,
    canUndo: state?.step.canUndo ?? false,
    go: async (type, planned) => {
      const step = inRoom(planned, state?.place.pageId ?? '')
      if (!step) return false
      // The own view goes first: then nobody has to be brought along to where they already are.
      view.setState({ pageId: step.pageId, focusShapeId: null, broughtFrom: null })
      return send({ type, from: stepId, step })
    },
    change: async (planned) => {
      const running = state?.step.running?.step
      const step = running && inRoom(planned, running.pageId)
      return step ? send({ type: 'changeStep', step: { ...step, mode: sameMode(running, step) } }) : false
    },
    end: async () => (stepId ? send({ type: 'endStep', stepId }) : false),
    undo: async () => (stepId ? send({ type: 'undoStep', stepId }) : false),
  }
}

/** Whoever presents goes on presenting, whoever corrects a title. */
function sameMode(running: Step, next: Step): Step['mode'] {
  return running.mode.type === next.mode.type && next.mode.type === 'present' ? running.mode : next.mode
}
