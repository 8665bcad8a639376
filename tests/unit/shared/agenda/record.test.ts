import { describe, expect, it } from 'vitest'
import {
  recordChanged,
  recordReleased,
  withoutText,
  type RecordChange,
} from '#shared/agenda/record-change.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { meetingWith } from '#tests/support/agenda.ts'

const mara = { by: 'Mara', at: 1 }
const jana = { by: 'Jana', at: 2 }
const blocks = [{ type: 'paragraph', runs: [{ text: 'Beschlossen.' }] }]
const write = (from: string, to: string): RecordChange => ({
  type: 'editRecord',
  from: { remarks: from },
  to: { remarks: to },
})

function after(meeting: Meeting, change: RecordChange, by = mara): Meeting {
  const result = recordChanged(meeting, change, by)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
function released(meeting: Meeting): Meeting {
  const result = recordReleased(meeting, blocks, mara)
  if (!result.ok) throw new Error('never')
  return result.value
}

describe('minutes', () => {
  const draft = after(meetingWith([]), write('', 'Gut gelaufen'))

  it('are written by several, and nobody wipes out another’s words', () => {
    expect(draft.record?.remarks).toBe('Gut gelaufen')
    expect(recordChanged(draft, write('', 'Anders'), jana)).toEqual({ ok: false, refusal: 'plan_changed' })
    const list: RecordChange = {
      type: 'editRecord',
      from: { attendance: null },
      to: { attendance: ['Imke'] },
    }
    expect(after(draft, list, jana).record).toMatchObject({ remarks: 'Gut gelaufen', attendance: ['Imke'] })
  })

  it('stay once they are released (invariant 1); a second release changes nothing', () => {
    const done = released(draft)
    expect(done.record?.released).toEqual({ ...mara, blocks })
    expect(recordChanged(done, write('Gut gelaufen', 'Besser'), jana)).toEqual({
      ok: false,
      refusal: 'minutes_released',
    })
    expect(recordReleased(done, [], jana)).toEqual({ ok: true, value: done })
  })

  it('are corrected below, with name and time (invariant 2), and not while they are a draft', () => {
    const correction: RecordChange = { type: 'correct', text: 'Es waren drei.' }
    expect(recordChanged(draft, correction, jana)).toEqual({ ok: false, refusal: 'minutes_draft' })
    const corrected = after(released(draft), correction, jana)
    expect(corrected.record?.corrections).toEqual([{ ...jana, text: 'Es waren drei.' }])
    expect(corrected.record?.released?.blocks).toEqual(blocks)
  })

  it('go without their text where meetings are listed', () => {
    expect(withoutText(released(draft)).record?.released).toEqual({ ...mara, blocks: [] })
    expect(withoutText(draft)).toBe(draft)
  })
})
