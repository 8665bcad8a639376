import type { TextsOf } from '../texts.ts'
import type { existingSolution as spec } from './spec.ts'

export const existingSolution = {
  label: 'Existing solution',
  plural: 'Existing solutions',
  hint: 'What already exists and is used somewhere.',
  empty: 'Existing solution without a name',
  face: {
    users: 'Used by',
    technology: 'Technology',
    gaps: 'Gap',
    maturity: 'Maturity',
    level1: 'idea',
    level2: 'pilot',
    level3: 'in use',
    level4: 'widely used',
  },
  fields: {
    name: { label: 'Name', example: 'Day-care portal with a status line' },
    provider: { label: 'Provider', hint: 'Who provides it?', example: 'municipal IT provider' },
    purpose: { label: 'What is it for?', example: 'Parents see how far their application is' },
    users: {
      label: 'Who uses it?',
      hint: 'Municipalities, and since when.',
      example: '6 municipalities, since 2024',
    },
    maturity: { label: 'Maturity', hint: '1 = idea, 2 = pilot, 3 = in use, 4 = widely used' },
    technology: {
      label: 'Technology',
      hint: 'What does it run on?',
      example: 'Web application, run in a data centre',
    },
    interfaces: {
      label: 'Interfaces',
      hint: 'What is it connected to?',
      example: 'Specialist system via an open interface',
    },
    licence: { label: 'Licence', example: 'EUPL 1.2' },
    costModel: {
      label: 'Costs',
      hint: 'Once, per year, per inhabitant?',
      example: '€ 0.30 per inhabitant and year',
    },
    frameworkContract: {
      label: 'Procurement',
      hint: 'Is there a framework contract or an in-house award?',
      example: 'In-house via the IT provider',
    },
    reuse: {
      label: 'Reuse',
      hint: 'What does another municipality need for it?',
      example: 'Joining the usage agreement',
    },
    contact: {
      label: 'Contact',
      hint: 'Role and office are enough.',
      example: 'Digitalisation department',
    },
    gaps: { label: 'Gap', hint: 'What can it not do?', example: 'knows two states only' },
    link: { label: 'Web address', hint: 'Where can more be read about it?' },
    origin: { label: 'Origin', hint: 'How do we know, and from when is it?' },
    listing: { label: 'Catalogue', options: { listed: 'listed', removed: 'no longer listed' } },
  },
} satisfies TextsOf<typeof spec>
