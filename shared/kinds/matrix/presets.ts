/** The fields that name axes and quadrants. What a group concludes (title, summaries) is never preset. */
export const namedFields = [
  'xAxis',
  'xLow',
  'xHigh',
  'yAxis',
  'yLow',
  'yHigh',
  'quadrantTopLeft',
  'quadrantTopRight',
  'quadrantBottomLeft',
  'quadrantBottomRight',
] as const
type NamedField = (typeof namedFields)[number]

export interface MatrixPreset {
  key: string
  /** "Aufwand × Nutzen" */
  name: string
  fields: Readonly<Record<NamedField, string>>
}

type Row = readonly [key: string, name: string, ...words: readonly string[]]

const preset = ([key, name, ...words]: Row): MatrixPreset => ({
  key,
  name,
  fields: Object.fromEntries(
    namedFields.map((field, at) => [field, words[at] ?? '']),
  ) as MatrixPreset['fields'],
})

/** Words in the order of `namedFields`. */
const german: readonly Row[] = [
  [
    'levels',
    'strategisch – operativ × technologisch – organisatorisch',
    ...['Art der Hürde', 'technologisch', 'organisatorisch', 'Ebene', 'operativ', 'strategisch'],
    ...['Architektur und Vorgaben', 'Führung und Zusammenarbeit', 'Werkzeuge im Alltag', 'Abläufe im Alltag'],
  ],
  [
    'effort',
    'Aufwand × Nutzen',
    ...['Aufwand', 'wenig', 'viel', 'Nutzen', 'wenig', 'viel'],
    ...['Gleich anfangen', 'Gut planen', 'Nebenbei erledigen', 'Lassen'],
  ],
  [
    'stakeholders',
    'Einfluss × Interesse',
    ...['Interesse', 'gering', 'groß', 'Einfluss', 'gering', 'groß'],
    ...['Zufriedenstellen', 'Eng einbinden', 'Im Blick behalten', 'Auf dem Laufenden halten'],
  ],
]

const english: readonly Row[] = [
  [
    'levels',
    'strategic – operational × technological – organisational',
    ...['Kind of obstacle', 'technological', 'organisational', 'Level', 'operational', 'strategic'],
    ...['Architecture and rules', 'Leadership and cooperation', 'Everyday tools', 'Everyday procedures'],
  ],
  [
    'effort',
    'Effort × benefit',
    ...['Effort', 'low', 'high', 'Benefit', 'low', 'high'],
    ...['Start right away', 'Plan well', 'Do on the side', 'Leave it'],
  ],
  [
    'stakeholders',
    'Influence × interest',
    ...['Interest', 'low', 'high', 'Influence', 'low', 'high'],
    ...['Keep satisfied', 'Involve closely', 'Keep an eye on', 'Keep informed'],
  ],
]

/** Pairs of axes that come up again and again, in the language of the room: they become words of the document. */
export const matrixPresets: Readonly<Record<'de' | 'en', readonly MatrixPreset[]>> = {
  de: german.map(preset),
  en: english.map(preset),
}
