// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCard, type PlacedCard } from '#client/artefacts/card-actions.ts'
import { CardPanel } from '#client/artefacts/CardPanel.tsx'
import { addState } from '#client/kinds/interview/add-state.ts'
import { InterviewImport } from '#client/kinds/interview/InterviewImport.tsx'
import { InterviewReader } from '#client/kinds/interview/InterviewReader.tsx'
import { quotePassage } from '#client/kinds/interview/quote-passage.ts'
import { toasts } from '#client/ui/toasts.ts'
import { limits } from '#shared/base/limits.ts'
import { releaseState } from '#shared/consent/release-decisions.ts'
import { readArtefact, setField, textOf } from '#shared/document/artefacts.ts'
import { currentTranscript } from '#shared/evidence/transcripts.ts'
import { layPages, memorySession, type MemorySession } from '#tests/support/room-session.ts'
import { show } from '#tests/support/view.tsx'

const transcript = 'Frage eins?\n\nDas dauert zu lange. Niemand weiß, wer hilft!\nUnd dann wird gedruckt.'

let session: MemorySession
const onClose = vi.fn()
const onOpenArtefact = vi.fn<(id: string) => void>()

beforeEach(() => {
  vi.clearAllMocks()
  session = memorySession({ pageId: 'page:two' })
  layPages(session.roots)
})
afterEach(() => {
  cleanup()
  session.destroy()
})

const interview = () =>
  createCard(session, {
    kind: 'interview',
    parentId: 'page:one',
    fields: { title: 'Hauptamt', transcript, function: 'Amtsleitung' },
  })!
const read = (id: string) => readArtefact(session.roots.artefacts, id)!
const quotes = () =>
  [...session.roots.artefacts.keys()].map(read).filter((artefact) => artefact.kind === 'quote')
const reader = (interviewId: string, focusQuoteId?: string) =>
  show(
    <InterviewReader
      {...{ session, interviewId, onClose, onOpenArtefact }}
      {...(focusQuoteId && { focusQuoteId })}
    />,
  )
const mark = () => fireEvent.click(screen.getByRole('button', { name: 'Als O-Ton markieren' }))
/** Selects from the first to behind the last occurrence, as a mouse would. */
const select = (first: string, last: string) =>
  act(() => {
    const at = (needle: string) => {
      const walker = document.createTreeWalker(
        document.querySelector('[aria-label="Text des Interviews"]')!,
        4,
      )
      while (walker.nextNode()) {
        const offset = walker.currentNode.textContent!.indexOf(needle)
        if (offset !== -1) return { node: walker.currentNode, offset }
      }
      throw new Error(`not in the text: ${needle}`)
    }
    const [from, to] = [at(first), at(last)]
    document.getSelection()!.setBaseAndExtent(from.node, from.offset, to.node, to.offset + last.length)
    document.dispatchEvent(new Event('selectionchange'))
  })

describe('reading an interview in', () => {
  const importing = (onImported = vi.fn<(card: PlacedCard) => void>()) => {
    show(<InterviewImport {...{ session, onClose, onImported }} open />)
    return onImported
  }

  it('makes a card on the page prepared for interviews, with the text as it is', () => {
    const onImported = importing()
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: transcript } })
    fireEvent.change(screen.getByLabelText(/Funktion/), { target: { value: 'Amtsleitung' } })
    fireEvent.change(screen.getByLabelText('Dauer in Minuten'), { target: { value: '45' } })
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    const card = onImported.mock.calls[0]![0]
    expect(read(card.artefactId)).toMatchObject({
      phase: 'preparation',
      fields: { transcript, title: 'Frage eins?', function: 'Amtsleitung', minutes: 45, consent: 'unknown' },
    })
    expect(session.roots.board.get(card.shapeId)!.get('parentId')).toBe('page:one')
  })

  it('takes a file and says what is wrong with one that is no text', async () => {
    importing()
    const choose = screen.getByLabelText('Datei auswählen')
    const file = (content: string, name: string) =>
      act(async () => {
        fireEvent.change(choose, { target: { files: [new File([content], name)] } })
        await new Promise((resolve) => setImmediate(resolve))
      })
    await file('PK\u0003\u0004', 'gespräch.txt')
    expect((await screen.findByRole('alert')).textContent).toContain('kein einfacher Text')
    await file('Gespräch im Bürgerbüro\nText', 'gespräch.txt')
    expect(await screen.findByDisplayValue('Gespräch im Bürgerbüro')).toBeTruthy()
  })

  it('asks for a title and for a text', () => {
    importing()
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    expect(screen.getByRole('alert').textContent).toContain('leer')
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: transcript } })
    fireEvent.change(screen.getByLabelText('Titel'), { target: { value: ' ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    expect(screen.getByRole('alert').textContent).toContain('Titel')
    expect(onClose).not.toHaveBeenCalled()
  })
})

describe('marking passages', () => {
  it('makes the exact words a quote with their place, also across paragraphs', () => {
    const { artefactId } = interview()
    reader(artefactId)
    select('Niemand', 'Und dann')
    mark()
    const [quote] = quotes()
    const start = transcript.indexOf('Niemand')
    const end = transcript.indexOf('Und dann') + 'Und dann'.length
    expect(quote).toMatchObject({
      links: [{ type: 'derivedFrom', to: artefactId }],
      fields: {
        wording: transcript.slice(start, end),
        pseudonym: 'Amtsleitung',
        rendering: 'verbatim',
        source: { interviewId: artefactId, start, end },
      },
    })
  })

  it('takes cut words whole by mouse, and every letter exactly while the shift key is held', () => {
    const { artefactId } = interview()
    reader(artefactId)
    select('uert zu', 'iemand weiß')
    mark()
    fireEvent.pointerDown(document.body, { shiftKey: true })
    select('uert zu', 'iemand weiß')
    mark()
    expect(quotes().map(({ fields }) => fields.wording)).toEqual([
      'dauert zu lange. Niemand weiß',
      'uert zu lange. Niemand weiß',
    ])
  })

  it('counts characters rightly where a quote is marked already', () => {
    const { artefactId } = interview()
    reader(artefactId)
    select('dauert', 'lange')
    mark()
    select('zu lange', 'weiß')
    mark()
    expect(quotes().map(({ fields }) => fields.wording)).toEqual([
      'dauert zu lange',
      'zu lange. Niemand weiß',
    ])
    expect(document.querySelector('[data-depth=many]')!.textContent).toBe('zu lange')
  })

  it('works by keyboard alone, sentence by sentence', () => {
    const { artefactId } = interview()
    reader(artefactId)
    fireEvent.click(screen.getByRole('button', { name: 'Sätze mit der Tastatur wählen' }))
    const text = screen.getByRole('application')
    expect(document.activeElement).toBe(text)
    fireEvent.keyDown(text, { key: 'ArrowDown' })
    fireEvent.keyDown(text, { key: 'ArrowDown', shiftKey: true })
    expect(screen.getByText(/^Ausgewählt:/).textContent).toContain(
      'Das dauert zu lange. Niemand weiß, wer hilft!',
    )
    fireEvent.keyDown(text, { key: 'Enter' })
    expect(quotes()[0]!.fields.wording).toBe('Das dauert zu lange. Niemand weiß, wer hilft!')
  })

  it('offers nothing while writing is not allowed', () => {
    const { artefactId } = interview()
    session.facilitation.setState({ mayWrite: false })
    reader(artefactId)
    expect(screen.queryByRole('button', { name: 'Als O-Ton markieren' })).toBe(null)
  })
})

describe('what a protocol offers by itself', () => {
  const report = 'Sie sagt: „Das dauert viel zu lange.“ Es fehle an Leuten.'
  const reported = () =>
    createCard(session, {
      kind: 'interview',
      parentId: 'page:one',
      fields: { title: 'Hauptamt', transcript: report, strong: `${report.indexOf('Es')}-${report.length}` },
    })!

  it('becomes a quote only when somebody takes it, verbatim or as a report', () => {
    const { artefactId } = reported()
    reader(artefactId)
    expect(document.querySelector('strong')!.textContent).toBe('Es fehle an Leuten.')
    expect(quotes()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /^Als O-Ton übernehmen: Das dauert/ }))
    fireEvent.click(screen.getByRole('button', { name: /^Vorschlag weglassen: Es fehle/ }))
    expect(quotes().map(({ fields }) => [fields.wording, fields.rendering])).toEqual([
      ['Das dauert viel zu lange.', 'verbatim'],
    ])
    expect(screen.queryByText('Vorschläge (1)')).toBe(null)
  })

  it('is told apart where somebody marks it: words in marks are verbatim, the rest is a report', () => {
    const { artefactId } = reported()
    reader(artefactId)
    select('Es fehle', 'Leuten')
    expect(screen.getByLabelText<HTMLSelectElement>('Wiedergabe').value).toBe('paraphrased')
    fireEvent.change(screen.getByLabelText('Themen'), { target: { value: 'Personal, Zeit' } })
    mark()
    expect(quotes()[0]!.fields).toMatchObject({ rendering: 'paraphrased', topic: 'Personal, Zeit' })
    fireEvent.change(screen.getByLabelText('Thema'), { target: { value: 'Zeit' } })
    expect(screen.getByText('O-Töne aus diesem Interview (1)')).toBeTruthy()
  })
})

describe('a text that is corrected', () => {
  const correct = (text: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Text berichtigen' }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Text des Interviews' }), {
      target: { value: text },
    })
  }

  it('becomes another version, in which quotes are found again and lost ones say so', () => {
    const { artefactId } = interview()
    const at = (words: string) => ({
      start: transcript.indexOf(words),
      end: transcript.indexOf(words) + words.length,
    })
    quotePassage(session, read(artefactId), at('Niemand weiß, wer hilft!\nUnd dann wird gedruckt.'))
    quotePassage(session, read(artefactId), at('Frage eins'))
    reader(artefactId)
    correct(transcript.replace('Frage eins?', 'Eine andere Frage!'))
    expect(screen.getByText('O-Töne wiedergefunden: 1, verwaist: 1.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Fassung speichern' }))
    expect(read(artefactId).fields.transcript).toBe(transcript)
    expect(screen.getByText(/^verwaist/)).toBeTruthy()
    expect(document.querySelector('[data-quotes]')!.textContent).toContain('Niemand weiß')
    const version = screen.getByLabelText<HTMLSelectElement>('Fassung')
    fireEvent.change(version, { target: { value: 'first' } })
    expect(screen.queryByText(/^verwaist/)).toBe(null)
    expect(screen.queryByRole('button', { name: 'Als O-Ton markieren' })).toBe(null)
  })

  it('leaves quotes without a certain place out when many are released, unless somebody wants them too', () => {
    const { artefactId } = interview()
    session.edit(({ artefacts }) => setField(artefacts, artefactId, 'consent', 'given'))
    const { me } = session.facilitation.getState()
    session.facilitation.setState({ me: { ...me!, role: 'moderator' } })
    const quoted = (words: string) => {
      const start = transcript.indexOf(words)
      return quotePassage(session, read(artefactId), { start, end: start + words.length })!.artefactId
    }
    const [found, lost] = [quoted('Niemand weiß, wer hilft!'), quoted('Frage eins')]
    addState(session, read(artefactId), transcript.replace('Frage eins?', 'Eine andere Frage!'))
    reader(artefactId)
    const releaseAll = () => {
      fireEvent.click(screen.getByRole('button', { name: /^(Einen|Alle) .* freigeben$/ }))
      const asked = within(screen.getByRole('dialog', { name: 'Stelle nicht sicher gefunden' }))
      return () => fireEvent.click(asked.getByRole('button', { name: 'Freigeben' }))
    }
    releaseAll()()
    expect([found, lost].map((id) => releaseState(read(id)))).toEqual(['open', 'closed'])
    releaseAll()()
    expect(releaseState(read(lost))).toBe('open')
  })
})

describe('an interview whose text was corrected as often as may be', () => {
  const full = () => {
    const { artefactId } = interview()
    for (let n = 0; n < limits.maxRevisions; n++) addState(session, read(artefactId), `${transcript} ${n}`)
    return read(artefactId)
  }
  const tooMany = 'Mehr als 20 Fassungen sind nicht möglich.'

  it('keeps the pasted protocol in front of whoever supplies one, and says why', () => {
    show(<InterviewImport {...{ session, onClose }} supplying={full()} open />)
    const field = screen.getByLabelText('Text des Interviews')
    fireEvent.change(field, { target: { value: 'Ganz anders.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    expect(screen.getByText(tooMany)).toBeTruthy()
    expect(field).toHaveProperty('value', 'Ganz anders.')
    expect(onClose).not.toHaveBeenCalled()
  })

  it('keeps the correction in front of whoever wrote it, and says why', () => {
    reader(full().id)
    fireEvent.click(screen.getByRole('button', { name: 'Text berichtigen' }))
    const field = screen.getByRole('textbox', { name: 'Text des Interviews' })
    fireEvent.change(field, { target: { value: 'Ganz anders.' } })
    fireEvent.click(screen.getByRole('button', { name: 'Fassung speichern' }))
    expect(screen.getByText(tooMany)).toBeTruthy()
    expect(field).toHaveProperty('value', 'Ganz anders.')
  })
})

describe('words that stay inside', () => {
  it('are marked wherever they stand, and lifted by moderators alone', () => {
    const { artefactId } = interview()
    reader(artefactId)
    select('dauert', 'dauert')
    fireEvent.click(screen.getByRole('button', { name: 'Schwärzen' }))
    expect(document.querySelector('[data-mark~=redacted]')!.textContent).toBe('dauert')
    expect(screen.queryByRole('button', { name: /^Schwärzung aufheben/ })).toBe(null)
    cleanup()
    const { me } = session.facilitation.getState()
    session.facilitation.setState({ me: { ...me!, role: 'moderator' } })
    reader(artefactId)
    fireEvent.click(screen.getByRole('button', { name: /^Schwärzung aufheben/ }))
    expect(document.querySelector('[data-mark~=redacted]')).toBe(null)
  })

  it('may be names, which are offered and can be called harmless', () => {
    const { artefactId } = createCard(session, {
      kind: 'interview',
      parentId: 'page:one',
      fields: { title: 'Hauptamt', transcript: 'Frau Lüders und Herr Meyer waren da.' },
    })!
    reader(artefactId)
    const row = (name: string) => within(screen.getByText(name).closest('li')!)
    fireEvent.click(row('Lüders').getByRole('button', { name: 'Schwärzen' }))
    fireEvent.click(row('Meyer').getByRole('button', { name: 'Unbedenklich' }))
    expect(screen.queryByText(/Namen? steh/)).toBe(null)
    expect(document.querySelector('[data-mark~=redacted]')!.textContent).toBe('Lüders')
  })
})

describe('a file with several interviews', () => {
  it('is shown in parts, of which cards are made in one step', () => {
    show(<InterviewImport {...{ session, onClose }} open />)
    const text =
      '- Aue\n- Moor\n- Peters\n\nInterview 1 (Aue, 2.3.2026)\n\nEs **dauert sehr lange hier.**\n\nInterview 2 (Moor)\n\nGut.'
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Aufteilen und prüfen' }))
    expect(screen.getByLabelText<HTMLInputElement>(/^„Peters“/).checked).toBe(true)
    fireEvent.change(screen.getByLabelText('Einwilligung'), { target: { value: 'given' } })
    fireEvent.change(screen.getByLabelText('Was wurde zugesagt?'), { target: { value: 'place' } })
    fireEvent.click(screen.getByRole('button', { name: '2 Gespräche einlesen' }))
    const made = [...session.roots.artefacts.keys()].map(read)
    expect(made.map(({ kind, fields }) => [kind, fields.title, fields.municipality, fields.date])).toEqual([
      ['document', expect.anything(), undefined, undefined],
      ['interview', 'Interview 1 (Aue, 2.3.2026)', 'Aue', '2026-03-02'],
      ['interview', 'Interview 2 (Moor)', 'Moor', null],
      ['interview', 'Peters', 'Peters', null],
    ])
    const [, one] = made
    expect(one!.fields).toMatchObject({ number: 1, consent: 'given', anonymity: 'place' })
    expect(String(one!.fields.transcript)).toContain('Es dauert sehr lange hier.')
    expect(one!.fields.strong).not.toBe('')
  })

  it('is divided by hand where nobody could see that there are several, and taken together again', () => {
    show(<InterviewImport {...{ session, onClose }} open />)
    const text = 'Bürgerbüro\n\nEs dauert.\n\nBauamt, Stadt Aue\n\nEs geht.\n\nKämmerei\n\nGut.'
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Mehrere Interviews? Von Hand teilen' }))
    const openSplit = (index: number) => {
      const details = screen.getAllByText('Teilen oder verbinden')[index]!.closest('details')!
      details.open = true
      fireEvent(details, new Event('toggle'))
    }
    openSplit(0)
    fireEvent.click(screen.getByRole('button', { name: 'Hier teilen: Bauamt, Stadt Aue' }))
    // Reading goes on where the new part begins, or where both have become one
    const focused = () => within(document.activeElement as HTMLElement).getByLabelText('Titel')
    expect(focused()).toHaveProperty('value', 'Bauamt, Stadt Aue')
    openSplit(1)
    fireEvent.click(screen.getByRole('button', { name: 'Hier teilen: Kämmerei' }))
    expect(focused()).toHaveProperty('value', 'Kämmerei')
    expect(screen.getByText('Geteilt: jetzt 3 Teile.')).toBeTruthy()
    openSplit(2)
    fireEvent.click(screen.getAllByRole('button', { name: 'Mit dem Teil davor verbinden' }).at(-1)!)
    expect(focused()).toHaveProperty('value', 'Bauamt, Stadt Aue')
    fireEvent.click(screen.getByRole('button', { name: '2 Gespräche einlesen' }))
    const made = [...session.roots.artefacts.keys()].map(read)
    expect(
      made.map(({ kind, fields }) => [kind, fields.title, fields.municipality, fields.transcript]),
    ).toEqual([
      ['interview', 'Bürgerbüro', '', 'Bürgerbüro\n\nEs dauert.'],
      ['interview', 'Bauamt, Stadt Aue', 'Stadt Aue', 'Bauamt, Stadt Aue\n\nEs geht.\n\nKämmerei\n\nGut.'],
    ])
  })
})

describe('a protocol that is here already', () => {
  const file = '- Aue\n- Moor\n- Peters\n\nInterview 1 (Aue)\n\nEs **dauert**.\n\nInterview 2 (Moor)\n\nGut.'
  const divideFile = (text: string) => {
    show(<InterviewImport {...{ session, onClose }} open />)
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: text } })
    fireEvent.click(screen.getByRole('button', { name: 'Aufteilen und prüfen' }))
  }
  const kindsOfParts = () =>
    screen.getAllByLabelText<HTMLSelectElement>('Was ist das?').map(({ value }) => value)

  it('is not read in again by the same file, nor is what it lacks, unless somebody wants so', () => {
    divideFile(file)
    fireEvent.click(screen.getByRole('button', { name: '2 Gespräche einlesen' }))
    expect(session.roots.artefacts.size).toBe(4)
    cleanup()
    divideFile(file.replaceAll('\n\n', '\n\n\n'))
    expect(screen.getByText('Alles aus dieser Datei gibt es hier schon.', { exact: false })).toBeTruthy()
    expect(kindsOfParts()).toEqual(['nothing', 'nothing', 'nothing'])
    expect(screen.getByLabelText<HTMLInputElement>(/^„Peters“/).checked).toBe(false)
    fireEvent.change(screen.getAllByLabelText('Was ist das?')[1]!, { target: { value: 'interview' } })
    fireEvent.click(screen.getByRole('button', { name: '1 Gespräch einlesen' }))
    expect(session.roots.artefacts.size).toBe(5)
  })

  it('is left out beside what is new, and told of where it is all there is', () => {
    const { artefactId } = createCard(session, {
      kind: 'interview',
      parentId: 'page:one',
      fields: { title: 'Aue', transcript: 'Interview 1 (Aue)\n\nEs dauert.' },
    })!
    divideFile(file)
    expect(kindsOfParts()).toEqual(['document', 'nothing', 'interview'])
    expect(screen.getByText('Gibt es hier schon: „Aue“.')).toBeTruthy()
    cleanup()
    show(<InterviewImport {...{ session, onClose }} open />)
    const area = screen.getByLabelText('Text des Interviews')
    fireEvent.change(area, { target: { value: String(read(artefactId).fields.transcript) } })
    expect(screen.getByText(/Gibt es hier schon: „Aue“/)).toBeTruthy()
    fireEvent.change(area, { target: { value: 'Ein anderes Gespräch.' } })
    expect(screen.queryByText(/Gibt es hier schon/)).toBe(null)
  })
})

describe('a protocol that was missing', () => {
  const announced = () => {
    const make = (fields: Record<string, string | number>) =>
      createCard(session, { kind: 'interview', parentId: 'page:one', fields })!.artefactId
    return {
      peters: make({ title: 'Peters', municipality: 'Peters', consent: 'refused', function: 'Leitung' }),
      third: make({ title: 'Interview 3', number: 3 }),
    }
  }
  const open = (text: string) => {
    show(<InterviewImport {...{ session, onClose }} open />)
    fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: text } })
  }
  const textIn = (id: string) => currentTranscript(read(id).fields).text

  it('fills the card that waits for it, with what only the protocol knows, and can be taken back', () => {
    const { peters } = announced()
    open('Interview 6 (Stadt Peters, 16.12.2025)\n\nEs dauert.')
    expect(screen.getByText(/Für „Peters“ fehlt hier noch das Protokoll/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    expect(session.roots.artefacts.size).toBe(2)
    expect(textIn(peters)).toContain('Es dauert.')
    expect(read(peters).fields).toMatchObject({
      title: 'Interview 6 (Stadt Peters, 16.12.2025)',
      municipality: 'Peters',
      function: 'Leitung',
      number: 6,
      date: '2025-12-16',
      consent: 'refused',
    })
    act(() => toasts.snapshot().at(-1)!.action!.run())
    expect(textIn(peters)).toBe('')
    expect(read(peters).fields).toMatchObject({ title: 'Peters', number: null, date: null })
  })

  it('is another card where somebody wants so, and where its place or number is another', () => {
    announced()
    open('Interview 6 (Peters)\n\nEs dauert.')
    fireEvent.click(screen.getByLabelText('Dort eintragen statt in eine neue Karte'))
    fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
    expect(session.roots.artefacts.size).toBe(3)
    cleanup()
    open('Interview 4 (Moor)\n\nEs dauert.')
    expect(screen.queryByLabelText('Dort eintragen statt in eine neue Karte')).toBe(null)
  })

  it('is found among several in one file, each card once', () => {
    const { peters, third } = announced()
    open('Interview 3 (Aue)\n\nDrei.\n\nInterview 4 (Peters)\n\nSechs.\n\nInterview 5 (Peters)\n\nSieben.')
    fireEvent.click(screen.getByRole('button', { name: 'Aufteilen und prüfen' }))
    expect(screen.getAllByLabelText<HTMLSelectElement>('Was ist das?').map(({ value }) => value)).toEqual([
      'supply',
      'supply',
      'interview',
    ])
    fireEvent.change(screen.getByLabelText('Einwilligung'), { target: { value: 'given' } })
    fireEvent.click(screen.getByRole('button', { name: '3 Gespräche einlesen' }))
    expect(session.roots.artefacts.size).toBe(3)
    expect([textIn(third), textIn(peters)]).toEqual([
      'Interview 3 (Aue)\n\nDrei.',
      'Interview 4 (Peters)\n\nSechs.',
    ])
    expect(read(third).fields).toMatchObject({ municipality: 'Aue', consent: 'given' })
    expect(read(peters).fields.consent).toBe('refused')
    act(() => toasts.snapshot().at(-1)!.action!.run())
    expect([textIn(third), textIn(peters)]).toEqual(['', ''])
  })

  it('is one where the file has no more than its heading', () => {
    open('Interview 1 (Aue)\n\nEins.\n\nInterview 2 (Moor) – kein Protokoll')
    fireEvent.click(screen.getByRole('button', { name: 'Aufteilen und prüfen' }))
    fireEvent.click(screen.getByRole('button', { name: '2 Gespräche einlesen' }))
    const [, moor] = [...session.roots.artefacts.keys()]
    expect(read(moor!).fields).toMatchObject({ title: 'Interview 2 (Moor)', municipality: 'Moor', number: 2 })
    expect(textIn(moor!)).toBe('')
  })

  it('handed in at its card keeps what stands there, and takes nothing from the protocol of another', () => {
    const { third } = announced()
    const hand = (text: string) => {
      show(<InterviewImport {...{ session, onClose }} supplying={read(third)} open />)
      fireEvent.change(screen.getByLabelText('Text des Interviews'), { target: { value: text } })
      fireEvent.click(screen.getByRole('button', { name: 'Interview einlesen' }))
      cleanup()
    }
    hand('Interview 9 (Moor, 2.3.2026)\n\nNeun.')
    expect(read(third).fields).toMatchObject({
      title: 'Interview 3',
      number: 3,
      date: null,
      municipality: '',
    })
    hand('Interview 3 (Aue, 2.3.2026)\n\nDrei.')
    expect(read(third).fields).toMatchObject({ title: 'Interview 3 (Aue, 2.3.2026)', date: '2026-03-02' })
  })
})

describe('what was read from a heading', () => {
  it('stays away where somebody takes it out', () => {
    show(<InterviewImport {...{ session, onClose }} open />)
    fireEvent.change(screen.getByLabelText('Text des Interviews'), {
      target: { value: 'Interview 1 (Aue, 2.3.2026)\n\nEs dauert.' },
    })
    const place = screen.getByLabelText<HTMLInputElement>('Kommune')
    expect(place.value).toBe('Aue')
    fireEvent.change(place, { target: { value: '' } })
    expect(place.value).toBe('')
  })
})

describe('quotes in the text', () => {
  it('are listed in the order of the text and lead to their cards', () => {
    const { artefactId } = interview()
    const passage = (words: string) => ({
      start: transcript.indexOf(words),
      end: transcript.indexOf(words) + words.length,
    })
    quotePassage(session, read(artefactId), passage('Und dann'))
    const first = quotePassage(session, read(artefactId), passage('Das dauert'))!
    reader(artefactId)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '„Das dauert“wörtlichJana Petersen',
      '„Und dann“wörtlichJana Petersen',
    ])
    fireEvent.click(document.querySelector(`[data-quotes="${first.artefactId}"]`)!)
    expect(onOpenArtefact).toHaveBeenCalledWith(first.artefactId)
    expect(onClose).toHaveBeenCalled()
  })

  it('say when their wording has been changed, and can be set right', () => {
    const { artefactId } = interview()
    const quote = quotePassage(session, read(artefactId), { start: 13, end: 33 })!
    show(
      <CardPanel
        {...{ session, onClose, onOpenArtefact }}
        onOpenMade={onOpenArtefact}
        artefactId={quote.artefactId}
      />,
    )
    expect(screen.getByText(/Wort für Wort/)).toBeTruthy()
    act(() =>
      session.edit(({ artefacts }) => textOf(artefacts, quote.artefactId, 'wording')!.insert(0, 'Ja! ')),
    )
    expect(screen.getByText(/weicht vom Interview ab/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Wortlaut aus dem Interview übernehmen' }))
    expect(read(quote.artefactId).fields.wording).toBe('Das dauert zu lange.')
    act(() =>
      session.edit(({ artefacts }) => {
        textOf(artefacts, quote.artefactId, 'wording')!.insert(0, 'Sinngemäß: ')
        setField(artefacts, quote.artefactId, 'rendering', 'paraphrased')
      }),
    )
    expect(screen.queryByText(/weicht vom Interview ab/)).toBe(null)
  })
})
