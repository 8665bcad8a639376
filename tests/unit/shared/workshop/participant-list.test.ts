import { describe, expect, it } from 'vitest'
import { sizeClassOf } from '#shared/base/size-classes.ts'
import { acquaintances, meansGroup, readParticipants } from '#shared/workshop/participant-list.ts'

const peopleIn = (...lines: string[][]) => {
  const read = readParticipants(lines)
  if (!('people' in read)) throw new Error(read.fault)
  return read.people
}

describe('a list of participants', () => {
  it('is read by its headings, in any order, German or English', () => {
    expect(
      peopleIn(
        ['', ''],
        ['E-Mail', 'Projektgruppe', 'Rolle', 'Kommune', 'Nachname', 'Vorname'],
        ['g@erlenfurt.example', 'Gruppe A', 'Moderation', 'Stadt Erlenfurt', 'Onken', ' Gesine '],
      ),
    ).toEqual([
      {
        name: 'Gesine Onken',
        organisation: 'Stadt Erlenfurt',
        organisationKind: 'municipality',
        sizeClass: null,
        role: 'moderator',
        group: 'Gruppe A',
        email: 'g@erlenfurt.example',
        unread: [],
        sheets: [],
      },
    ])
    expect(peopleIn(['Name *', 'Organization:'], ['Imke Harms', 'Landkreis Heidemark'])).toMatchObject([
      { name: 'Imke Harms', organisationKind: 'county', role: null, group: '', email: '' },
    ])
  })

  it('turns names round that stand as in a register, and leaves others alone', () => {
    const names = peopleIn(['Name'], ['Onken, Gesine'], ['Nasser, Dr., Tarek'], ['Imke Harms'])
    expect(names.map(({ name }) => name)).toEqual(['Gesine Onken', 'Nasser, Dr., Tarek', 'Imke Harms'])
  })

  it('puts "Name" behind "Vorname", and finds the headings under a title', () => {
    const list = peopleIn(
      ['Teilnehmende der Strategiewerkstatt', '', ''],
      ['Stand: 3. März 2027', '', ''],
      ['', '', ''],
      ['Name', 'Vorname', 'Kommune / Einrichtung (bitte ergänzen):'],
      ['Onken', 'Gesine', 'Stadt Erlenfurt'],
      ['Imke Harms', 'Imke', ''],
      ['Nasser', '', ''],
    )
    expect(list.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Gesine Onken', 'Stadt Erlenfurt'],
      ['Imke Harms', ''],
      ['Nasser', ''],
    ])
    expect(peopleIn(['Name, Vorname', 'Ort'], ['Onken, Gesine', ''])).toMatchObject([
      { name: 'Gesine Onken' },
    ])
  })

  it('turns a name round that stands in one column for both its parts', () => {
    for (const heading of ['Nachname / Vorname', 'Vorname / Nachname', 'Name / Vorname', 'Nachname/Vorname'])
      expect(peopleIn([heading], ['Onken, Gesine'], ['Imke Harms']).map(({ name }) => name)).toEqual([
        'Gesine Onken',
        'Imke Harms',
      ])
  })

  it('takes for headings what names most columns, not a title that is called like one', () => {
    const list = peopleIn(
      ['Teilnehmende', ''],
      ['', ''],
      ['Name', 'Kommune'],
      ['Gesine Onken', 'Stadt Erlenfurt'],
    )
    expect(list).toMatchObject([{ name: 'Gesine Onken', organisation: 'Stadt Erlenfurt' }])
    expect(list).toHaveLength(1)
    const title = peopleIn(['Teilnehmende', ''], ['Nachname', 'Vorname'], ['Onken', 'Gesine'])
    expect(title.map(({ name }) => name)).toEqual(['Gesine Onken'])
    // Somebody may be called like a heading
    expect(peopleIn(['Name'], ['Person'], ['Gesine Onken']).map(({ name }) => name)).toEqual([
      'Person',
      'Gesine Onken',
    ])
  })

  it('finds the columns by what offices call them, and the plainer word before the wider one', () => {
    for (const [person, organisation] of [
      ['Teilnehmende Person', 'Verwaltung'],
      ['Ansprechpartner:in', 'Landkreis/Stadt/Gemeinde'],
      ['Mitglied', 'Entsendende Stelle'],
    ])
      expect(peopleIn([person!, organisation!], ['Imke Harms', 'Stadt Erlenfurt'])).toMatchObject([
        { name: 'Imke Harms', organisation: 'Stadt Erlenfurt' },
      ])
    const list = peopleIn(['Name', 'Stadt', 'Organisation'], ['Imke Harms', 'Aue', 'Hochschule Nord'])
    expect(list[0]!.organisation).toBe('Hochschule Nord')
  })

  it('takes the kind from its own column before it guesses from the name', () => {
    const [person] = peopleIn(['Name', 'Organisation', 'Art'], ['A', 'Stadt Ammerbeck', 'Kreisfreie Stadt'])
    expect(person!.organisationKind).toBe('independentCity')
  })

  it('says which lines name nobody, and which words it does not understand', () => {
    const read = readParticipants([
      ['Name', 'Organisation', 'Art', 'Einwohner', 'Rolle', 'E-Mail'],
      ['Gesine Onken', 'Stadt Erlenfurt', 'Zweckverband', '12.300', '–', 'onken(at)erlenfurt.example'],
      ['', 'Stadt Aue', '', '', '', ''],
      ['', '', '', '', '', ''],
    ])
    expect(read).toMatchObject({
      people: [{ sizeClass: 'upTo20000', email: '', unread: ['Zweckverband', 'onken(at)erlenfurt.example'] }],
      nameless: ['Stadt Aue'],
    })
  })

  it.each([
    ['4.980', 'upTo5000'],
    ['5000', 'upTo5000'],
    ['ca. 12 300 EW', 'upTo20000'],
    ['12,5 Tsd. Einwohner:innen', 'upTo20000'],
    ['5.001 bis 20.000', 'upTo20000'],
    ['bis 100.000 Einwohner:innen', 'upTo100000'],
    ['über 20.000', 'upTo100000'],
    ['> 100.000', 'over100000'],
    ['12.300 (2023)', 'upTo20000'],
    ['über 100.000 (Stand 2023)', 'over100000'],
    ['1,2 Mio.', 'over100000'],
    ['upTo5000', 'upTo5000'],
    ['250 Mitarbeitende', null],
    ['mittel', null],
    ['', null],
  ])('reads how large a place is: %s', (said, sizeClass) => {
    expect(sizeClassOf(said)).toBe(sizeClass)
  })

  it.each([
    ['empty', [[], ['']]],
    ['empty', [['Name'], ['']]],
    [
      'noNames',
      [
        ['Ort', 'Amt'],
        ['Erlenfurt', 'Wohngeld'],
      ],
    ],
    ['tooLong', [['Name'], ...Array.from({ length: 301 }, (_, n) => [`Person ${n}`])]],
  ])('says why it cannot be read: %s', (fault, lines) => {
    expect(readParticipants(lines)).toEqual({ fault })
  })

  it('recognises who is there, and who stands in it twice, however they are written', () => {
    const list = [
      { name: 'Gesine Onken', organisation: 'Stadt Erlenfurt' },
      { name: 'gesine onken', organisation: 'STADT ERLENFURT' },
      { name: 'Imke Harms', organisation: 'Gemeinde Birkenmoor' },
      { name: 'Imke Harms', organisation: 'Stadt Ammerbeck' },
      { name: 'Dr. Gesine Onken', organisation: 'Stadt Erlenfurt' },
      { name: 'Frau Prof. Dr.-Ing. Imke Harms', organisation: 'Gemeinde Birkenmoor' },
      { name: 'Mag Nus', organisation: 'Stadt Erlenfurt' },
      { name: 'Nus', organisation: 'Stadt Erlenfurt' },
      { name: 'Dr', organisation: 'Stadt Erlenfurt' },
    ]
    const there = [{ name: 'IMKE HARMS', organisation: 'Gemeinde Birkenmoor' }]
    expect(acquaintances(list, there)).toEqual([
      'new',
      'twice',
      'member',
      'new',
      'twice',
      'member',
      'new',
      'new',
      'new',
    ])
  })

  it('takes people of different forms of address for two, and nobody else for another because of a title', () => {
    const organisation = 'Stadt Erlenfurt'
    const list = [
      'Herr Müller',
      'Frau Mueller',
      'Müller',
      'Frau Dr. rer. nat. Müller',
      'Dr. med. Onken',
      'Frau Onken',
      'Herr Onken',
      'Dr. h. c. Imke Harms',
      'Imke Harms',
    ].map((name) => ({ name, organisation }))
    expect(acquaintances(list, [{ name: 'Harms', organisation }])).toEqual([
      'new',
      'new',
      'twice',
      'twice',
      'new',
      'twice',
      'new',
      'new',
      'twice',
    ])
  })

  it('takes no column for names or organisations that only says yes or no', () => {
    expect(
      peopleIn(
        ['Organisation', 'Ansprechpartner', 'Mitglied'],
        ['Stadt Erlenfurt', 'Gesine Onken', 'ja'],
        ['Stadt Aue', 'Imke Harms', ''],
      ),
    ).toMatchObject([{ name: 'Gesine Onken' }, { name: 'Imke Harms' }])
    expect(peopleIn(['Name', 'Verwaltung', 'Stadt'], ['Imke Harms', 'x', 'Aue'])).toMatchObject([
      { name: 'Imke Harms', organisation: 'Aue' },
    ])
    expect(peopleIn(['Name', 'Stadt', 'Verwaltung'], ['Imke Harms', 'Aue', 'Bauamt'])).toMatchObject([
      { organisation: 'Aue' },
    ])
  })

  it('means a group by what its sheet may be called', () => {
    expect(meansGroup('wohngeld', 'Wohngeld')).toBe(true)
    expect(meansGroup('Wohngeld digital Antrag bis zum', 'Wohngeld digital: Antrag bis zum Bescheid')).toBe(
      true,
    )
    expect(meansGroup('Bauamt', 'Bauantrag')).toBe(false)
    expect(meansGroup('', '?')).toBe(false)
  })
})
